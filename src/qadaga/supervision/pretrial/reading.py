"""From whom investigations are kept, with all decided in them: whoever their matter complains of (L.1.10)."""

from qadaga.authority import barred

KIND = "investigation"

_COMPLAINS = (
    "FROM matters_complainedof k JOIN pretrial_case c ON c.matter_id = k.matter_id{}"
    " WHERE k.person_id = %(reader)s::uuid"
)

barred.declare(KIND, f"SELECT c.id {_COMPLAINS.format('')}")
# The registers of what was decided list rows of their own; the terms of custody stand with people.
for kind, table in (
    ("case_party", "pretrial_party"),
    ("sanction", "pretrial_sanction"),
    ("instruction", "pretrial_instruction"),
    ("cancellation", "pretrial_cancellation"),
    ("case_complaint", "pretrial_complaint"),
):
    barred.declare(kind, f"SELECT x.id {_COMPLAINS.format(f' JOIN {table} x ON x.case_id = c.id')}")
