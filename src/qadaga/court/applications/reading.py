"""From whom applications are kept: whoever their matter complains of (L.1.10)."""

from qadaga.authority import barred

barred.declare(
    "court_claim",
    "SELECT x.id FROM applications_application x JOIN matters_complainedof c ON c.matter_id = x.matter_id"
    " WHERE c.person_id = %(reader)s::uuid",
)
