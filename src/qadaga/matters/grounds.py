"""Whether a ground that a measure names is really there, asked of every layer that knows.

The law says which grounds a power may rest on; that an appeal is under consideration, or an inspection under
way, is a fact of its own register. Upper layers register how to look; the case file knows none by name.
"""

from collections.abc import Callable

from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.catalogue import load
from qadaga.matters.models import Matter

Look = Callable[[Matter], bool]
_looks: dict[str, Look] = {}


def register(*grounds: str) -> Callable[[Look], Look]:
    """Let `look` say whether each of these grounds is there in a matter."""

    def keep(look: Look) -> Look:
        for ground in grounds:
            _looks[ground] = look
        return look

    return keep


def is_there(matter: Matter, ground: str) -> bool:
    """Whether the ground is there; one that no register can look up is the officer's to answer for."""
    look = _looks.get(ground)
    return look is None or look(matter)


def require(matter: Matter, ground: str) -> None:
    """Raise InvalidInput on `ground` where no register knows of it in this matter, with the clause."""
    if is_there(matter, ground):
        return
    record = load().grounds[ground]
    raise InvalidInput.of(
        "ground",
        "not_there",
        N_("This ground is not there in the matter (%(clause)s). Choose one that is."),
        clause=record.citations[0].clause,
    )
