"""From whom checks are kept: whoever their matter complains of; the table that repeats a term's last day."""

from qadaga.authority import barred
from qadaga.matters.due import repeat
from qadaga.supervision.statistics.models import RecordsCheck

barred.declare(
    "records",
    "SELECT r.id FROM matters_complainedof c JOIN records_recordscheck r ON r.matter_id = c.matter_id"
    " WHERE c.person_id = %(reader)s",
)
repeat("records", RecordsCheck)
