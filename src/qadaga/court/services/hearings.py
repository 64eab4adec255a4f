"""The calendar of hearings: set for a card, held, postponed or cancelled (O.8.3)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.authority.scope import get_or_404, scope_of
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.court.choices import HearingStatus, Instance
from qadaga.court.models import Case, Hearing, Review
from qadaga.court.services.base import KEEP, begin, course_of, next_on
from qadaga.court.services.naming import BUSY
from qadaga.court.subject import Card, owner, subject_of
from qadaga.law.coverage import implements
from qadaga.matters import change, dates
from qadaga.matters.dates import choice
from qadaga.matters.services.base import text
from qadaga.organisation.refusals import refused_by

TAKEN = FieldError("starts_at", "taken", N_("A hearing of this case is set for that very time already."))
ONCE = {**BUSY, "court_hearing_of_case_once": TAKEN, "court_hearing_of_review_once": TAKEN}
ENDINGS = [status for status in HearingStatus.values if status != HearingStatus.PLANNED]


@dataclass(frozen=True, slots=True)
class Sitting:
    """When the court sits to the minute, in which room, before which instance."""

    starts_at: datetime
    room: str = ""
    instance: str = Instance.FIRST


@dataclass(frozen=True, slots=True)
class Ended:
    """What became of a hearing; a postponed one goes to another time."""

    status: str
    outcome: str
    again_at: datetime | None = None


@implements("O.8.3", "O.7.2")
@transaction.atomic
def set_hearing(
    *, model: type[Card], pk: UUID, version: int, sitting: Sitting, by: Actor, on: date
) -> Hearing:
    """Put a hearing into the calendar. Raises InvalidInput, Conflict where nothing is in court."""
    step = begin(model, pk, KEEP, version=version, by=by, on=on)
    card: Any = step.row
    if card.status != "in_court":
        raise Conflict("not_in_court", N_("Nothing of this card is before a court now."))
    row = _hearing(card, sitting)
    with refused_by(ONCE):
        row.save(force_insert=True)
    step.save(to="in_court", next_on=next_on(card))
    step.journal(hearing=row.id, starts_at=row.starts_at.isoformat())
    return row


@implements("O.8.3")
@transaction.atomic
def end_hearing(*, hearing_id: UUID, version: int, ended: Ended, by: Actor, on: date) -> Hearing:
    """Record what became of a hearing. Raises AlreadyDone; InvalidInput where it has not begun yet."""
    # The card first, as whoever names an officer or sets a hearing locks them: else both would wait forever.
    seen = get_or_404(Hearing.objects.all(), scope_of(by, on), hearing_id)
    card = _card(seen, by, on)
    row = change.locked(Hearing.objects.all(), hearing_id, by=by, on=on)
    step = course_of(card).ask(card, KEEP, subject_of(card, by, on), by=by, on=on)
    if row.status != HearingStatus.PLANNED:
        raise AlreadyDone()
    change.expect(row, version)
    status = choice("status", ended.status, ENDINGS)
    if status == HearingStatus.HELD and row.starts_at > clock.now():
        raise InvalidInput.of(
            "status", "in_future", N_("This hearing has not begun yet. Check the day and the hour.")
        )
    change.advance(row, status, outcome=text("outcome", ended.outcome, 2000))
    if ended.again_at is not None:
        again = _hearing(card, Sitting(ended.again_at, row.room, row.instance))
        with refused_by(ONCE):
            again.save(force_insert=True)
    change.advance(card, card.status, next_on=next_on(card))
    step.journal(hearing=row.id, ended=status)
    return row


def _card(row: Hearing, by: Actor, on: date) -> Card:
    if row.case_id is not None:
        return change.locked(Case.objects.select_related("office", "matter"), row.case_id, by=by, on=on)
    assert row.review_id is not None  # one_owner holds it
    return change.locked(Review.objects.select_related("office", "matter"), row.review_id, by=by, on=on)


def _hearing(card: Card, sitting: Sitting) -> Hearing:
    starts_at = dates.moment("starts_at", sitting.starts_at).replace(second=0, microsecond=0)
    held_on = clock.local(starts_at).date()
    if held_on < card.opened_on:
        raise InvalidInput.of(
            "starts_at",
            "too_early",
            N_("A hearing is after the card was opened. Check the day and the hour."),
        )
    return Hearing(
        **owner(card),
        office_id=card.office_id,
        region_id=card.region_id,
        status=HearingStatus.PLANNED,
        starts_at=starts_at,
        held_on=held_on,
        court=card.court,
        room=text("room", sitting.room, 100, multiline=False, required=False),
        instance=choice("instance", sitting.instance, Instance.values),
        officer_id=card.officer_id,
    )
