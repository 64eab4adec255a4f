"""From whom court work is kept: whoever its matter complains of, the hearings of its cards too (L.1.10)."""

from qadaga.authority import barred

CASE, REVIEW = "court_case", "judicial_act"

_OF_MATTER = (
    "SELECT x.id FROM matters_complainedof k JOIN {} x ON x.matter_id = k.matter_id"
    " WHERE k.person_id = %(reader)s::uuid"
)
_OF_CARD = (
    "SELECT h.id FROM matters_complainedof k JOIN {} x ON x.matter_id = k.matter_id"
    " JOIN court_hearing h ON h.{}_id = x.id WHERE k.person_id = %(reader)s::uuid"
)

barred.declare(CASE, _OF_MATTER.format("court_case"))
barred.declare(REVIEW, _OF_MATTER.format("court_review"))
barred.declare(
    "hearing",
    f"{_OF_CARD.format('court_case', 'case')} UNION ALL {_OF_CARD.format('court_review', 'review')}",
)
