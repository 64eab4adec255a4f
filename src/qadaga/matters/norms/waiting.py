"""What of other duties waits for a person: those they bear, and the office's for whoever leads it."""

from qadaga.law.coverage import implements

# Columns and values are those of `acts.selectors.waiting`, which asks for all at once and says why the rows
# of offices are sorted by a sum.
WAITING = """
(SELECT 'duty_mine', d.id, n.article, left(d.what, 200), d.due_on
FROM norms_laidduty d JOIN norms_norm n ON n.id = d.norm_id
WHERE d.status = 'opened' AND d.executor_id = %(me)s
ORDER BY d.due_on, d.id LIMIT 7)
UNION ALL
(SELECT 'duty_office', d.id, n.article, left(d.what, 200), d.due_on
FROM norms_laidduty d JOIN norms_norm n ON n.id = d.norm_id
WHERE %(leads)s AND d.office_id = ANY(%(own)s::uuid[]) AND d.status = 'opened'
AND d.executor_id <> %(me)s
ORDER BY d.due_on + 0, d.id LIMIT 7)
"""
implements("O.8.d8", code="qadaga.matters.norms.waiting")
