"""Parts of an incoming request, passed down to offices that an order has given the power (L.3.7, L.1.2)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.authority.delegations.selectors import of_office
from qadaga.common.errors import AlreadyDone, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.services.base import text
from qadaga.matters.step import Step
from qadaga.offices.kato import units
from qadaga.offices.models import Office
from qadaga.organisation.refusals import refused_by
from qadaga.staff.models import Appointment
from qadaga.treaties.choices import PartStatus, RequestStatus
from qadaga.treaties.models import Part, Request
from qadaga.treaties.services import base
from qadaga.treaties.subject import (
    EXECUTE,
    GIVE,
    PARTS,
    PASS_DOWN,
    PROCEDURAL,
    REQUESTS,
    part_subject,
    place_subject,
    request_subject,
)

TAKEN = {
    "part_once_an_office": FieldError(
        "office", "taken", N_("This office carries out a part of it already. Wait for its outcome.")
    )
}


@dataclass(frozen=True, slots=True)
class Passed:
    """Which office does what, in how many calendar days; where, if the task has a place."""

    office_id: UUID
    task: str
    days: int
    kato: str | None = None


@implements("L.3.7", "L.1.2")
@transaction.atomic
def pass_down(*, request_id: UUID, version: int, passed: Passed, by: Actor, on: date) -> Part:
    """Pass a part to the central authority's own officers, or to an office that holds the power by an order.

    Raises InvalidInput on `office` where no order has passed the power to it, or it has a part already.
    """
    step = base.request(request_id, PASS_DOWN, version, by=by, on=on)
    office = _executor(step.row, passed.office_id, on)
    row = Part(
        request=step.row,
        office=office,
        region_id=office.region_id,
        no=step.row.parts.count() + 1,
        status=PartStatus.GIVEN,
        task=text("task", passed.task),
        kato=_kato(passed.kato),
        given_on=on,
        given_by_id=by.appointment_id,
    )
    base.start_term(row, "treaty_part", "treaty_part", passed.days, by=by, on=on)
    with refused_by(TAKEN):
        row.save(force_insert=True)
    step.save()
    step.journal(part=row.id, office=office.id)
    return row


@implements("L.3.7")
@transaction.atomic
def give_part(*, part_id: UUID, version: int, officer_id: UUID, by: Actor, on: date) -> Part:
    """Give the part to an officer of the office that carries it out. Raises InvalidInput on `officer`."""
    row = _locked(part_id, by, on)
    step = PARTS.ask(row, GIVE, place_subject(row, by, on), by=by, on=on)
    change.expect(row, version)
    held = Appointment.objects.filter(id=officer_id, office=row.office, officer=True).first()
    if held is None or not held.holds(on):
        raise InvalidInput.of("officer", "not_of_office", N_("Choose an officer who serves in this office."))
    step.save(officer=held)
    step.journal(officer=held.id)
    return row


@implements("L.3.7", "O.9")
@transaction.atomic
def complete_part(*, part_id: UUID, version: int, outcome: str, by: Actor, on: date) -> Part:
    """Carry the part out: its outcome goes to the central authority; with the last one the request is done.

    Raises NotPermitted where the power is not, or no longer, passed to the office (L.1.2), AlreadyDone.
    """
    row = _locked(part_id, by, on)
    subject = part_subject(row, by, on)
    step = PARTS.ask(row, EXECUTE, subject, by=by, on=on, ground=PROCEDURAL)
    if row.status == PartStatus.DONE:
        raise AlreadyDone()
    change.expect(row, version)
    said = text("outcome", outcome, 8000)
    request = Request.objects.select_for_update(of=("self",)).select_related("office").get(pk=row.request_id)
    step.save(due_on=None, outcome=said, done_on=on, done_by_id=by.appointment_id)
    base.end_terms("treaty_part", row, by=by, on=on)
    with journal.gathered():
        step.journal(request=request.id)
        _follow(request, step, by, on)
    return row


def _follow(request: Request, step: Step[Part], by: Actor, on: date) -> None:
    """The request of a part carried out: done as a whole once no part is open."""
    open_parts = Part.objects.filter(request=request, status=PartStatus.GIVEN).exists()
    to = RequestStatus.IN_WORK if open_parts else RequestStatus.EXECUTED
    subject = request_subject(request, by, on)
    after = REQUESTS.ruled(request, EXECUTE, subject, step.ruling, by=by, on=on, to=to)
    after.save()
    after.journal(part=step.row.id)


def _locked(part_id: UUID, by: Actor, on: date) -> Part:
    return change.locked(Part.objects.select_related("office", "request__office"), part_id, by=by, on=on)


def _executor(request: Request, office_id: UUID, on: date) -> Office:
    office = Office.objects.filter(id=office_id).first()
    if office is None:
        raise InvalidInput.of("office", "unknown", N_("Choose an office."))
    holds = any(one.power == EXECUTE and one.holds(on) for one in of_office(office.id))
    if office.id != request.office_id and not holds:
        raise InvalidInput.of(
            "office",
            "not_delegated",
            N_(
                "No order has passed the power to carry out foreign requests to this office (L.1.2). Pass it"
                " on the office's page under Powers, or choose another office."
            ),
        )
    return office


def _kato(code: str | None) -> str | None:
    if code and code not in units():
        raise InvalidInput.of("kato", "unknown", N_("There is no such KATO unit. Choose one from the list."))
    return code or None
