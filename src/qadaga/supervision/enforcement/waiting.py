"""What of enforcement waits on the first page: longer terms of checks asked of this office (L.3.5, L.1.2)."""

from qadaga.authority import barred
from qadaga.law.coverage import implements

# Columns and values are those of `acts.selectors.waiting`, which asks for all at once. Every piece is a
# constant of this code.
WAITING = f"""
(SELECT 'check_prolong', w.id, w.number, p.reason, c.due_on FROM enforcement_checkprolongation p
JOIN enforcement_check c ON c.id = p.of_id
JOIN enforcement_writ w ON w.id = c.writ_id
JOIN offices_office o ON o.id = w.office_id
WHERE %(leads)s AND coalesce(o.parent_id, o.id) = %(office)s AND p.decided_on IS NULL AND c.status = 'begun'
AND w.id NOT IN ({barred.ids_sql("enforcement_case")})
ORDER BY c.due_on, p.id LIMIT 7)
"""  # noqa: S608 - constants of ours
implements("L.3.5", "L.1.2", code="qadaga.supervision.enforcement.waiting")
