"""What of assignments waits: with the lower office to carry out, with the higher one to control."""

from qadaga.law.coverage import implements

# Columns and values are those of `acts.selectors.waiting`, which asks for all at once.
WAITING = """
(SELECT 'assignment_here', a.id, a.number_text, left(a.what, 200), a.due_on FROM assignments_assignment a
WHERE a.office_id = ANY(%(own)s::uuid[]) AND a.status = 'given' AND %(leads)s
ORDER BY a.due_on, a.id LIMIT 7)
UNION ALL
(SELECT 'assignment_control', a.id, a.number_text, left(a.what, 200), a.due_on FROM assignments_assignment a
WHERE a.given_by_id = %(office)s AND a.status <> 'done' AND %(leads)s
ORDER BY a.due_on NULLS FIRST, a.id LIMIT 7)
"""
implements("L.1.2", "O.13.1", code="qadaga.organisation.assignments.waiting")
