"""From whom people found held unlawfully are kept in lists: a matter they are counted in complains of them.

Their card is still found, for nothing holds up a release: neither a complaint nor a conflict (O.8.d6).
"""

from qadaga.authority import barred

KIND = "held_person"

barred.declare(
    KIND,
    "SELECT h.id FROM matters_complainedof c JOIN custody_heldperson h ON h.matter_id = c.matter_id"
    " WHERE c.person_id = %(reader)s::uuid",
)
