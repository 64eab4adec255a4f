"""What of investigations waits on the first page: instructions and cancelled decisions not delivered yet,
bodies silent after the term of an instruction or after a cancellation (L.3.2, O.8.d3).
"""

from qadaga.authority import barred
from qadaga.law.coverage import implements
from qadaga.supervision.pretrial.reading import KIND

# Columns and values are those of `acts.selectors.waiting`, which asks for all at once. Every piece is a
# constant of this code. The number leads to the case: what waits stands on its card.
_MINE = f"""(c.assignee_id = %(me)s OR %(leads)s) AND c.id NOT IN ({barred.ids_sql(KIND)})"""
_INSTRUCTIONS = """
(SELECT '{sort}', c.id, i.number_text, c.erdr, i.due_on FROM pretrial_instruction i
JOIN pretrial_case c ON c.id = i.case_id
WHERE i.office_id = ANY(%(own)s::uuid[]) AND i.status = 'issued' AND {which} AND {mine}
ORDER BY i.due_on + 0, i.id LIMIT 7)
"""
_CANCELLATIONS = """
(SELECT '{sort}', c.id, x.number_text, c.erdr, x.due_on FROM pretrial_cancellation x
JOIN pretrial_case c ON c.id = x.case_id
WHERE x.office_id = ANY(%(own)s::uuid[]) AND {which} AND {mine}
ORDER BY {order}, x.id LIMIT 7)
"""
_SILENT = "x.status = 'issued' AND x.served_on IS NOT NULL AND x.due_on < %(on)s::date"
WAITING = " UNION ALL ".join(
    (
        _INSTRUCTIONS.format(sort="instruction_undelivered", which="i.served_on IS NULL", mine=_MINE),
        _INSTRUCTIONS.format(
            sort="instruction_silent", which="i.served_on IS NOT NULL AND i.due_on < %(on)s::date", mine=_MINE
        ),
        _CANCELLATIONS.format(
            sort="cancellation_undelivered", which="x.served_on IS NULL", mine=_MINE, order="x.signed_on"
        ),
        _CANCELLATIONS.format(sort="cancellation_silent", which=_SILENT, mine=_MINE, order="x.due_on + 0"),
    )
)
implements("L.3.2", "O.8.d3", code="qadaga.supervision.pretrial.waiting")
