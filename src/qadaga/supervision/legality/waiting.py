"""What of legal acts waits on the first page: acts found contrary that wait for an answer, bodies silent
after the term of a protest (L.3.1).
"""

from qadaga.authority import barred
from qadaga.law.coverage import implements
from qadaga.supervision.legality.reading import KIND

# Columns and values are those of `acts.selectors.waiting`, which asks for all at once. Every piece is a
# constant of this code.
_KEPT = f"a.id NOT IN ({barred.ids_sql('act')})"
WAITING = f"""
(SELECT 'legal_silent', l.id, a.number_text, l.title, a.due_on FROM acts_act a
JOIN legality_legalact l ON l.protest_id = a.id
WHERE a.office_id = ANY(%(own)s::uuid[]) AND a.status = 'served' AND a.due_on < %(today)s
AND l.status = 'protested' AND (l.reviewer_id = %(me)s OR %(leads)s)
AND {_KEPT}
ORDER BY a.due_on + 0, a.id LIMIT 7)
UNION ALL
(SELECT 'legal_answer', l.id, l.number, l.title, l.due_on FROM legality_legalact l
WHERE l.holder_id = ANY(%(own)s::uuid[]) AND l.status IN ('contrary', 'to_protest')
AND (l.reviewer_id = %(me)s OR %(leads)s) AND l.id NOT IN ({barred.ids_sql(KIND)})
ORDER BY l.due_on + 0, l.id LIMIT 7)
"""  # noqa: S608 - constants of ours
implements("L.3.1", "O.8.d3", code="qadaga.supervision.legality.waiting")
