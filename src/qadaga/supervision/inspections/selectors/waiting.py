"""What of inspections waits for a person: to sign, running, documents to return, wishes to decide."""

from qadaga.acts.above import waiting as above
from qadaga.authority import barred
from qadaga.law.coverage import implements
from qadaga.supervision.inspections import reading

# Columns and values are those of `acts.selectors.waiting`, which asks for all at once and says why the rows
# of offices are sorted by a sum. Nothing under a secrecy mark that is not for the reader. Every piece is a
# constant of this code.
_KEPT = f"i.id NOT IN ({barred.ids_sql('inspection')})"
_MINE = (
    "(m.assignee_id = %(me)s OR EXISTS (SELECT 1 FROM inspections_inspectionofficer f"
    " WHERE f.inspection_id = i.id AND f.appointment_id = %(me)s AND f.relieved_on IS NULL))"
)
_FROM = "FROM inspections_inspection i JOIN matters_matter m ON m.id = i.matter_id"
_OF_OFFICE = "i.office_id = ANY(%(own)s::uuid[])"
_COMPLAINS = (
    "SELECT n.id FROM inspections_inspection n JOIN matters_complainedof c ON c.matter_id = n.matter_id"
    " WHERE c.person_id = %(reader)s::uuid"
)
_CARRIES_OUT = (
    "EXISTS (SELECT 1 FROM inspections_inspectionofficer f"
    " WHERE f.inspection_id = r.id AND f.appointment_id = %(me)s)"
)
_ABOVE = above.decided(
    "inspection", "inspections_inspection", "coalesce(r.number_text, '')", "r.norm", _CARRIES_OUT
)
_OWN = f"""
(SELECT 'inspection_sign', i.id, '', i.norm, i.starts_on {_FROM}
WHERE %(leads)s AND {_OF_OFFICE} AND i.status = 'draft' AND {_KEPT}
ORDER BY i.drafted_on + 0, i.id LIMIT 7)
UNION ALL
(SELECT 'inspection_running', i.id, i.number_text, i.norm, i.due_on {_FROM}
WHERE {_OF_OFFICE} AND i.status = 'opened' AND ({_MINE} OR %(leads)s) AND {_KEPT}
ORDER BY i.due_on + 0, i.id LIMIT 7)
UNION ALL
(SELECT 'inspection_documents', i.id, i.number_text, d.what, d.return_by {_FROM}
JOIN inspections_takendocument d ON d.inspection_id = i.id
WHERE {_OF_OFFICE} AND i.status IN ('opened', 'suspended', 'stopped', 'cancelled')
    AND d.returned_at IS NULL AND d.kept_on IS NULL
AND ({_MINE} OR %(leads)s) AND {_KEPT}
ORDER BY d.return_by, d.id LIMIT 7)
UNION ALL
(SELECT 'inspection_consent', i.id, i.number_text, p.reason, i.due_on {_FROM}
JOIN inspections_prolongation p ON p.inspection_id = i.id
JOIN offices_office o ON o.id = coalesce(i.carrier_id, m.holder_id)
WHERE %(leads)s AND o.parent_id = %(office)s AND p.decided_on IS NULL AND i.status = 'opened' AND {_KEPT}
ORDER BY i.due_on + 0, i.id LIMIT 7)
UNION ALL
(SELECT 'inspection_unmanned', i.id, i.number_text, i.norm, i.due_on {_FROM}
WHERE %(leads)s AND {_OF_OFFICE} AND i.status IN ('opened', 'suspended', 'stopped') AND {_KEPT}
AND NOT EXISTS (SELECT 1 FROM inspections_inspectionofficer f
    WHERE f.inspection_id = i.id AND f.relieved_on IS NULL)
ORDER BY i.due_on + 0, i.id LIMIT 7)
UNION ALL
(SELECT DISTINCT 'inspection_tell', i.id, i.number_text, i.norm, NULL::date FROM inspections_inspectiontold t
JOIN inspections_inspection i ON i.id = t.inspection_id JOIN matters_matter m ON m.id = i.matter_id
WHERE t.told_on IS NULL AND {_OF_OFFICE} AND ({_MINE} OR %(leads)s) AND {_KEPT}
ORDER BY 2 LIMIT 7)
UNION ALL
(SELECT 'inspection_told', t.id, CASE i.secrecy WHEN 'none' THEN i.number_text ELSE '…' END,
    CASE i.secrecy WHEN 'none' THEN i.norm ELSE '…' END, NULL::date FROM inspections_inspectiontold t
JOIN inspections_inspection i ON i.id = t.inspection_id
WHERE t.office_id = %(office)s AND t.told_on > %(on)s::date - 14 AND %(leads)s
    AND i.id NOT IN ({_COMPLAINS})
ORDER BY t.told_on DESC, t.id LIMIT 7)
"""  # noqa: S608 - every piece is a constant of this code
WAITING = " UNION ALL ".join([_OWN, *_ABOVE])
assert reading.SECRET in _KEPT, "who may not read is declared before"
implements("O.8.4", "O.8.d5", code="qadaga.supervision.inspections.selectors.waiting")
