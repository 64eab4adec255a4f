"""Reports of interference: made by anybody of the service, read above the person reported, closed (L.2.7).

Their journal is a sealed chain of its own: no office's journal shows that a report was made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.authority.alarms.declared import raises
from qadaga.common.errors import InvalidInput, NotFound, Problems
from qadaga.common.i18n import N_
from qadaga.common.sortkeys import sort_key
from qadaga.common.text import clean
from qadaga.journal.reads import record_reads
from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.law.model import Subject
from qadaga.offices import selectors as offices
from qadaga.offices.dated import in_force
from qadaga.organisation.conduct import route
from qadaga.organisation.conduct.models import InterferenceReader, InterferenceReport, State
from qadaga.organisation.exercise import Exercise, exercise
from qadaga.organisation.refusals import check_version
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment, Person

KIND, CONSIDER = "interference", "duty.consider_interference"
MOST = 20
"""How many reports My day shows; their list has all."""
SEALED = UUID("00000000-0000-7000-8000-00000000027a")
"""The chain that keeps these entries; no office has this id."""


@dataclass(frozen=True, slots=True)
class ReportInput:
    """Who interfered (somebody of the service, or an outsider in words), when, and how."""

    happened_on: date
    text: str
    insider_id: UUID | None = None
    outsider: str = ""


@implements("L.2.7")
@transaction.atomic
def report(*, by: Actor, on: date, given: ReportInput) -> InterferenceReport:
    """Report an attempt; it goes to the offices above whoever is reported.

    Raises InvalidInput (nobody or two named, oneself, a future day, no text), NotPermitted.
    """
    done = exercise(by, "interference.report", Subject(KIND, by.office_code, (by.office_code,)), on)
    values = _checked(given, by, on)
    held = staff.appointment_by_id(by.appointment_id)
    insider = values["insider"]
    readers = route.of_insider(insider, on) if insider else route.of_outsider(held, on)
    row = InterferenceReport.objects.create(
        reporter_id=by.person_id, held=held, reported_on=on, nobody_above=not readers, **values
    )
    InterferenceReader.objects.bulk_create(
        InterferenceReader(report=row, office=office, heads_only=heads_only)
        for office, heads_only in route.by_code(readers)
    )
    _record(done, row)
    return row


@implements("L.2.7")
@transaction.atomic
def close(
    *, by: Actor, on: date, report_id: UUID, outcome: str, version: int | None = None
) -> InterferenceReport:
    """Record what came of it. Raises InvalidInput, NotPermitted, Stale, NotFound (to who may not read)."""
    row = _found(by, on, report_id, lock=True)
    done = exercise(by, "interference.close", subject_of(row, by, on), on)
    check_version(row, version)
    row.outcome = clean(outcome, field="outcome", max_length=4000, multiline=True, required=True)
    row.state, row.closed_on, row.closed_by_id = State.CLOSED, on, by.appointment_id
    row.version += 1
    row.save()
    _record(done, row)
    return row


@implements("L.2.7")
def read(*, by: Actor, on: date, report_id: UUID) -> InterferenceReport:
    """The report, its reading noted in the sealed chain; NotFound to everybody who may not read it."""
    row = _found(by, on, report_id)
    authority.require(by, "interference.read", subject_of(row, by, on), on=on)
    if row.read_on is None and row.reporter_id != by.person_id:
        row.read_on = on
        InterferenceReport.objects.filter(id=row.id, read_on=None).update(read_on=on)
    record_reads(office_id=SEALED, subjects=[(KIND, row.id)], by=by.journal(), on=on)
    return row


def visible(by: Actor, on: date) -> QuerySet[InterferenceReport]:
    """The reports the actor may read, and no trace of any other: the scope of every page and list."""
    rows = InterferenceReport.objects.select_related("reporter", "insider", "held__office")
    above = _as_leader(by, on)
    mine = Q(reporter=by.person_id)
    return rows.filter(mine if above is None else mine | above).filter(~_about(by))


def waiting(by: Actor, on: date) -> list[InterferenceReport]:
    """Open reports that wait for this leader: the alarm of the day. The reporter's own are left out."""
    above = _as_leader(by, on)
    if above is None:
        return []
    rows = InterferenceReport.objects.filter(above, ~_about(by), state=State.OPENED)
    return list(rows.exclude(reporter=by.person_id).order_by("-id")[:MOST])


@implements("L.2.7")
@raises(CONSIDER)
def unread(row: InterferenceReport, on: date) -> int | None:
    """For how many days nobody it goes to has opened the report, once that is longer than the duty allows.

    This alarm is heard in My day of those leaders only, and keeps no entry in any office's journal: there
    even its number would tell of the report. What nobody has reported, nobody but the person can know.
    """
    waits = on - row.reported_on
    allowed = timedelta(minutes=catalogue.law().at(on).duties[CONSIDER].alarm_minutes or 0)
    late = row.read_on is None and not row.nobody_above and row.state == State.OPENED and waits >= allowed
    return waits.days if late else None


def subject_of(row: InterferenceReport, by: Actor, on: date) -> Subject:
    """The report as the law sees it: where it is addressed, and how this actor stands to it."""
    path = _path(row, by, on)
    return Subject(
        kind=KIND,
        office=path[-1],
        path=path,
        status=row.state,
        marks=frozenset(_marks(row, by, on)),
    )


def find_insider(office_code: str, name: str, on: date) -> Person:
    """The person of that family name who holds a post in the office. Raises InvalidInput on `name`."""
    wanted = sort_key(clean(name, field="name", max_length=200, required=True))
    people = staff.people_of(offices.office_by_code(office_code).id, on)
    found = {row.person_id: row.person for row in people if row.person.sort_key.startswith(wanted)}
    if len(found) != 1:
        message = (
            N_("Several people there have this name: write the given name and the patronymic too.")
            if found
            else N_("Nobody of this name holds a post in that office. Check both.")
        )
        raise InvalidInput.of("name", "several" if found else "nobody", message)
    return next(iter(found.values()))


def _as_leader(by: Actor, on: date) -> Q | None:
    """What the actor reads as a leader of the office; None for whoever leads nothing.

    An office whose head of today is the person reported reads nothing: a promotion opens no report.
    """
    who = by.who(on)
    if who is None:
        return None
    post = catalogue.law().at(on).posts[who.post]
    heads = post.heads or who.acting
    if not heads and not post.deputy:
        return None
    readers = InterferenceReader.objects.filter(report=OuterRef("pk"), office=by.office_id)
    readers = readers if heads else readers.filter(heads_only=False)
    headed = Appointment.objects.filter(
        in_force(on), office=by.office_id, heads=True, person=OuterRef("insider")
    )
    return Exists(readers) & ~Exists(headed)


def _about(by: Actor) -> Q:
    return Q(insider__isnull=False, insider=by.person_id)


def _found(by: Actor, on: date, report_id: UUID, *, lock: bool = False) -> InterferenceReport:
    rows = visible(by, on).filter(id=report_id)
    row = (rows.select_for_update(of=("self",)) if lock else rows).first()
    if row is None:
        raise NotFound()
    return row


def _path(row: InterferenceReport, by: Actor, on: date) -> tuple[str, ...]:
    """The line it is about that the actor stands in; for the reporter, the office of the hat."""
    if row.reporter_id == by.person_id:
        return (by.office_code,)
    posts = [row.held] if row.insider is None else list(staff.service_of(row.insider.id))
    lines = [offices.path(post.office, row.reported_on) for post in posts]
    return next((line for line in lines if by.office_code in line), lines[0])


def _marks(row: InterferenceReport, by: Actor, on: date) -> list[str]:
    head = staff.head_of(by.office_id, on)
    marks = {
        "reporter": row.reporter_id == by.person_id,
        "nobody_above": row.reporter_id == by.person_id and row.nobody_above,
        "reported": row.insider_id == by.person_id,
        "head_reported": (
            head is not None and row.insider_id == head.person_id and row.reporter_id != by.person_id
        ),
    }
    return [mark for mark, holds in marks.items() if holds]


def _checked(given: ReportInput, by: Actor, on: date) -> dict[str, Any]:
    problems = Problems()
    with problems.collect():
        outsider = clean(given.outsider, field="outsider", max_length=300)
    with problems.collect():
        text = clean(given.text, field="text", max_length=8000, multiline=True, required=True)
    if (given.insider_id is None) == (not given.outsider.strip()):
        problems.add("outsider", "one", N_("Name one: somebody of the service, or an outsider."))
    if given.insider_id == by.person_id:
        problems.add("name", "oneself", N_("This is you; name who interfered."))
    if given.happened_on > on:
        problems.add("happened_on", "future", N_("This day has not come yet. Check the year."))
    problems.check()
    insider = staff.person_by_id(given.insider_id) if given.insider_id else None
    return {"insider": insider, "outsider": outsider, "text": text, "happened_on": given.happened_on}


def _record(done: Exercise, row: InterferenceReport) -> None:
    # Neither who is reported nor by whom it is read stands in the journal; the entry's own actor does.
    done.record(done.ruling.power, SEALED, (KIND, row.id), {"state": row.state})
