"""What waits between offices competent beside each other (L.1.9): to tell, and what was told here."""

from qadaga.authority import barred
from qadaga.law.coverage import implements

# Columns and values are those of `acts.selectors.waiting`, which asks for all at once. What was told here is
# shown for two weeks.
_NOT_BARRED = f"m.id NOT IN ({barred.ids_sql('matter')})"
_TO_TELL = """
(SELECT DISTINCT 'tell_office', m.id, m.number_text, m.title, NULL::date FROM matters_officetold t
JOIN matters_matter m ON m.id = t.matter_id
WHERE t.told_on IS NULL AND m.holder_id = %(office)s AND m.status <> 'closed'
    AND (%(leads)s OR m.assignee_id = %(me)s) AND {kept}
ORDER BY 2 LIMIT 7)
"""
_TOLD_HERE = """
(SELECT 'told_here', t.id, m.number_text, m.title, NULL::date FROM matters_officetold t
JOIN matters_matter m ON m.id = t.matter_id
WHERE t.office_id = %(office)s AND t.told_on > %(on)s::date - 14 AND m.holder_id <> %(office)s
    AND %(leads)s AND {kept}
ORDER BY t.told_on DESC, t.id LIMIT 7)
"""
WAITING = " UNION ALL ".join(one.format(kept=_NOT_BARRED) for one in (_TO_TELL, _TOLD_HERE))
implements("L.1.9", code="qadaga.matters.waiting")
