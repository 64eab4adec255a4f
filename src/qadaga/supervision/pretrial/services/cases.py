"""The case card: taken under supervision, given to a prosecutor, studied, its course and end (L.3.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.authority.alarms import services as alarms
from qadaga.common import clock
from qadaga.common.errors import Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.matters import erdr, terms
from qadaga.matters.dates import choice, within
from qadaga.matters.models import Body
from qadaga.matters.services.base import text
from qadaga.offices.kato import units
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.refusals import refused_by
from qadaga.organisation.shifts.selectors import candidates
from qadaga.supervision.pretrial.choices import LIVE, CaseStatus, Course, EntryKind
from qadaga.supervision.pretrial.models import Case, Entry
from qadaga.supervision.pretrial.services import base
from qadaga.supervision.pretrial.services.people import held_in
from qadaga.supervision.pretrial.subject import KEEP, case_subject

TERM = "pretrial_investigation"
TAKEN = {"pretrial_case_erdr_key": FieldError("erdr", "taken", N_("A case of this number is there already."))}


@dataclass(frozen=True, slots=True)
class Taken:
    """A case as it is entered: `articles` of the criminal code, `registered_on` in ERDR."""

    erdr: str
    body: Body
    investigator: str
    articles: Sequence[str]
    gist: str
    registered_on: date
    kato: str
    sphere: str | None = None


@implements("L.3.2", "O.7.1")
@transaction.atomic
def register(*, taken: Taken, by: Actor, on: date) -> Case:
    """Take an investigation under the supervision of the actor's office; its term runs from the registration.

    Raises InvalidInput (the number's format, one that is there), NotPermitted (territory, sphere).
    """
    office = office_by_id(by.office_id)
    row = Case(office=office, region_id=office.region_id, status=CaseStatus.OPENED, body=taken.body)
    row.erdr, row.kato, row.sphere = erdr.parse(taken.erdr), taken.kato, taken.sphere or None
    if row.kato not in units():
        raise InvalidInput.of("kato", "unknown", N_("There is no such KATO unit. Choose one from the list."))
    row.investigator = text("investigator", taken.investigator, 300, multiline=False)
    row.articles = [text("articles", one, 60, multiline=False) for one in taken.articles if one.strip()]
    if not row.articles:
        raise InvalidInput.of("articles", "missing", N_("Name the articles the investigation is about."))
    row.gist = text("gist", taken.gist)
    row.registered_on = within("registered_on", taken.registered_on, earliest=None, latest=on)
    row.taken_on, row.taken_by_id = on, by.appointment_id
    subject = case_subject(row, by, on)
    step = base.CASES.ask(row, "investigation.register", subject, by=by, on=on)
    made = base.owner(row, "investigation", row.id)
    term, event = terms.new_term(owner=made, rule=TERM, on=row.registered_on, by=by)
    row.due_on = term.due_on
    with refused_by(TAKEN):
        row.save(force_insert=True)
    term.save(force_insert=True)
    event.save(force_insert=True)
    step.journal(body=row.body_id, kato=row.kato)
    return row


@implements("L.3.2", "O.13.1")
@transaction.atomic
def assign(*, case_id: UUID, version: int, assignee_id: UUID, by: Actor, on: date) -> Case:
    """Name the prosecutor who supervises the case, of its own office."""
    case = base.lock(case_id, version, by=by, on=on)
    step = base.begin(case, "investigation.assign", by=by, on=on)
    if assignee_id not in {held.id for held in candidates(case.office_id, on)}:
        raise InvalidInput.of(
            "assignee", "not_of_office", N_("Choose an officer who serves in the office then.")
        )
    step.save(to=case.status, assignee_id=assignee_id)
    step.journal(assignee=assignee_id)
    return case


@implements("L.3.2", "O.8.1")
@transaction.atomic
def enter(
    *, case_id: UUID, version: int, kind: str, done_on: date, norm: str, outcome: str, by: Actor, on: date
) -> Entry:
    """Record that the file was studied, or a procedural action of one's own, with its norm (O.8.1)."""
    case = base.lock(case_id, version, by=by, on=on)
    action = choice("kind", kind, EntryKind.values) == EntryKind.ACTION
    power, ground = ("procedure.act", "code_names_it") if action else ("investigation.study", None)
    step = base.begin(case, power, by=by, on=on, ground=ground)
    row = Entry.objects.create(
        case=case,
        office_id=case.office_id,
        region_id=case.region_id,
        kind=kind,
        on=within("done_on", done_on, earliest=case.registered_on, latest=on),
        norm=text("norm", norm, 500, multiline=False),
        outcome=text("outcome", outcome),
        by_id=by.appointment_id,
    )
    step.save(to=case.status)
    step.journal(entry=row.id)
    return row


@implements("L.3.2")
@transaction.atomic
def record_course(
    *, case_id: UUID, version: int, course: str, happened_on: date, said: str, by: Actor, on: date
) -> Case:
    """Record that the body interrupted, resumed or ended the investigation, or that it went to court.

    Raises Conflict where the case is not where that leads from, or somebody is still in custody.
    """
    case = base.lock(case_id, version, by=by, on=on)
    to = choice("course", course, Course.values)
    reason = text("said", said)
    if to == case.status or case.status not in LIVE:
        raise Conflict("wrong_status", N_("The case stands there already, or it has ended."))
    step = base.begin(case, KEEP, by=by, on=on, to=to)
    day = within("happened_on", happened_on, earliest=case.registered_on, latest=on)
    changes = _run(case, to, day, by, reason) if to in LIVE else _end(case, to, day, by, reason)
    step.save(to=to, **changes)
    with journal.gathered():
        if to not in LIVE:
            alarms.fulfil(subject=("investigation", case.id), power=KEEP, by=by, at=clock.now())
        step.journal(course=to, happened_on=day)
    return case


def reopen(case: Case, by: Actor, on: date, reason: str) -> dict[str, Any]:
    """The columns of a case whose interruption or termination was cancelled: its term runs on."""
    waiting = terms.open_term("investigation", case.id, TERM)
    if waiting is None:
        waiting = terms.start(owner=base.owner(case, "investigation", case.id), rule=TERM, on=on, by=by)
    elif case.status == CaseStatus.SUSPENDED:
        waiting = terms.resume(term=waiting, on=on, by=by, reason=reason)
    return {"due_on": waiting.due_on, "ended_on": None, "outcome": ""}


def _run(case: Case, to: str, day: date, by: Actor, reason: str) -> dict[str, Any]:
    term = terms.open_term("investigation", case.id, TERM)
    assert term is not None  # a case that has not ended has its term
    move = terms.suspend if to == CaseStatus.SUSPENDED else terms.resume
    return {"due_on": move(term=term, on=day, by=by, reason=reason).due_on}


def _end(case: Case, to: str, day: date, by: Actor, reason: str) -> dict[str, Any]:
    if to == CaseStatus.CLOSED and held_in(case).exists():
        raise Conflict("in_custody", N_("Somebody is still held in this case. Record the release first."))
    terms.finish_open(kind="investigation", subject_id=case.id, on=day, by=by, reason=reason)
    return {"due_on": None, "ended_on": day, "outcome": reason}
