"""What of court work waits on the first page: calls for a case whose delivery nobody has recorded (L.3.4)."""

from qadaga.authority import barred
from qadaga.court.reading import REVIEW
from qadaga.law.coverage import implements

# Columns and values are those of `acts.selectors.waiting`, which asks for all at once. Every piece is a
# constant of this code. The day is the last one of the letter's own term: it runs until the delivery.
_KEPT = f"r.id NOT IN ({barred.ids_sql(REVIEW)})"
WAITING = f"""
(SELECT 'call_court', r.id, r.number, r.about, r.due_on FROM court_review r
WHERE r.office_id = ANY(%(own)s::uuid[]) AND r.status = 'called' AND r.served_on IS NULL
AND (r.officer_id = %(me)s OR %(leads)s) AND {_KEPT}
ORDER BY r.due_on + 0, r.id LIMIT 7)
"""  # noqa: S608 - constants of ours
implements("L.3.4", "O.8.3", code="qadaga.court.waiting")
