"""How a measure goes out: by a letter under its number, signed by whoever issues it (O.8.2, O.8.5, O.8.8)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from qadaga.acts.letters import services as letters
from qadaga.acts.letters.choices import MEASURE, LetterKind
from qadaga.acts.letters.paper import Said
from qadaga.acts.models import Measure
from qadaga.authority.actor import Actor
from qadaga.law import citing, wording
from qadaga.law.catalogue import load
from qadaga.law.model import Ruling
from qadaga.matters.outside import closed_outside


@dataclass(frozen=True, slots=True)
class Lettered:
    """What the letter of a measure says beside what every letter does: the term of the answer, the days it
    sets itself, the norm where it is not that of the power, the values that only its kind has.
    """

    rule: str
    days: int | None = None
    norm: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Exercised:
    """The power that issued a measure and the ground it gave, as its letter keeps them."""

    power: str
    ground: str | None
    by: Actor
    on: date
    ruling: Ruling
    kept: dict[str, Any]

    def stored_ruling(self) -> dict[str, Any]:
        """The ruling with the facts it was given on."""
        return self.kept


def send(measure: Measure, letter: Lettered, step: Exercised) -> None:
    """Write the letter of a measure that has its number. A request rests on the ground of its matter.

    The number of a matter closed to the outside stays in the house: its letter names none.
    """
    language, addressee = measure.language, measure.addressee
    assert addressee is not None  # a constraint: only a note of findings has none
    cited = (citation.clause for citation in load().powers[step.power].citations)
    said = Said(
        kind=LetterKind(measure.kind),
        language=language,
        addressee=addressee.name(language),
        ground=wording.title("grounds", step.ground or measure.matter.kind, language),
        norm=letter.norm or citing.printed(cited, language),
        text=measure.text,
        why=measure.ground,
        matter=_number(measure),
        rule=letter.rule,
        days=letter.days,
        details=letter.details,
    )
    of = letters.Numbered(MEASURE, measure.id, measure.office, measure.number, measure.number_text)
    letters.write(of, said, step)


def _number(measure: Measure) -> str:
    return "" if closed_outside([measure.matter_id]) else measure.matter.number_text
