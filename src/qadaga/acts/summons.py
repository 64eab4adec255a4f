"""Summons for explanations, wherever they are issued: what is entered, how they end (O.8.7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from qadaga.acts.choices import Appearance, Language, Role
from qadaga.acts.letters import services as letters
from qadaga.acts.letters.choices import LetterKind
from qadaga.acts.letters.paper import Said
from qadaga.acts.models.summoned import Summoned
from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.identifiers import parse_iin
from qadaga.documents.words import long_date
from qadaga.law import citing, wording
from qadaga.law.catalogue import load
from qadaga.matters import dates, deaths
from qadaga.matters.choices import ServingWay
from qadaga.matters.dates import choice, within
from qadaga.matters.services.base import text
from qadaga.matters.step import Step
from qadaga.offices.models import Office


@dataclass(frozen=True, slots=True)
class Called:
    """Whom a summons calls, about what, where and when, how it is handed over, in which language its letter
    is; the IIN and the proof where they are known.
    """

    role: str
    name: str
    about: str
    place: str
    called_at: datetime
    way: str
    representative: str = ""
    proof: str = ""
    language: str = Language.RU
    iin: str = ""


@dataclass(frozen=True, slots=True)
class Within:
    """Inside what a summons is issued: whose its letter is, the office, the number of that record."""

    kind: str
    office: Office
    number: str


@dataclass(frozen=True, slots=True)
class Ended:
    """How a summons ended: the explanation in the person's words, a refusal, an absence, or a death.

    An absence counts where the delivery is proven; `consequence` says what follows from it. Of the dead
    the day of death is told, and nothing follows.
    """

    appearance: str
    explanation: str = ""
    signed: bool = False
    proof: str = ""
    consequence: str = ""
    died_on: date | None = None


def words(called: Called) -> dict[str, Any]:
    """The columns of a new summons. Raises InvalidInput."""
    return {
        "role": choice("role", called.role, Role.values),
        "way": choice("way", called.way, ServingWay.values),
        "name": text("name", called.name, 200, multiline=False),
        "iin": parse_iin(called.iin).value if called.iin.strip() else None,
        "about": text("about", called.about),
        "place": text("place", called.place, 300, multiline=False),
        "representative": _line("representative", called.representative),
        "proof": _line("proof", called.proof),
    }


def marks(called: Mapping[str, Any]) -> frozenset[str]:
    """What the law is told of whom the summons calls: that a register notes their death."""
    return deaths.marks(called["iin"])


def hour(called: Called) -> datetime:
    """The hour to come. Raises InvalidInput where it has passed."""
    if dates.moment("called_at", called.called_at) <= clock.now():
        raise InvalidInput.of("called_at", "past", N_("Give an hour to come: people need time to appear."))
    return called.called_at


def send(row: Summoned, within: Within, language: str, step: Step[Any]) -> None:
    """The letter of a summons just made. Call before the journal line. Raises InvalidInput on `language`."""
    language = choice("language", language, Language.values)
    cited = (citation.clause for citation in load().powers[step.power].citations)
    said = Said(
        kind=LetterKind.SUMMONS,
        language=language,
        addressee=row.name,
        ground=f"{wording.title('grounds', step.ground or '', language)}, № {within.number}",
        norm=citing.printed(cited, language),
        text=row.about,
        details={
            "place": row.place,
            "hour": _hour_said(row.called_at, language),
            "representative": row.representative,
        },
    )
    letters.write_own(within.kind, row.id, within.office, said, step)


def _hour_said(moment: datetime, language: str) -> str:
    local = clock.local(moment)
    return f"{long_date(local.date(), language)}, {local:%H:%M}"


def check(ended: Ended, on: date) -> Ended:
    """What was entered of the end, cleaned. Raises InvalidInput."""
    choice("appearance", ended.appearance, Appearance.values)
    told, dead = ended.appearance == Appearance.EXPLAINED, ended.appearance == Appearance.DEAD
    return Ended(
        ended.appearance,
        text("explanation", ended.explanation, 20_000, required=told),
        ended.signed and told,
        _line("proof", ended.proof),
        "" if dead else text("consequence", ended.consequence, required=False),
        _died_on(ended.died_on, on) if dead else None,
    )


def _died_on(given: date | None, on: date) -> date:
    if given is None:
        raise InvalidInput.of("died_on", "required", N_("Give the day of death."))
    return within("died_on", given, earliest=None, latest=on)


def close(row: Summoned | None, ended: Ended, by: Actor, on: date) -> Summoned:
    """Write how it ended, once. Raises InvalidInput (no such summons, an absence unproven), AlreadyDone."""
    if row is None:
        raise InvalidInput.of("summons_id", "unknown", N_("There is no such summons here."))
    if row.recorded_on is not None:
        raise AlreadyDone()
    row.proof, row.died_on = ended.proof or row.proof, ended.died_on
    _held_to_it(row, ended)
    if ended.appearance == Appearance.ABSENT and not row.proof:
        raise InvalidInput.of(
            "proof",
            "required",
            N_("Who did not come is held to it only where the delivery is proven (O.8.7)."),
        )
    row.appearance, row.explanation, row.signed = ended.appearance, ended.explanation, ended.signed
    row.consequence, row.recorded_on, row.recorded_by_id = ended.consequence, on, by.appointment_id
    row.save()
    return row


def _held_to_it(row: Summoned, ended: Ended) -> None:
    """Nobody is held to a summons whose hour they did not live to see; what they said in life stays said."""
    missed = ended.appearance in (Appearance.ABSENT, Appearance.REFUSED)
    if missed and deaths.after(row.iin, clock.local(row.called_at).date()):
        raise Conflict(
            "person_died",
            N_("By the register the person had died before the hour: choose «Died before coming» (O.8.7)."),
        )


def _line(field: str, value: str) -> str:
    return text(field, value, 200, multiline=False, required=False)
