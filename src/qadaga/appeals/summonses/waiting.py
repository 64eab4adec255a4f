"""Whom an appeal still waits for: applicants who asked to see its materials, people called to explain."""

from qadaga.law.coverage import implements

# Columns and values are those of `acts.selectors.waiting`, which asks for all at once. What complains
# of the person is kept from them.
_KEPT = """a.official_id IS DISTINCT FROM %(reader)s::uuid AND NOT EXISTS (
    SELECT 1 FROM matters_complainedof c
    WHERE c.matter_id = a.matter_id AND c.person_id = %(reader)s::uuid)"""
WAITING = """
(SELECT 'materials', a.id, a.number, left(q.what, 200), q.requested_on
FROM appeals_materials_request q JOIN appeals_appeal a ON a.id = q.appeal_id
    LEFT JOIN matters_matter m ON m.id = a.matter_id
WHERE q.state IN ('requested', 'allowed', 'partly') AND a.office_id = ANY(%(own)s::uuid[])
    AND (%(leads)s OR m.assignee_id = %(me)s) AND {kept}
ORDER BY q.requested_on, q.id LIMIT 7)
UNION ALL
(SELECT 'summons', a.id, a.number, s.name, s.called_at::date
FROM summonses_appealsummons s JOIN appeals_appeal a ON a.id = s.appeal_id
WHERE s.issued_by_id = %(me)s AND s.recorded_on IS NULL AND {kept}
ORDER BY s.called_at, s.id LIMIT 7)
""".replace("{kept}", _KEPT)
implements("O.8.d2", "O.8.7", code="qadaga.appeals.summonses.waiting")
