"""What waits in matters: violations without an act (O.8.d3), what other offices told or are to hear."""

from qadaga.authority import barred
from qadaga.law.coverage import implements

# Columns and values are those of `acts.selectors.waiting`, which asks for all at once. What was told here is
# shown for two weeks, by the body: the title may name who complained and stays with the office that holds it.
_NOT_BARRED = f"m.id NOT IN ({barred.ids_sql('matter')})"
_TO_TELL = """
(SELECT DISTINCT 'tell_office', m.id, m.number_text, m.title, NULL::date FROM matters_officetold t
JOIN matters_matter m ON m.id = t.matter_id
WHERE t.told_on IS NULL AND m.holder_id = %(office)s AND m.status <> 'closed'
    AND (%(leads)s OR m.assignee_id = %(me)s) AND {kept}
ORDER BY 2 LIMIT 7)
"""
_TOLD_HERE = """
(SELECT 'told_here', t.id, m.number_text, CASE %(language)s WHEN 'kk' THEN b.name_kk ELSE b.name_ru END,
    NULL::date FROM matters_officetold t
JOIN matters_matter m ON m.id = t.matter_id LEFT JOIN matters_body b ON b.id = m.body_id
WHERE t.office_id = %(office)s AND t.told_on > %(on)s::date - 14 AND m.holder_id <> %(office)s
    AND %(leads)s AND {kept}
ORDER BY t.told_on DESC, t.id LIMIT 7)
"""
# O.8.d3: what no act or measure answered in its days stands with the assignee and with whoever leads.
_UNANSWERED = """
(SELECT 'respond', m.id, m.number_text, v.norm, v.answer_by FROM matters_violation v
JOIN matters_matter m ON m.id = v.matter_id
WHERE v.office_id = ANY(%(own)s::uuid[]) AND v.answer_by <= %(on)s::date
    AND m.holder_id = ANY(%(own)s::uuid[]) AND m.status <> 'closed'
    AND (%(leads)s OR m.assignee_id = %(me)s) AND {kept}
ORDER BY v.answer_by, v.id LIMIT 7)
"""
UNANSWERED = _UNANSWERED.format(kept=_NOT_BARRED)
WAITING = " UNION ALL ".join([*(one.format(kept=_NOT_BARRED) for one in (_TO_TELL, _TOLD_HERE)), UNANSWERED])
implements("L.1.9", "O.8.d3", code="qadaga.matters.waiting")
