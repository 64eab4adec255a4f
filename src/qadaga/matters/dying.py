"""The one way a card notes that somebody has died, with the proof, and takes a mistaken note back.

Whoever is noted as dead is so for every direction (`matters.deaths`): a note needs a paper, and a mistake
has to be put right by somebody who leads, with the reason on the row.
"""

from dataclasses import dataclass
from datetime import date

from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.matters.dates import within
from qadaga.matters.models.mortal import Mortal
from qadaga.matters.services.base import text

NOTED = ["died_on", "death_paper", "death_paper_on"]


@dataclass(frozen=True, slots=True)
class Death:
    """The day of the death; the paper that proves it, by its name and number, and the day of that paper."""

    died_on: date | None
    paper: str
    paper_on: date | None


def entered(died_on: date | None, death_paper: str, death_paper_on: date | None) -> Death | None:
    """The death as it was entered, for `note` to check; None where nothing of one was."""
    given = died_on or death_paper or death_paper_on
    return Death(died_on, death_paper, death_paper_on) if given else None


def note(row: Mortal, death: Death, *, on: date) -> None:
    """Fill in the columns `NOTED`, unsaved. Raises InvalidInput on `died_on`, `death_paper`,
    `death_paper_on`: no day, no paper, a day to come, a paper older than the death.
    """
    row.died_on = _day("died_on", death.died_on, earliest=None, latest=on)
    row.death_paper = text("death_paper", death.paper, 200, multiline=False)
    row.death_paper_on = _day("death_paper_on", death.paper_on, earliest=row.died_on, latest=on)


def _day(field: str, day: date | None, *, earliest: date | None, latest: date) -> date:
    if day is None:
        raise InvalidInput.of(
            field, "required", N_("Name the day: a death is written down by a paper that proves it.")
        )
    return within(field, day, earliest=earliest, latest=latest)


def take_back(row: Mortal, why: str, *, by: Actor, on: date) -> date:
    """Write that the person lives: the day that was noted by mistake, which the caller journals.

    Raises Conflict where no death is noted on the row, InvalidInput on `why`.
    """
    if row.died_on is None:
        raise Conflict("not_dead", N_("No death of this person is written down on this card."))
    was, row.died_on, row.death_paper, row.death_paper_on = row.died_on, None, "", None
    row.revived_on, row.revived_by_id, row.revived_why = on, by.appointment_id, text("why", why)
    row.save(update_fields=[*NOTED, "revived_on", "revived_by", "revived_why"])
    return was
