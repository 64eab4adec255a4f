"""What of sessions waits for a person: items to admit, decisions to carry out, those under control."""

from qadaga.authority import barred
from qadaga.coordination.exchange.reading import KIND
from qadaga.law.coverage import implements

# Columns and values are those of `acts.selectors.waiting`, which asks for all at once and says why the rows
# of offices are sorted by a sum.
WAITING = f"""
(SELECT 'session_item', s.id, '', i.topic, s.starts_on
FROM coordination_session s JOIN coordination_agendaitem i ON i.session_id = s.id
WHERE %(leads)s AND s.office_id = ANY(%(own)s::uuid[]) AND s.status = 'planned' AND i.status = 'proposed'
ORDER BY s.starts_on, i.id LIMIT 7)
UNION ALL
(SELECT 'absence', s.id, COALESCE(s.number_text, ''), s.title, s.starts_on
FROM coordination_session s JOIN coordination_participant p ON p.session_id = s.id
WHERE %(leads)s AND s.office_id = ANY(%(own)s::uuid[]) AND p.excused = false
AND NOT EXISTS (SELECT 1 FROM coordination_absencemeasure m WHERE m.participant_id = p.id)
ORDER BY s.starts_on, p.id LIMIT 7)
UNION ALL
(SELECT 'decision_mine', d.id, s.number_text || ' · ' || d.no, left(d.text, 200), d.due_on
FROM coordination_decision d JOIN coordination_session s ON s.id = d.session_id
WHERE d.status = 'opened' AND d.executor_id = %(me)s
ORDER BY d.due_on, d.id LIMIT 7)
UNION ALL
(SELECT 'plan_item', p.id, p.title, left(i.what, 200), i.due_on
FROM workplans_planitem i JOIN workplans_plan p ON p.id = i.plan_id
WHERE i.executor_id = %(me)s AND i.done_on IS NULL AND i.dropped_on IS NULL AND p.status = 'approved'
ORDER BY i.due_on, i.id LIMIT 7)
UNION ALL
(SELECT 'plan_running', p.id, '', p.title, p.due_on
FROM workplans_plan p
WHERE %(leads)s AND p.office_id = ANY(%(own)s::uuid[]) AND p.status = 'approved'
ORDER BY p.due_on + 0, p.id LIMIT 7)
UNION ALL
(SELECT 'plan_consent', p.id, '', p.title, NULL::date
FROM workplans_planconsent c JOIN workplans_plan p ON p.id = c.plan_id
WHERE %(leads)s AND p.office_id = ANY(%(own)s::uuid[]) AND c.status = 'asked' AND p.status <> 'closed'
ORDER BY c.asked_on, c.id LIMIT 7)
UNION ALL
(SELECT 'plan_draft', p.id, '', p.title, p.starts_on
FROM workplans_plan p
WHERE %(leads)s AND p.office_id = ANY(%(own)s::uuid[]) AND p.status = 'draft'
ORDER BY p.starts_on + 0, p.id LIMIT 7)
UNION ALL
(SELECT 'exchange', e.id, e.number_text, e.title, e.due_on
FROM exchange_exchange e
WHERE %(leads)s AND e.office_id = ANY(%(own)s::uuid[]) AND e.status = 'awaited'
AND e.id NOT IN ({barred.ids_sql(KIND)})
ORDER BY e.due_on + 0, e.id LIMIT 7)
UNION ALL
(SELECT 'decision_control', d.id, s.number_text || ' · ' || d.no, left(d.text, 200), d.due_on
FROM coordination_decision d JOIN coordination_session s ON s.id = d.session_id
WHERE %(leads)s AND d.office_id = ANY(%(own)s::uuid[]) AND d.status = 'opened'
AND d.executor_id IS DISTINCT FROM %(me)s
ORDER BY d.due_on + 0, d.id LIMIT 7)
"""  # noqa: S608 - constants of ours
implements("L.1.11", "O.7.4", code="qadaga.coordination.waiting")
