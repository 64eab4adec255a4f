"""What of sessions waits for a person: items to admit, decisions to carry out, those under control."""

from qadaga.law.coverage import implements

# Columns and values are those of `acts.selectors.waiting`, which asks for all at once.
WAITING = """
(SELECT 'session_item', s.id, '', i.topic, s.starts_on
FROM coordination_session s JOIN coordination_agendaitem i ON i.session_id = s.id
WHERE %(leads)s AND s.office_id = ANY(%(own)s::uuid[]) AND s.status = 'planned' AND i.status = 'proposed'
ORDER BY s.starts_on, i.id LIMIT 7)
UNION ALL
(SELECT 'decision_mine', d.id, s.number_text || ' · ' || d.no, left(d.text, 200), d.due_on
FROM coordination_decision d JOIN coordination_session s ON s.id = d.session_id
WHERE d.status = 'opened' AND d.executor_id = %(me)s
ORDER BY d.due_on, d.id LIMIT 7)
UNION ALL
(SELECT 'decision_control', d.id, s.number_text || ' · ' || d.no, left(d.text, 200), d.due_on
FROM coordination_decision d JOIN coordination_session s ON s.id = d.session_id
WHERE %(leads)s AND d.office_id = ANY(%(own)s::uuid[]) AND d.status = 'opened'
AND d.executor_id IS DISTINCT FROM %(me)s
ORDER BY d.due_on, d.id LIMIT 7)
"""
implements("L.1.11", "O.7.4", code="qadaga.coordination.waiting")
