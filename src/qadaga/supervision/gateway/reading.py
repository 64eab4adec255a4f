"""From whom a look-up is kept: its matter complains of them (L.1.10, O.8.d5)."""

from qadaga.authority import barred

barred.declare(
    "lookup",
    "SELECT l.id FROM matters_complainedof c JOIN gateway_lookup l ON l.matter_id = c.matter_id"
    " WHERE c.person_id = %(reader)s::uuid",
)
