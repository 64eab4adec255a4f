"""What of assignments waits: with the lower office to carry out, with the higher one to control."""

from qadaga.authority import barred
from qadaga.law.coverage import implements
from qadaga.organisation.assignments.subject import KIND

# Columns and values are those of `acts.selectors.waiting`, which asks for all at once.
_KEPT = f"a.id NOT IN ({barred.ids_sql(KIND)})"
WAITING = f"""
(SELECT 'assignment_here', a.id, a.number_text, left(a.what, 200), a.due_on FROM assignments_assignment a
WHERE a.office_id = ANY(%(own)s::uuid[]) AND a.status = 'given' AND %(leads)s AND {_KEPT}
ORDER BY a.due_on, a.id LIMIT 7)
UNION ALL
(SELECT 'assignment_control', a.id, a.number_text, left(a.what, 200), a.due_on FROM assignments_assignment a
WHERE a.given_by_id = %(office)s AND a.status <> 'done' AND %(leads)s AND {_KEPT}
ORDER BY a.due_on NULLS FIRST, a.id LIMIT 7)
"""  # noqa: S608 - constants of ours
implements("L.1.2", "O.13.1", code="qadaga.organisation.assignments.waiting")
