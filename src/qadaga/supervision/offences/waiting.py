"""What of administrative offences waits on the first page: calls for a file not delivered yet (O.8.2),
bodies silent after their term on proceedings that the prosecutor opened or closed (O.8.9).
"""

from qadaga.authority import barred
from qadaga.law.coverage import implements
from qadaga.supervision.offences.subject import OUTCOME, REPLY

# Columns and values are those of `acts.selectors.waiting`, which asks for all at once. Every piece is a
# constant of this code. The day is the last one of the letter's own term: it runs until the delivery.
_KEPT = f"c.id NOT IN ({barred.ids_sql('admin_case')})"
WAITING = f"""
(SELECT 'call_offence', c.id, c.number_text, c.article, c.due_on FROM offences_offencecase c
JOIN offences_filecall f ON f.case_id = c.id
WHERE c.office_id = ANY(%(own)s::uuid[]) AND c.status = 'called' AND f.served_on IS NULL
AND (f.signer_id = %(me)s OR %(leads)s) AND {_KEPT}
ORDER BY c.due_on + 0, c.id LIMIT 7)
UNION ALL
(SELECT 'proceedings_silent', c.id, c.number_text, c.article, m.due_on FROM offences_offencecase c
JOIN matters_term m ON m.subject_kind = 'admin_case' AND m.subject_id = c.id
WHERE c.office_id = ANY(%(own)s::uuid[]) AND c.status IN ('opened', 'closed')
AND m.rule IN ('{REPLY}', '{OUTCOME}') AND m.state = 'running' AND m.due_on < %(on)s::date
AND %(leads)s AND {_KEPT}
ORDER BY m.due_on + 0, c.id LIMIT 7)
"""  # noqa: S608 - constants of ours
implements("O.8.2", "O.8.9", code="qadaga.supervision.offences.waiting")
