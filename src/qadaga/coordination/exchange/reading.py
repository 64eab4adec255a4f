"""From whom exchanges are kept: whoever the matter they stand in complains of (L.1.10)."""

from qadaga.authority import barred

KIND = "exchange"

barred.declare(
    KIND,
    "SELECT x.id FROM matters_complainedof c JOIN exchange_exchange x ON x.matter_id = c.matter_id"
    " WHERE c.person_id = %(reader)s::uuid",
)
