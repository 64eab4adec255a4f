"""What of plans is behind, by office and person, and the lists behind the figures: the scope first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from qadaga.authority.actor import Actor
from qadaga.authority.scope import scope_of
from qadaga.common.errors import NotFound
from qadaga.coordination.plans.choices import PlanStatus
from qadaga.coordination.plans.models import BINDING, Plan, PlanItem


@dataclass(frozen=True, slots=True)
class Whose:
    """The office of a plan and who carries an item out: an officer or a body."""

    office: UUID
    executor: UUID | None = None
    body: UUID | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Who has how many items of plans that run: of which office, how many in all, done, behind.

    `whose` are the office, the officer and the body by their ids, for the lists behind the figures.
    """

    whose: Whose
    office: str
    person: tuple[str, str, str] | None
    body: str | None
    items: int
    done: int
    behind: int


MOST_BEHIND = 200
RELATED = ("plan__office", "executor__person", "executor__office", "body")
LATE = Q(done_on__isnull=True, dropped_on__isnull=True) & BINDING


def standings(actor: Actor, on: date, language: str) -> list[Standing]:
    """By office and person, of the plans in the scope that run on the day or wait past their end. One query.

    Who is most behind stands first, at most two hundred.
    """
    rows = _running(actor, on)
    name, body = f"plan__office__name_{language}", "body__name_kk" if language == "kk" else "body__name_ru"
    who = ("executor__person__last_name", "executor__person__first_name", "executor__person__middle_name")
    counted = rows.values(name, *who, body).annotate(
        **{what: Count("id", filter=condition) for what, condition in counted_by(on).items()},
        of=F("plan__office"),
        someone=F("executor"),
        some_body=F("body"),
    )
    return [
        Standing(
            Whose(row["of"], row["someone"], row["some_body"]),
            row[name],
            (row[who[0]], row[who[1]], row[who[2]]) if row[who[0]] is not None else None,
            row[body],
            row["items"],
            row["done"],
            row["behind"],
        )
        # Whoever all was taken from, and a body bound by nothing yet, has no figures to show.
        for row in counted.filter(items__gt=0).order_by("-behind", name, *who)[:MOST_BEHIND]
    ]


def behind(actor: Actor, on: date) -> Sequence[PlanItem]:
    """Items of plans in the scope whose day has passed, the longest behind first, at most two hundred."""
    rows = _under_control(actor, on, {"status": PlanStatus.APPROVED}).filter(LATE, due_on__lt=on)
    return list(rows.select_related(*RELATED).order_by("due_on", "id")[:MOST_BEHIND])


LISTED = 100


def listed(
    actor: Actor, on: date, whose: Whose, what: str, after: UUID | None = None
) -> tuple[Sequence[PlanItem], UUID | None]:
    """The items that one figure of `standings` counts, the earliest day first, and after which more follow.

    `what` is a key of `counted_by`; a hundred at a time. Raises NotFound for any other. Nothing follows an
    `after` that is not among whose items those are.
    """
    condition = counted_by(on).get(what)
    if condition is None:
        raise NotFound()
    rows = _running(actor, on).filter(plan__office=whose.office, executor=whose.executor, body=whose.body)
    if after is not None:
        # Of whatever was done or given up since the page before: the list goes on after it all the same.
        last = rows.filter(id=after).values("due_on")[:1]
        rows = rows.filter(Q(due_on__gt=last) | Q(due_on=last, id__gt=after))
    rows = rows.filter(condition)
    found = list(rows.select_related(*RELATED).order_by("due_on", "id")[: LISTED + 1])
    return found[:LISTED], found[LISTED - 1].id if len(found) > LISTED else None


def counted_by(on: date) -> dict[str, Q]:
    """Which items each figure counts; those of a body that has not consented are none of them."""
    return {
        "items": Q(dropped_on__isnull=True) & BINDING,
        "done": Q(done_on__isnull=False),
        "behind": LATE & Q(due_on__lt=on),
    }


def _running(actor: Actor, on: date) -> QuerySet[PlanItem]:
    """Items of plans that run on the day or wait past their end."""
    # Two ranges of an index: the plans of years gone by are not gone through.
    running = {"status": PlanStatus.APPROVED, "starts_on__lte": on}
    current = {"status": PlanStatus.CLOSED, "starts_on__lte": on, "ends_on__gt": on}
    return _under_control(actor, on, running, current)


def _under_control(actor: Actor, on: date, *which: dict[str, Any]) -> QuerySet[PlanItem]:
    """Items of the plans of any such kind that the actor sees."""
    kinds, through = Q(), Q()
    for one in which:
        kinds |= Q(**one)
        # Said of the plan beside the item as well, or every plan would be joined to those seen.
        through |= Q(**{f"plan__{name}": value for name, value in one.items()})
    plans = scope_of(actor, on).visible(Plan.objects.filter(kinds))
    return PlanItem.objects.filter(through, plan__in=plans.values("id"))
