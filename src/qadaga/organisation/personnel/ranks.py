"""Conferring ranks, lowering and taking them away, by order (L.2.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.law.records import Rank
from qadaga.law.service import months_later
from qadaga.offices.models import Office
from qadaga.organisation.exercise import Exercise
from qadaga.organisation.orders import services as orders
from qadaga.organisation.orders.choices import OrderKind
from qadaga.organisation.orders.models import Order
from qadaga.organisation.personnel import subjects
from qadaga.organisation.personnel.models import RankCeiling, RankedPost, RankHeld
from qadaga.organisation.refusals import locked
from qadaga.staff.models import Appointment, Person

HIGH = 7
"""From this place of either ladder on (state counsellors, generals) the first level confers ranks."""


@dataclass(frozen=True, slots=True)
class RankInput:
    """What an order about a rank says; `rank` empty takes the rank away.

    `order_id` names an order of the register; `order` an order on paper, older than the register.
    """

    rank: str
    ground: str
    starts_on: date
    order: str = ""
    order_id: UUID | None = None


@implements("L.2.4")
@transaction.atomic
def confer(*, by: Actor, on: date, person_id: UUID, conferred: RankInput) -> RankHeld:
    """Confer a rank from a day: the first one, the next when the time is served, or ahead of time.

    Raises InvalidInput (rank, day, order), NotPermitted (list of posts, ceiling, time, step), NotFound.
    """
    person = locked(Person, person_id)
    rank, office = _rank(conferred.rank), subjects.office_of(person, by, on)
    now = held_on(person.id, conferred.starts_on)
    subject = subjects.of_file(
        person, by, on, kind="person", marks=frozenset(marks(person, rank, now, conferred.starts_on))
    )
    ruling = authority.require(by, "rank.confer", subject, on=on, ground=conferred.ground)
    _check_upwards(rank, now, conferred)
    order, paper = _order(conferred, office, on)
    row = _take_over(person, rank, now, conferred, paper)
    return _finish(Exercise(by, on, ruling), row, order, office)


@implements("L.2.4")
@transaction.atomic
def reduce(*, by: Actor, on: date, person_id: UUID, reduced: RankInput) -> RankHeld:
    """Lower the rank to the one given, or take it away where none is given; the row that ended or began.

    Raises InvalidInput (not lower, day, order), NotPermitted (ground, no rank), NotFound.
    """
    person = locked(Person, person_id)
    office, now = subjects.office_of(person, by, on), held_on(person.id, reduced.starts_on)
    none = frozenset() if now else frozenset({"no_rank"})
    subject = subjects.of_file(person, by, on, kind="person", marks=none)
    ruling = authority.require(by, "rank.reduce", subject, on=on, ground=reduced.ground)
    assert now is not None  # the ruling refuses a person without a rank
    rank = _lower(reduced.rank, now)
    order, paper = _order(reduced, office, on)
    row = _take_over(person, rank, now, reduced, paper)
    return _finish(Exercise(by, on, ruling), row, order, office)


def held_on(person_id: UUID, on: date) -> RankHeld | None:
    """The rank held on the day, if any."""
    return RankHeld.objects.on(on).filter(person=person_id).first()


def due_on(held: RankHeld) -> date | None:
    """The day on which the time in the rank is served; None where the ladder names no time for it."""
    rank = catalogue.load().ranks.get(held.rank)
    return months_later(held.starts_on, 12 * rank.years) if rank and rank.years else None


def next_rank(rank: Rank) -> Rank | None:
    """The next rank of the same ladder."""
    ranks = catalogue.load().ranks.values()
    return next((one for one in ranks if one.ladder == rank.ladder and one.place == rank.place + 1), None)


def marks(person: Person, rank: Rank, now: RankHeld | None, on: date) -> Iterator[str]:
    """What stands against conferring the rank from the day `on`, as the law's marks."""
    post = subjects.standing_of(person, on)
    if post is None or not RankedPost.objects.on(on).filter(post=post.post, ladder=rank.ladder).exists():
        yield "post_not_ranked"
    if post is not None and _above_ceiling(post, rank, on):
        yield "above_ceiling"
    if rank.place >= HIGH:
        yield "state_rank"
    yield from _against_time(rank, now, on)


def _against_time(rank: Rank, now: RankHeld | None, on: date) -> Iterator[str]:
    present = catalogue.load().ranks.get(now.rank) if now else None
    if rank.place != (present.place + 1 if present else 1):
        yield "rank_skipped"
    due = due_on(now) if now else None
    if due is not None and on < due:
        yield "rank_time_short"


def _above_ceiling(post: Appointment, rank: Rank, on: date) -> bool:
    row = RankCeiling.objects.on(on).filter(post=post.post, ladder=rank.ladder).first()
    highest = catalogue.load().ranks.get(row.rank) if row else None
    return highest is not None and rank.place > highest.place


def _rank(rank: str) -> Rank:
    found = catalogue.load().ranks.get(rank)
    if found is None:
        raise InvalidInput.of("rank", "unknown", N_("There is no such rank. Choose from the list."))
    return found


def _order(given: RankInput, office: Office, on: date) -> tuple[Order | None, str]:
    """The order of the register, if one is named, and how the rank's row names it."""
    if given.order_id is None:
        return None, clean(given.order, field="order", max_length=300, required=True)
    order = orders.basis(given.order_id, kind=OrderKind.PERSONNEL, office=office, on=on)
    return order, str(order)


def _check_upwards(rank: Rank, now: RankHeld | None, conferred: RankInput) -> None:
    present = catalogue.load().ranks.get(now.rank) if now else None
    if present is None:
        return
    if conferred.ground == "rank_first":
        raise InvalidInput.of(
            "ground", "has_a_rank", N_("The person holds a rank already. Choose another ground.")
        )
    if rank.ladder == present.ladder and rank.place <= present.place:
        raise InvalidInput.of(
            "rank", "not_higher", N_("This rank is not above the present one. Choose a higher one.")
        )


def _lower(rank: str, now: RankHeld) -> Rank | None:
    if not rank:
        return None
    lower, present = _rank(rank), _rank(now.rank)
    if lower.ladder != present.ladder or lower.place >= present.place:
        raise InvalidInput.of(
            "rank", "not_lower", N_("This rank is not below the present one. Choose a lower one.")
        )
    return lower


def _take_over(
    person: Person, rank: Rank | None, now: RankHeld | None, given: RankInput, order: str
) -> RankHeld:
    """End the rank held and begin the new one on the same day; the row that begins, or that ended."""
    later = RankHeld.objects.filter(person=person, starts_on__gte=given.starts_on)
    if later.exists():
        raise InvalidInput.of(
            "starts_on", "before_the_present", N_("A rank from this day or a later one is recorded already.")
        )
    if now is not None:
        now.ends_on, now.ended_how = given.starts_on, given.ground
        now.save(update_fields=["ends_on", "ended_how"])
    if rank is None:
        assert now is not None  # only a rank that is held can be taken away
        return now
    return RankHeld.objects.create(
        person=person,
        rank=rank.id,
        ladder=rank.ladder,
        how=given.ground,
        starts_on=given.starts_on,
        ground=order,
    )


def _finish(done: Exercise, row: RankHeld, order: Order | None, office: Office) -> RankHeld:
    """Note it on the order's card and in the journal, under the power that was ruled on."""
    action = done.ruling.power
    if order is not None:
        since = row.ends_on if row.ended_how and row.ends_on else row.starts_on
        orders.carried_out(
            order, what=action, subject_kind="person", subject_id=row.person_id, starts_on=since, done=done
        )
    data = {"rank": row.rank, "from": row.starts_on, "until": row.ends_on}
    done.record(action, office.id, ("person", row.person_id), data)
    return row
