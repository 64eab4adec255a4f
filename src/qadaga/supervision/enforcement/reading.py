"""From whom a writ is kept: a matter it belongs to complains of them (L.1.10, O.8.d5)."""

from qadaga.authority import barred

barred.declare(
    "enforcement_case",
    "SELECT w.id FROM matters_complainedof c JOIN enforcement_writ w ON w.matter_id = c.matter_id"
    " WHERE c.person_id = %(reader)s",
)
