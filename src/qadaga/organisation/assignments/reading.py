"""From whom assignments are kept: whoever the matter or appeal they are about complains of (L.1.10)."""

from qadaga.authority import barred
from qadaga.organisation.assignments.subject import KIND

barred.declare(
    KIND,
    "SELECT a.id FROM matters_complainedof c JOIN assignments_assignment a ON a.about_id = c.matter_id"
    " WHERE c.person_id = %(reader)s::uuid"
    " UNION ALL SELECT a.id FROM appeals_appeal x JOIN assignments_assignment a ON a.about_id = x.id"
    " WHERE x.official_id = %(reader)s::uuid"
    " UNION ALL SELECT a.id FROM matters_complainedof c JOIN appeals_appeal x ON x.matter_id = c.matter_id"
    " JOIN assignments_assignment a ON a.about_id = x.id WHERE c.person_id = %(reader)s::uuid",
)
