"""Requests for the guarantees of service and their outcome (L.2.5)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.law.coverage import implements
from qadaga.organisation.exercise import Exercise, exercise
from qadaga.organisation.personnel import subjects
from qadaga.organisation.personnel.kinds import Guarantee, GuaranteeState
from qadaga.organisation.personnel.models import GuaranteeRequest
from qadaga.organisation.refusals import check_version, locked
from qadaga.staff import selectors as staff


@implements("L.2.5")
@transaction.atomic
def ask(*, by: Actor, on: date, person_id: UUID, sort: str, text: str) -> GuaranteeRequest:
    """Ask for a guarantee for oneself. Raises InvalidInput, NotPermitted for anybody else's, NotFound."""
    person = staff.person_by_id(person_id)
    done = exercise(by, "guarantee.ask", subjects.of_file(person, by, on), on)
    if sort not in Guarantee.values:
        raise InvalidInput.of("sort", "unknown", N_("There is no such guarantee. Choose from the list."))
    row = GuaranteeRequest.objects.create(
        person=person,
        sort=sort,
        text=clean(text, field="text", max_length=4000, multiline=True, required=True),
        asked_on=on,
    )
    _record(done, "guarantee.ask", row, subjects.office_of(person, by, on).id)
    return row


@implements("L.2.5")
@transaction.atomic
def decide(
    *,
    by: Actor,
    on: date,
    person_id: UUID,
    request_id: UUID,
    granted: bool,
    outcome: str,
    version: int | None = None,
) -> GuaranteeRequest:
    """Grant or refuse, with what was decided in words.

    Raises InvalidInput, NotPermitted, Stale, AlreadyDone, NotFound.
    """
    row = subjects.of_person(locked(GuaranteeRequest, request_id), person_id)
    done = exercise(by, "guarantee.decide", subjects.of_file(row.person, by, on), on)
    check_version(row, version)
    if row.state != GuaranteeState.ASKED:
        raise AlreadyDone()
    row.outcome = clean(outcome, field="outcome", max_length=4000, multiline=True, required=True)
    row.state = GuaranteeState.GRANTED if granted else GuaranteeState.REFUSED
    row.decided_on, row.decided_by_id, row.version = on, by.appointment_id, row.version + 1
    row.save()
    _record(done, "guarantee.decide", row, subjects.office_of(row.person, by, on).id)
    return row


def _record(done: Exercise, action: str, row: GuaranteeRequest, office_id: UUID) -> None:
    data = {"request": row.id, "sort": row.sort, "state": row.state}
    done.record(action, office_id, ("person", row.person_id), data)
