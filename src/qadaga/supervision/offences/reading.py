"""From whom cases are kept: whoever their matter complains of; the table that repeats a term's last day."""

from qadaga.authority import barred
from qadaga.matters.due import repeat
from qadaga.supervision.offences.models import OffenceCase

barred.declare(
    "admin_case",
    "SELECT o.id FROM matters_complainedof c JOIN offences_offencecase o ON o.matter_id = c.matter_id"
    " WHERE c.person_id = %(reader)s",
)
repeat("admin_case", OffenceCase)
