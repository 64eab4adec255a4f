"""What an investigation says to the prosecution of its number, and hears of it (L.3.2, O.7.3).

The two directions stand beside each other and know none the other; the one that keeps investigations
declares here how it is asked and told.
"""

from datetime import date
from typing import Protocol, TypeVar

from qadaga.authority.actor import Actor
from qadaga.common.errors import FieldError
from qadaga.common.i18n import N_

NOT_HERE = FieldError(
    "erdr", "not_here", N_("This number cannot be taken here. Check it, or ask the office above yours.")
)
"""What is said of a number that another card has, to whoever does not see that card."""


class Kept(Protocol):
    """Whoever keeps investigations."""

    def refuse(self, number: str, *, by: Actor) -> None:
        """Raise InvalidInput or Conflict where no prosecution of the number begins in the actor's office."""

    def went_to_court(self, number: str, paper: str, *, by: Actor, on: date) -> None:
        """The case of the number was transferred to court by the paper, by somebody ruled to do so."""


K = TypeVar("K", bound=Kept)
_kept: list[Kept] = []


def declare(kept: K) -> K:
    """Ask and tell this keeper of investigations from now on."""
    _kept.append(kept)
    return kept


def refuse(number: str, *, by: Actor) -> None:
    """Raise what a keeper of investigations raises; none knows most numbers."""
    for kept in _kept:
        kept.refuse(number, by=by)


def went_to_court(number: str, paper: str, *, by: Actor, on: date) -> None:
    """Tell the keepers that the case of the number went to court, inside the transfer's transaction."""
    for kept in _kept:
        kept.went_to_court(number, paper, by=by, on=on)
