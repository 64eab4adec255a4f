"""Who goes to court: the officer named for a card, and conflicts of interest that bar from it (O.7.2)."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.court.choices import HearingStatus
from qadaga.court.models import Case, Conflict, Hearing, Review
from qadaga.court.services.base import begin
from qadaga.court.subject import Card, bars, owner
from qadaga.law.coverage import implements
from qadaga.matters.services.base import text
from qadaga.organisation.refusals import refused_by
from qadaga.staff.models import Appointment

DECLARED = FieldError("reason", "taken", N_("You have declared a conflict of interest here already."))
ONCE = {"court_conflict_in_case_once": DECLARED, "court_conflict_in_review_once": DECLARED}
BUSY = {
    "court_hearing_officer_once": FieldError(
        "officer", "busy", N_("This officer has another hearing at that very time. Choose another officer.")
    )
}


@implements("O.7.2", "O.7.3")
@transaction.atomic
def assign(*, model: type[Card], pk: UUID, version: int, officer_id: UUID, by: Actor, on: date) -> Card:
    """Name the officer for the card; hearings to come go to them.

    Raises NotPermitted where they declared a conflict, are complained of or are no officer; InvalidInput
    where they do not serve in the office of the card or sit elsewhere at that time.
    """
    chosen = Appointment.objects.select_related("person").filter(id=officer_id).first()
    row = model.objects.select_related("office", "matter").filter(id=pk).first()
    marks = _marks(row, chosen, on) if row is not None and chosen is not None else ()
    step = begin(model, pk, "court.assign", version=version, by=by, on=on, marks=marks)
    card: Any = step.row
    if chosen is None or chosen.office_id != card.office_id or not chosen.holds(on):
        raise InvalidInput.of(
            "officer", "not_of_office", N_("Choose an officer who serves in the office that keeps the card.")
        )
    step.save(officer_id=chosen.id)
    with refused_by(BUSY):
        Hearing.objects.filter(**owner(card), status=HearingStatus.PLANNED).update(officer=chosen)
    step.journal(officer=chosen.id)
    return step.row


@implements("L.1.10")
@transaction.atomic
def declare_conflict(*, model: type[Card], pk: UUID, version: int, reason: str, by: Actor, on: date) -> Card:
    """Declare one's own conflict of interest: whoever did takes no part, and is taken off the card."""
    step = begin(model, pk, "court.declare_conflict", version=version, by=by, on=on)
    card: Any = step.row
    row = Conflict(**owner(card), person_id=by.person_id, declared_on=on, reason=text("reason", reason))
    with refused_by(ONCE):
        row.save(force_insert=True)
    mine = card.officer_id == by.appointment_id
    step.save(officer_id=None if mine else card.officer_id)
    if mine:
        Hearing.objects.filter(**owner(card), status=HearingStatus.PLANNED).update(officer=None)
    step.journal(conflict=row.id)
    return step.row


def _marks(card: Case | Review, chosen: Appointment, on: date) -> set[str]:
    found = bars(card, chosen.person_id, on) & {"conflict", "complained_of"}
    marks = {"assignee_conflict"} if found else set()
    return marks if chosen.officer else marks | {"assignee_employee"}
