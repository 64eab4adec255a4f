"""What summons add to the card of an appeal, and to that of the matter that considers it."""

from qadaga.acts.letters.selectors import letters_part
from qadaga.appeals.summonses.models import AppealSummons
from qadaga.matters.gather import Part

OF_APPEAL: tuple[Part, ...] = (
    Part("summonses", AppealSummons, "t.appeal_id = %(id)s"),
    letters_part("letters", "IN (SELECT s.id FROM summonses_appealsummons s WHERE s.appeal_id = %(id)s)"),
)
OF_MATTER: tuple[Part, ...] = (
    Part(
        "appeal_summonses",
        AppealSummons,
        "t.appeal_id IN (SELECT a.id FROM appeals_appeal a WHERE a.matter_id = %(id)s)",
    ),
)
