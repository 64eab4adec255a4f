"""What of the improvement of the work waits for the head: proposals to decide, those to see carried out."""

from qadaga.law.coverage import implements

# Columns and values are those of `acts.selectors.waiting`, which asks for all at once.
WAITING = """
(SELECT CASE p.status WHEN 'made' THEN 'proposal_made' ELSE 'proposal_due' END, p.id, '', p.title,
    coalesce(p.due_on, p.made_on)
FROM trust_proposal p
WHERE %(leads)s AND p.office_id = ANY(%(own)s::uuid[]) AND p.status IN ('made', 'accepted')
ORDER BY 5, p.id LIMIT 14)
"""
implements("O.8.d7", code="qadaga.appeals.trust.waiting")
