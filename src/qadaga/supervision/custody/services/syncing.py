"""A check list taken along where there is no network: kept on a device, sent once, conflicts settled.

Every entry carries a key of its own, so that what is sent again, after a lost answer or another sign-in, is
recorded once; and the version of the answer its writer saw, so that nobody is overwritten unseen.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, QadagaError
from qadaga.common.i18n import N_
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.matters.dates import choice
from qadaga.matters.step import Step
from qadaga.supervision.custody.choices import Standing, VisitStatus
from qadaga.supervision.custody.device import DeviceClock
from qadaga.supervision.custody.lists import lists
from qadaga.supervision.custody.models import Answer, HeldPerson, Said, Visit
from qadaga.supervision.custody.services import answering, base
from qadaga.supervision.custody.services.answering import Answered
from qadaga.supervision.custody.services.finding import Found, Heard, find
from qadaga.supervision.custody.services.visits import begin_locked
from qadaga.supervision.custody.subject import visit_subject

TAKE, LEAVE = "take", "leave"


@dataclass(frozen=True, slots=True)
class SaidEntry:
    """A point answered on the device; `over` is the version of the answer seen, 0 where there was none."""

    key: UUID
    device_at: datetime
    item: str
    answered: Answered
    over: int


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """Somebody found held unlawfully, recorded on the device."""

    key: UUID
    device_at: datetime
    found: Found


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a device sends: its own time, when the visit was begun there, whom it found, what it answered.

    `whole` says that the list comes back with it; otherwise the device goes on with the list. `list_version`
    is the edition it has.
    """

    device_now: datetime
    begun_at: datetime | None = None
    found: tuple[FoundEntry, ...] = ()
    answers: tuple[SaidEntry, ...] = ()
    whole: bool = True
    list_version: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one entry: its standing, or why it was refused (the device keeps it then)."""

    standing: str = ""
    error: QadagaError | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a parcel: by the key of each entry; whether the visit is begun now; what was refused of
    beginning it or of answering at all; `relisted` where the visit goes by another list than the device had.
    """

    results: Mapping[UUID, Result]
    begun: bool
    refused: QadagaError | None = None
    relisted: bool = False


@dataclass(slots=True)
class _Arrival:
    row: Visit
    device: DeviceClock
    by: Actor
    on: date
    results: dict[UUID, Result] = field(default_factory=dict)


@implements("L.3.6")
@transaction.atomic
def keep(*, visit_id: UUID, by: Actor, on: date) -> Visit:
    """Take the check list along on a device; who has it, and since when, stands on the visit.

    Raises AlreadyDone for a visit that is over, Conflict for one called off, NotPermitted.
    """
    row = base.visit(visit_id, by=by, on=on)
    step = base.VISITS.ask(row, base.VISITING, visit_subject(row, by, on), by=by, on=on, ground=row.ground)
    if row.status == VisitStatus.DONE:
        raise AlreadyDone()
    base.refuse_called_off(row)
    row.kept_by_id, row.kept_at, row.returned_at = by.appointment_id, clock.now(), None
    row.save(update_fields=["kept_by", "kept_at", "returned_at"])
    step.journal(kept=True)
    return row


@implements("L.3.6", "O.8.d6")
@transaction.atomic
def sync(*, visit_id: UUID, parcel: Parcel, by: Actor, on: date) -> Outcome:
    """Record what a device sends.

    People found come first and stand by themselves: nothing else that is refused keeps them back. An answer
    over one that its writer did not see is kept as disputed; one to a finished visit is set aside,
    one to a point that the visit's own list has not is kept beside it. Raises NotFound.
    """
    row = base.visit(visit_id, by=by, on=on)
    sent = _Arrival(row, DeviceClock(parcel.device_now, clock.now()), by, on)
    with journal.gathered():
        for one in parcel.found:
            sent.results[one.key] = _attempt(partial(_found, sent, one))
        refused = _attempt(partial(_answers, sent, parcel)).error
        if refused is not None:
            sent.results |= {one.key: Result(error=refused) for one in parcel.answers}
        refusals = any(one.error for one in sent.results.values())
        if parcel.whole and row.kept_by_id == by.appointment_id and refused is None and not refusals:
            row.returned_at = sent.device.told_at
            row.save(update_fields=["returned_at"])
    relisted = bool(parcel.list_version) and row.list_version not in (None, parcel.list_version)
    return Outcome(sent.results, row.started_at is not None, refused, relisted)


@implements("L.3.6")
@transaction.atomic
def settle(*, visit_id: UUID, version: int, chosen: Mapping[UUID, str], by: Actor, on: date) -> Visit:
    """Choose which of two answers to a point stands: `take` the one sent, or `leave` the one in force.

    Both stay in the history. Raises InvalidInput, Stale, Conflict for a visit that is over.
    """
    step = base.going(visit_id, version=version, by=by, on=on)
    row, now = step.row, clock.now()
    kept = {answer.item: answer for answer in row.answers.all()}
    for said in row.said.filter(standing=Standing.DISPUTED, id__in=chosen).order_by("said_at", "id"):
        said.settled_by_id, said.settled_at = by.appointment_id, now
        if choice(f"said_{said.id}", chosen[said.id], [TAKE, LEAVE]) == TAKE:
            answering.put(kept.get(said.item), said)
        else:
            said.standing = Standing.SET_ASIDE
            said.save()
    step.save(to=VisitStatus.GOING)
    step.journal(settled=len(chosen))
    return row


def _attempt(work: Callable[[], Result]) -> Result:
    """What came of it; a refusal takes back its own part only."""
    try:
        with transaction.atomic():
            return work()
    except QadagaError as error:
        return Result(error=error)


def _found(sent: _Arrival, entry: FoundEntry) -> Result:
    known = HeldPerson.objects.filter(key=entry.key).first()
    if known is None:
        row, device = sent.row, sent.device
        at = device.read(entry.device_at, earliest=row.started_at or row.kept_at)
        heard = Heard(row, entry.key, at, entry.device_at, device.skew_seconds)
        find(place_id=row.place_id, found=entry.found, by=sent.by, on=sent.on, heard=heard)
    elif known.visit_id != sent.row.id:
        raise _foreign()
    return Result(Standing.TAKEN)


def _answers(sent: _Arrival, parcel: Parcel) -> Result:
    row, by, on = sent.row, sent.by, sent.on
    if row.started_at is None and parcel.begun_at is not None:
        at = sent.device.read(parcel.begun_at, earliest=row.kept_at)
        begin_locked(row, at=at, told_at=sent.device.told_at, by=by, on=on, away=True)
    if parcel.answers:
        about = visit_subject(row, by, on)
        step = base.VISITS.ask(row, base.VISITING, about, by=by, on=on, ground=row.ground)
        base.refuse_called_off(row)
        if row.started_at is None:
            raise Conflict("not_begun", N_("The visit has not been begun. Begin it on the spot first."))
        _record(sent, parcel, step)
    return Result(Standing.TAKEN)


def _record(sent: _Arrival, parcel: Parcel, step: Step[Visit]) -> None:
    kept = {answer.item: answer for answer in sent.row.answers.all()}
    known = {said.key: said for said in Said.objects.filter(key__in=[one.key for one in parcel.answers])}
    fresh = [one for one in parcel.answers if one.key not in known]
    for one in parcel.answers:
        if one.key in known:
            sent.results[one.key] = _again(sent, known[one.key])
    for one in fresh:
        sent.results[one.key] = _attempt(partial(_say, sent, one, kept.get(one.item)))
    if fresh:
        step.save(to=sent.row.status)
        disputed = sum(one.standing == Standing.DISPUTED for one in sent.results.values())
        step.journal(answers=len(fresh), disputed=disputed)


def _again(sent: _Arrival, known: Said) -> Result:
    if known.visit_id != sent.row.id:
        return Result(error=_foreign())
    return Result(known.standing)


def _say(sent: _Arrival, one: SaidEntry, kept: Answer | None) -> Result:
    answered = answering.checked_answers({one.item: one.answered}, set(lists().points))[one.item]
    at = sent.device.read(one.device_at, earliest=sent.row.started_at)
    said = answering.entry(sent.row, one.item, answered, None, by=sent.by, at=at)
    said.over, said.key, said.told_at = one.over, one.key, sent.device.told_at
    said.device_at, said.skew_seconds = one.device_at, sent.device.skew_seconds
    listed = one.item in base.points(sent.row)
    said.standing = _standing(sent.row, answered, one.over, kept) if listed else Standing.OFF_LIST
    if said.standing == Standing.TAKEN:
        answering.put(kept, said)
    else:
        said.save()
    return Result(said.standing)


def _standing(row: Visit, answered: Answered, over: int, kept: Answer | None) -> str:
    if row.status == VisitStatus.DONE or (kept is not None and kept.violation_id is not None):
        return Standing.SET_ASIDE
    seen = over == (kept.version if kept else 0)
    return Standing.TAKEN if seen or answering.same(kept, answered) else Standing.DISPUTED


def _foreign() -> InvalidInput:
    return InvalidInput.of("key", "foreign_key", N_("This entry was sent for another visit already."))
