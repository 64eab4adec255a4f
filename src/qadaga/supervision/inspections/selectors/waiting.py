"""What of inspections waits for a person: to sign, running, documents to return, wishes to decide."""

from qadaga.authority import barred
from qadaga.law.coverage import implements
from qadaga.supervision.inspections import reading

# Columns and values are those of `acts.selectors.waiting`, which asks for all at once. Nothing under
# a secrecy mark that is not for the reader. Every piece is a constant of this code.
_KEPT = f"i.id NOT IN ({barred.ids_sql('inspection')})"
_MINE = (
    "(m.assignee_id = %(me)s OR EXISTS (SELECT 1 FROM inspections_inspectionofficer f"
    " WHERE f.inspection_id = i.id AND f.appointment_id = %(me)s))"
)
_FROM = "FROM inspections_inspection i JOIN matters_matter m ON m.id = i.matter_id"
_OF_OFFICE = "i.office_id = ANY(%(own)s::uuid[])"
WAITING = f"""
(SELECT 'inspection_sign', i.id, '', i.norm, i.starts_on {_FROM}
WHERE %(leads)s AND {_OF_OFFICE} AND i.status = 'draft' AND {_KEPT}
ORDER BY i.drafted_on, i.id LIMIT 7)
UNION ALL
(SELECT 'inspection_running', i.id, i.number_text, i.norm, i.due_on {_FROM}
WHERE {_OF_OFFICE} AND i.status = 'opened' AND ({_MINE} OR %(leads)s) AND {_KEPT}
ORDER BY i.due_on, i.id LIMIT 7)
UNION ALL
(SELECT 'inspection_documents', i.id, i.number_text, d.what, d.return_by {_FROM}
JOIN inspections_takendocument d ON d.inspection_id = i.id
WHERE {_OF_OFFICE} AND i.status IN ('opened', 'suspended') AND d.returned_at IS NULL AND d.kept_on IS NULL
AND ({_MINE} OR %(leads)s) AND {_KEPT}
ORDER BY d.return_by, d.id LIMIT 7)
UNION ALL
(SELECT 'inspection_consent', i.id, i.number_text, p.reason, i.due_on {_FROM}
JOIN inspections_prolongation p ON p.inspection_id = i.id
JOIN offices_office o ON o.id = m.holder_id
WHERE %(leads)s AND o.parent_id = %(office)s AND p.decided_on IS NULL AND i.status = 'opened' AND {_KEPT}
ORDER BY i.due_on, i.id LIMIT 7)
"""
assert reading.SECRET in _KEPT, "who may not read is declared before"
implements("O.8.4", "O.8.d5", code="qadaga.supervision.inspections.selectors.waiting")
