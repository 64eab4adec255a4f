"""A higher office gives a lower one an assignment; that one reports; it is taken off control (L.1.2)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga import authority
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.authority.lists.models import SearchEntry
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.ids import new_id
from qadaga.law.coverage import implements
from qadaga.matters import change, terms
from qadaga.matters.dates import choice
from qadaga.matters.services.base import text
from qadaga.matters.step import Step, stored
from qadaga.offices.models import Office
from qadaga.offices.selectors import office_by_id, offices_open, path
from qadaga.organisation.assignments.choices import GIVE, REPLY, TAKE_OFF, AboutKind, AssignmentStatus
from qadaga.organisation.assignments.models import Assignment
from qadaga.organisation.assignments.subject import COURSE, KIND, assignment_subject, giving_subject

RULE = "referral_control"


@dataclass(frozen=True, slots=True)
class Given:
    """What a lower office, named by its code, is to do by the last day, about which matter or appeal."""

    to_office: str
    what: str
    last_day: date
    about: str = AboutKind.OFFICE
    number: str = ""


@implements("L.1.2", "O.13.1")
def give(*, given: Given, by: Actor, on: date) -> Assignment:
    """Give an assignment to an office below; the term of control runs to its last day.

    Raises NotPermitted (an equal or a higher one, another's sphere, no leader), InvalidInput.
    """
    about = choice("about", given.about, AboutKind.values)
    to = offices_open(on).filter(code=given.to_office).first()
    if to is None:
        raise InvalidInput.of("to_office", "unknown", N_("There is no such office on that day. Choose one."))
    with transaction.atomic():
        subject = giving_subject(to, about, on)
        ruling = authority.require(by, GIVE, subject, on=on)
        row = _row(given, to, by, on)
        row.ruling = stored(ruling, by, GIVE, subject, on)
        row.number, row.number_text = change.number(row.given_by, on, "assignment")
        row.due_on = _run(row, by, on)
        row.save(force_insert=True)
        COURSE.begun(row, GIVE, subject, ruling, by=by, on=on).journal(
            to=to.code, about=about, number=row.number, due=row.due_on
        )
        return row


@implements("L.1.2")
def report(*, assignment_id: UUID, version: int, report: str, by: Actor, on: date) -> Assignment:
    """The lower office reports what it did; the term ends. Raises Conflict where it has reported already."""
    with transaction.atomic():
        step = _step(assignment_id, version, REPLY, by, on)
        said = text("report", report, 8000)
        terms.finish_open(kind=KIND, subject_id=step.row.id, on=on, by=by)
        step.save(report=said, reported_on=on, reported_by_id=by.appointment_id, due_on=None)
        step.journal(reported=on)
        return step.row


@implements("L.1.2")
def take_off(*, assignment_id: UUID, version: int, by: Actor, on: date) -> Assignment:
    """Take a reported assignment off control: it is carried out. Raises Conflict before the report."""
    with transaction.atomic():
        step = _step(assignment_id, version, TAKE_OFF, by, on, to=AssignmentStatus.DONE)
        step.save(taken_off_on=on, taken_off_by_id=by.appointment_id)
        step.journal(taken_off=on)
        return step.row


@implements("L.1.2")
def give_back(
    *, assignment_id: UUID, version: int, remarks: str, last_day: date, by: Actor, on: date
) -> Assignment:
    """Give a reported assignment back with remarks and a new last day; the term of control runs anew."""
    with transaction.atomic():
        step = _step(assignment_id, version, TAKE_OFF, by, on, to=AssignmentStatus.GIVEN)
        row = step.row
        said = text("remarks", remarks, 4000)
        row.last_day = _last_day(last_day, on)
        step.save(remarks=said, last_day=row.last_day, due_on=_run(row, by, on))
        step.journal(last_day=row.last_day, due=row.due_on)
        return row


def _step(
    pk: UUID, version: int, power: str, by: Actor, on: date, *, to: str | None = None
) -> Step[Assignment]:
    rows = barred.without(Assignment.objects.select_related("office", "given_by"), by.person_id, KIND)
    row = change.locked(rows, pk, by=by, on=on)
    change.expect(row, version)
    step = COURSE.rule(row, power, assignment_subject(row, by, on), by=by, on=on, to=to)
    if power == TAKE_OFF and by.office_code not in path(row.given_by, on):
        raise Conflict(
            "not_yours", N_("An office above yours gave this assignment; only that one takes it off control.")
        )
    return step


def _row(given: Given, to: Office, by: Actor, on: date) -> Assignment:
    about_id, about_number = _about(given, to, by)
    return Assignment(
        id=new_id(),
        office=to,
        region_id=to.region_id,
        given_by=office_by_id(by.office_id),
        year=on.year,
        status=AssignmentStatus.GIVEN,
        about=given.about,
        about_id=about_id,
        about_number=about_number,
        what=text("what", given.what, 8000),
        given_on=on,
        by_id=by.appointment_id,
        last_day=_last_day(given.last_day, on),
    )


def _about(given: Given, to: Office, by: Actor) -> tuple[UUID | None, str]:
    """The matter or appeal of that office by its number. Raises InvalidInput.

    What complains of the actor is none, as in every list: nobody directs the work on it, nor learns of it.
    """
    if given.about == AboutKind.OFFICE:
        return None, ""
    number = text("number", given.number, 60, multiline=False)
    rows = SearchEntry.objects.filter(kind=given.about, number=number, office_id=to.id)
    found = barred.without(rows, by.person_id, given.about).first()
    if found is None:
        raise InvalidInput.of(
            "number", "unknown", N_("This office has nothing of that number. Copy the number from its card.")
        )
    return found.id, found.number


def _last_day(day: date, on: date) -> date:
    if day <= on:
        raise InvalidInput.of(
            "last_day",
            "too_early",
            N_("The last day must come after %(on)s."),
            on=on,
        )
    return day


def _run(row: Assignment, by: Actor, on: date) -> date:
    owner = terms.Owner(KIND, row.id, row.office_id, row.region_id)
    return terms.start(owner=owner, rule=RULE, on=on, by=by, days=(row.last_day - on).days).due_on
