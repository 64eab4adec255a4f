"""From whom what an applicant thinks is kept: whoever the appeal complains of (L.1.10)."""

from qadaga.authority import barred

barred.declare(
    "opinion",
    "SELECT t.id FROM trust_opinion t JOIN appeals_appeal a ON a.id = t.appeal_id"
    " LEFT JOIN matters_complainedof c ON c.matter_id = a.matter_id"
    " WHERE a.official_id = %(reader)s::uuid OR c.person_id = %(reader)s::uuid",
)
