"""The applicant sees the materials of the appeal (O.8.d2): asked, decided, shown."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.appeals.kinds import MaterialsState
from qadaga.appeals.models import Appeal, MaterialsRequest
from qadaga.appeals.services.base import NO_SUCH_ROW, begin, reasoned
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.law.coverage import implements
from qadaga.matters.change import expect
from qadaga.matters.dates import choice, within
from qadaga.matters.step import Step

DECISIONS = [MaterialsState.ALLOWED, MaterialsState.PARTLY, MaterialsState.REFUSED]


@implements("O.8.d2")
@transaction.atomic
def request_materials(
    *, appeal_id: UUID, applicant_id: UUID, what: str, requested_on: date, by: Actor, on: date
) -> MaterialsRequest:
    """Record that an applicant asks to see the materials, and which.

    Raises InvalidInput on `applicant`, `what` or `requested_on`, NotPermitted, Conflict, NotFound.
    """
    what = reasoned(what, "what")
    step = begin(appeal_id, "appeal.request_materials", version=None, by=by, on=on)
    within("requested_on", requested_on, earliest=step.row.registered_on, latest=on)
    applicant = step.row.applicants.filter(id=applicant_id).first()
    if applicant is None:
        raise InvalidInput.of("applicant", "no_such_row", NO_SUCH_ROW)
    request = MaterialsRequest.objects.create(
        appeal=step.row,
        applicant=applicant,
        what=what,
        requested_on=requested_on,
        recorded_by_id=by.appointment_id,
    )
    step.journal(request=request.id, applicant=applicant.id)
    return request


@implements("O.8.d2", "O.8.d5")
@transaction.atomic
def decide_materials(
    *,
    appeal_id: UUID,
    request_id: UUID,
    decision: str,
    version: int,
    by: Actor,
    on: date,
    withheld: str = "",
    withheld_why: str = "",
) -> MaterialsRequest:
    """Allow the materials to be seen, wholly or partly, or refuse: what is withheld and why (O.8.d5).

    Raises InvalidInput on `decision`, `withheld` or `withheld_why`, Stale, AlreadyDone, NotPermitted.
    """
    choice("decision", decision, [str(one) for one in DECISIONS])
    withheld, why = _withheld(decision, withheld, withheld_why)
    step = begin(appeal_id, "appeal.decide_materials", version=None, by=by, on=on)
    request = _request(step, request_id, version)
    if request.state != MaterialsState.REQUESTED:
        raise AlreadyDone()
    request.state, request.withheld, request.withheld_why = decision, withheld, why
    request.decided_by_id, request.decided_on = by.appointment_id, on
    request.version += 1
    request.save()
    step.journal(request=request.id, decision=decision)
    return request


@implements("O.8.d2")
@transaction.atomic
def show_materials(
    *, appeal_id: UUID, request_id: UUID, shown_on: date, note: str, version: int, by: Actor, on: date
) -> MaterialsRequest:
    """Note that the applicant has seen the materials: when, and what they said or signed.

    Raises InvalidInput on `shown_on` or `note`, Conflict before a decision or after a refusal, Stale.
    """
    note = reasoned(note, "note")
    step = begin(appeal_id, "appeal.show_materials", version=None, by=by, on=on)
    request = _request(step, request_id, version)
    if request.state == MaterialsState.SHOWN:
        raise AlreadyDone()
    if request.state not in (MaterialsState.ALLOWED, MaterialsState.PARTLY):
        raise Conflict("materials_not_allowed", N_("It has not been allowed to show these materials."))
    within("shown_on", shown_on, earliest=request.decided_on, latest=on)
    request.state, request.shown_on, request.shown_note = MaterialsState.SHOWN, shown_on, note
    request.shown_by_id = by.appointment_id
    request.version += 1
    request.save()
    step.journal(request=request.id, shown_on=shown_on)
    return request


def _request(step: Step[Appeal], request_id: UUID, version: int) -> MaterialsRequest:
    request = step.row.materials_requests.select_for_update().filter(id=request_id).first()
    if request is None:
        raise NotFound()
    expect(request, version)
    return request


def _withheld(decision: str, withheld: str, why: str) -> tuple[str, str]:
    if decision == MaterialsState.ALLOWED:
        return "", ""
    what = clean(withheld, field="withheld", max_length=4_000, multiline=True, required=True)
    return what, clean(why, field="withheld_why", max_length=4_000, multiline=True, required=True)
