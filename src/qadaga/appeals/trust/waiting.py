"""What of the improvement of the work waits for the head: proposals, the quarter that is over."""

from qadaga.law.coverage import implements

# Columns and values are those of `acts.selectors.waiting`, which asks for all at once.
WAITING = """
(SELECT CASE p.status WHEN 'made' THEN 'proposal_made' ELSE 'proposal_due' END, p.id, '', p.title,
    coalesce(p.due_on, p.made_on)
FROM trust_proposal p
WHERE %(leads)s AND p.office_id = ANY(%(own)s::uuid[]) AND p.status IN ('made', 'accepted')
ORDER BY 5, p.id LIMIT 14)
UNION ALL
(SELECT 'review_due', o.id, to_char(q.first, 'Q/YYYY'), '', NULL::date
FROM offices_office o, (SELECT date_trunc('quarter', %(today)s::date) - interval '3 months' AS first) q
WHERE %(leads)s AND o.id = %(office)s AND NOT EXISTS (
    SELECT 1 FROM trust_review r WHERE r.office_id = o.id AND r.starts_on = q.first::date)
AND EXISTS (
    SELECT 1 FROM appeals_appeal a JOIN appeals_answer w ON w.appeal_id = a.id
    WHERE a.office_id = o.id AND a.registered_on >= q.first::date - 92
        AND a.registered_on < (q.first + interval '3 months')::date
        AND w.sent_on >= q.first::date AND w.sent_on < (q.first + interval '3 months')::date))
"""
implements("O.8.d7", code="qadaga.appeals.trust.waiting")
