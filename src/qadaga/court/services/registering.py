"""Cards are opened: a case in court, a criminal case before it, a judicial act to look into."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from qadaga.acts.choices import ActStatus
from qadaga.acts.models import Act
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.authority.scope import scope_of
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.identifiers import parse_iin
from qadaga.court.choices import (
    AccusedStatus,
    ActKind,
    CallGround,
    CaseKind,
    CaseStatus,
    PartGround,
    ReviewStatus,
)
from qadaga.court.models import Accused, Case, Review
from qadaga.court.services.base import KEEP, course_of, due_on, start_term
from qadaga.court.services.numbers import refuse_begun, taken
from qadaga.court.subject import Card, subject_of
from qadaga.law.coverage import implements
from qadaga.matters import deaths, erdr
from qadaga.matters.dates import choice, within
from qadaga.matters.models import Matter
from qadaga.matters.services.base import text
from qadaga.offices.kato import units
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.refusals import refused_by

PETITIONER_DEAD = "petitioner_dead"
# The day of this year typed with the last one lies further back than this.
LONGEST_AGO = 364
LIVE = ("assigned", "in_work", "suspended", "opened")


@dataclass(frozen=True, slots=True)
class At:
    """The court, where it sits, the case there and what it is about; the matter it belongs to, if any."""

    kind: str
    court: str
    kato: str
    about: str
    number: str = ""
    sphere: str | None = None
    matter_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom the investigation named, with the articles: to be charged or dropped."""

    name: str
    iin: str
    articles: str


@dataclass(frozen=True, slots=True)
class Entered:
    """A case: a criminal one by its ERDR number; another by the ground of taking part.

    `act_id`: the act of ours that went to this court. Of a criminal one: when its file came to the prosecutor
    (today where it is not said), and whom the investigation named.
    """

    at: At
    erdr: str = ""
    ground: str = ""
    act_id: UUID | None = None
    came_on: date | None = None
    people: Sequence[Named] = ()


@dataclass(frozen=True, slots=True)
class Looked:
    """A judicial act: its kind, day, since when in force; why it is looked into, and who asked for it, with
    the IIN where it is a person and the number is known.
    """

    at: At
    act_kind: str
    act_on: date
    in_force_on: date | None
    ground: str
    petitioner: str = ""
    petitioner_iin: str = ""


@implements("O.7.2", "O.7.3")
@transaction.atomic
def open_case(*, entered: Entered, by: Actor, on: date) -> Case:
    """Open the card of a case in the actor's office. A criminal one runs the prosecutor's term from the day
    its file came.

    Raises InvalidInput (twice the same among others), Conflict (its investigation was terminated),
    NotPermitted (another's territory or sphere; people named by whoever is no officer).
    """
    criminal = entered.at.kind == CaseKind.CRIMINAL
    status = CaseStatus.OPENED if criminal else CaseStatus.IN_COURT
    row = Case(status=status, opened_on=on)
    _fill(row, entered.at, by, on, numbered=not criminal)
    if criminal:
        row.erdr = erdr.parse(entered.erdr)
    else:
        row.ground = choice("ground", entered.ground, PartGround.values)
    row.act = _act(entered.act_id, by, on)
    came = _came(entered.came_on or on, on)
    _opened(row, by, on, term="prosecution_decide" if criminal else "", since=came, people=entered.people)
    return row


@implements("L.3.4", "O.8.3")
@transaction.atomic
def open_review(*, entered: Looked, by: Actor, on: date) -> Review:
    """Open the card of a judicial act to look into. A petition for a protest starts its term.

    Raises InvalidInput, NotPermitted (a petitioner who had died, too: the dead ask for nothing, their heirs
    may).
    """
    row = Review(status=ReviewStatus.OPENED, opened_on=on)
    _fill(row, entered.at, by, on, numbered=True)
    row.act_kind = choice("act_kind", entered.act_kind, ActKind.values)
    row.act_on = within("act_on", entered.act_on, earliest=None, latest=on)
    row.in_force_on = entered.in_force_on
    if row.in_force_on is not None and row.in_force_on < row.act_on:
        raise InvalidInput.of(
            "in_force_on",
            "too_early",
            N_("An act enters into force on its own day or later. Check the dates."),
        )
    row.ground = choice("ground", entered.ground, CallGround.values)
    asked = row.ground == CallGround.PETITION
    row.petitioner = text("petitioner", entered.petitioner, 300, multiline=False, required=asked)
    row.petitioner_iin = _petitioner_iin(entered)
    dead = deaths.after(row.petitioner_iin, on, PETITIONER_DEAD)
    _opened(row, by, on, term="petition_for_protest" if asked else "", marks=dead)
    return row


def _came(day: date, on: date) -> date:
    """The day the file came. The term runs from it: one of a year ago and more is a slip of the year."""
    within("came_on", day, earliest=None, latest=on)
    earliest = on - timedelta(days=LONGEST_AGO)
    if day < earliest:
        message = N_("A file that came so long ago? Check the year: the earliest possible is %(earliest)s.")
        raise InvalidInput.of("came_on", "too_early", message, earliest=earliest)
    return day


def _petitioner_iin(entered: Looked) -> str | None:
    if not entered.petitioner_iin.strip():
        return None
    if not entered.petitioner.strip():
        raise InvalidInput.of("petitioner", "required", N_("This field must be filled in."))
    return parse_iin(entered.petitioner_iin, field="petitioner_iin").value


def _opened(
    row: Card,
    by: Actor,
    on: date,
    *,
    term: str,
    since: date | None = None,
    people: Sequence[Named] = (),
    marks: frozenset[str] = frozenset(),
) -> None:
    subject = subject_of(row, by, on, marks=marks | ({"names_people"} if people else set()))
    step = course_of(row).ask(row, KEEP, subject, by=by, on=on)
    if isinstance(row, Case) and row.erdr:
        refuse_begun(row.erdr, by=by, on=on)
    with refused_by(taken(row, by, on)):
        row.save(force_insert=True)
    Accused.objects.bulk_create(_named(row, people, on))
    if term:
        start_term(step, term, since or on)
        row.due_on = due_on(row)
        row.save(update_fields=["due_on"])
    step.journal(kind=row.kind, kato=row.kato, named=len(people))


def _named(row: Card, people: Sequence[Named], on: date) -> list[Accused]:
    if not people:
        return []
    if not isinstance(row, Case) or row.kind != CaseKind.CRIMINAL:
        raise InvalidInput.of("people", "not_criminal", N_("People are named in a criminal case only."))
    iins = [parse_iin(one.iin, on=on, field="people").value for one in people]
    if len(set(iins)) < len(iins):
        message = N_("Two of the people have one IIN. Name each once, with every article beside the name.")
        raise InvalidInput.of("people", "twice", message)
    return [
        Accused(
            case=row,
            office=row.office,
            status=AccusedStatus.NAMED,
            name=text("people", one.name, 300, multiline=False),
            iin=iin,
            articles=text("articles", one.articles, 300, multiline=False),
        )
        for iin, one in zip(iins, people, strict=True)
    ]


def _fill(row: Card, at: At, by: Actor, on: date, *, numbered: bool) -> None:
    office = office_by_id(by.office_id)
    row.office, row.region_id = office, office.region_id
    row.kind = choice("kind", at.kind, CaseKind.values)
    row.court = text("court", at.court, 300, multiline=False)
    if at.kato not in units():
        raise InvalidInput.of("kato", "unknown", N_("There is no such KATO unit. Choose one from the list."))
    row.kato, row.sphere = at.kato, at.sphere or None
    row.number = text("number", at.number, 60, multiline=False, required=numbered)
    row.about = text("about", at.about, 500, multiline=False)
    row.matter = _matter(at.matter_id, by)


def _matter(matter_id: UUID | None, by: Actor) -> Matter | None:
    if matter_id is None:
        return None
    rows = barred.without(Matter.objects.filter(holder=by.office_id, status__in=LIVE), by.person_id, "matter")
    matter = rows.filter(id=matter_id).first()
    if matter is None:
        raise InvalidInput.of("matter", "not_found", N_("Choose an open matter of your office."))
    return matter


def _act(act_id: UUID | None, by: Actor, on: date) -> Act | None:
    if act_id is None:
        return None
    rows = barred.without(Act.objects.filter(status=ActStatus.IN_COURT), by.person_id, "act")
    act = scope_of(by, on).visible(rows).filter(id=act_id).first()
    if act is None or Case.objects.filter(act=act).exists():
        raise InvalidInput.of("act", "not_found", N_("Choose an act that went to court and has no card yet."))
    return act
