"""Somebody is found held unlawfully: the clock of the release starts, everybody above hears it (O.8.d6)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.authority.alarms import services as alarms
from qadaga.authority.alarms.declared import raises
from qadaga.authority.alarms.selectors import running
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.identifiers import parse_iin
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.matters import change, dates
from qadaga.matters.dates import choice, within
from qadaga.matters.models import Matter
from qadaga.matters.of_direction import matter_at_work
from qadaga.matters.services.base import text
from qadaga.organisation.refusals import refused_by
from qadaga.supervision.custody import sameness
from qadaga.supervision.custody.choices import AT_ONCE, HeldStatus, VisitStatus, Wrong
from qadaga.supervision.custody.models import HeldPerson, Place, Visit
from qadaga.supervision.custody.services import base
from qadaga.supervision.custody.subject import held_subject

TWICE = {
    "held_found_once": FieldError(
        "iin", "taken", N_("This person is recorded here for the same already: open that card.")
    )
}
CHECK, RELEASE, GO = "custody.check_person", "duty.release", "duty.go_to_holding"


@dataclass(frozen=True, slots=True)
class Found:
    """Who is held, since when, on what paper, and why it is unlawful. `matter_id`: where it is counted.

    `born`: the birth date or the year alone, as written.
    """

    wrong: str
    name: str
    held_since: datetime
    paper: str
    why: str
    iin: str = ""
    born: str = ""
    minor: bool = False
    matter_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody found without a network: on which visit, at which moment, and how it came to us since.

    `key` is the device's name of the entry, `device_at` what its clock said, `skew_seconds` by how much that
    clock was ahead when it sent.
    """

    visit: Visit
    key: UUID
    at: datetime
    device_at: datetime
    skew_seconds: int


@implements("O.8.d6", "L.3.6")
@raises(RELEASE)
@transaction.atomic
def find(*, place_id: UUID, found: Found, by: Actor, on: date, heard: Heard | None = None) -> HeldPerson:
    """Record somebody held unlawfully. What the law ends at once runs in minutes from that moment on.

    `heard` is given for somebody found without a network: the minutes run since then, and the same entry
    is recorded once. Raises InvalidInput, NotPermitted (an officer who neither leads nor visits), Conflict
    (a closed place).
    """
    place, now = base.place(place_id, by=by, on=on), clock.now()
    base.refuse_closed(place)
    row = HeldPerson(place=place, office=place.office, region_id=place.region_id, status=HeldStatus.FOUND)
    row.visit, row.found_at = _visit(place, by), now
    if heard is not None:
        _hear(row, heard, by, now)
    _fill(row, found)
    # Asked before the finder is noted: finding somebody makes nobody the one in charge of them.
    step = base.HELDS.ask(row, CHECK, held_subject(row, by, on), by=by, on=on)
    row.found_on, row.found_by_id = clock.local(row.found_at).date(), by.appointment_id
    row.matter = open_matter(found.matter_id, place, by)
    with refused_by(TWICE):
        row.save(force_insert=True)
    with journal.gathered():
        alarms.fulfil(subject=("custody_place", place.id), power=CHECK, by=by, at=now)
        if row.wrong in AT_ONCE:
            about, since = ("held_person", row.id), row.found_at
            alarms.begin(RELEASE, subject=about, office=place.office, at=since, by=by)
        step.journal(wrong=row.wrong, place=place.id, found_at=row.found_at.isoformat())
    return row


@transaction.atomic
def found_lawful(*, held_id: UUID, version: int, checked: str, by: Actor, on: date) -> HeldPerson:
    """Record that a second check, by somebody else, found the holding lawful; its clock stops.

    Raises AlreadyDone where a resolution was issued, Conflict for whoever found the person.
    """
    row, now = base.held(held_id, by=by, on=on), clock.now()
    step = base.HELDS.ask(row, CHECK, held_subject(row, by, on), by=by, on=on)
    if row.status != HeldStatus.FOUND:
        raise AlreadyDone()
    change.expect(row, version)
    if row.found_by.person_id == by.person_id:
        raise Conflict(
            "same_officer", N_("You found this person yourself: the second check is somebody else's.")
        )
    said = text("checked", checked)
    step.save(to=HeldStatus.LAWFUL, checked=said, checked_at=now, checked_by_id=by.appointment_id)
    with journal.gathered():
        _stop_clock(row, now)
        step.journal(lawful=True)
    return row


@implements("L.3.6", "O.8.d5")
@transaction.atomic
def record_death(
    *, held_id: UUID, version: int, died_on: date, death: str, by: Actor, on: date
) -> HeldPerson:
    """Record that the person died while held, and by which paper that is known: nobody is left to release.

    Raises AlreadyDone once the person is free or the death is recorded; InvalidInput, NotPermitted.
    """
    row, now = base.held(held_id, by=by, on=on), clock.now()
    step = base.HELDS.ask(row, CHECK, held_subject(row, by, on), by=by, on=on)
    if row.status not in (HeldStatus.FOUND, HeldStatus.RESOLVED):
        raise AlreadyDone()
    change.expect(row, version)
    day = within("died_on", died_on, earliest=clock.local(row.held_since).date(), latest=on)
    step.save(to=HeldStatus.DIED, died_on=day, death=text("death", death))
    with journal.gathered():
        _stop_clock(row, now)
        step.journal(died_on=day)
    return row


def _stop_clock(row: HeldPerson, now: datetime) -> None:
    alarms.pass_over(list(running(RELEASE).filter(subject_id=row.id).select_related("office")), at=now)


def open_matter(matter_id: UUID | None, place: Place, by: Actor) -> Matter | None:
    """An open matter of the direction that the place's own office holds, and that does not complain of the
    actor. Raises InvalidInput.
    """
    if matter_id is None:
        return None
    return matter_at_work(matter_id, office_id=place.office_id, direction="punishments", by=by)


def _visit(place: Place, by: Actor) -> Visit | None:
    going = Visit.objects.filter(place=place, officer=by.appointment_id, status=VisitStatus.GOING)
    return going.first()


def _hear(row: HeldPerson, heard: Heard, by: Actor, now: datetime) -> None:
    row.visit, row.found_at, row.told_at = heard.visit, heard.at, now
    row.key, row.device_at, row.skew_seconds = heard.key, heard.device_at, heard.skew_seconds
    # Whoever took the list along was visiting then, whatever became of the visit meanwhile.
    if by.appointment_id in (heard.visit.officer_id, heard.visit.kept_by_id):
        row.place.__dict__.setdefault("_visits", {})[by.appointment_id] = True


def _fill(row: HeldPerson, found: Found) -> None:
    row.wrong = choice("wrong", found.wrong, Wrong.values)
    row.name = text("name", found.name, 300, multiline=False)
    row.iin = parse_iin(found.iin).value if found.iin else None
    birth = sameness.born(found.born, iin=row.iin, on=clock.local(row.found_at).date())
    row.birth_year, row.born_on = birth.year, birth.on
    row.minor = found.minor
    row.held_since = dates.happened("held_since", found.held_since)
    if row.held_since > row.found_at:
        raise InvalidInput.of(
            "held_since",
            "after_found",
            N_("The person was found before that: check since when they are held."),
        )
    row.paper = text("paper", found.paper, 500, multiline=False)
    row.why = text("why", found.why)
