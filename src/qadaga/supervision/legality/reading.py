"""From whom legal acts are kept: whoever their matter complains of (L.1.10)."""

from qadaga.authority import barred

KIND = "legal_act"

barred.declare(
    KIND,
    "SELECT x.id FROM matters_complainedof k JOIN legality_legalact x ON x.matter_id = k.matter_id"
    " WHERE k.person_id = %(reader)s::uuid",
)
