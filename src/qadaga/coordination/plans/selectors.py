"""Reading plans: the viewer's scope first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.authority.scope import get_or_404, scope_of
from qadaga.coordination.plans.choices import AGREE, APPROVE, CHANGE, DRAFTING, REPORT, PlanKind, PlanStatus
from qadaga.coordination.plans.models import BINDING, Plan, PlanChange, PlanConsent, PlanItem
from qadaga.coordination.plans.subject import PLAN, plan_subject
from qadaga.database.together import together
from qadaga.law import catalogue
from qadaga.law.model import Ruling
from qadaga.matters.selectors.actions import Action, judged
from qadaga.offices.selectors import office_by_id


def read_plan(actor: Actor, on: date, pk: Any) -> Plan:
    """The plan with its office and person; NotFound outside the scope."""
    related = (
        "office__parent",
        "person__person",
        "person__office",
        "approved_by__person",
        "approved_by__office",
    )
    return get_or_404(Plan.objects.select_related(*related), scope_of(actor, on), pk)


def items_of(plan: Plan) -> list[PlanItem]:
    """The measures of the plan in their order."""
    return list(_items(plan))


def changes_of(plan: Plan) -> list[PlanChange]:
    """What became of items of the plan after it was approved, the newest first."""
    return list(_changes(plan))


@dataclass(frozen=True, slots=True)
class PlanParts:
    """What hangs on the card of a plan: its measures, what became of them, what bodies say of it."""

    items: Sequence[PlanItem]
    changes: Sequence[PlanChange]
    consents: Sequence[PlanConsent]


def parts_of(plan: Plan) -> PlanParts:
    """The measures, what became of them after it was approved, the consents, the newest first. One query."""
    consents = plan.consents.select_related("body", "asked_by__person", "asked_by__office").order_by("-id")
    return PlanParts(**together(items=_items(plan), changes=_changes(plan), consents=consents))


def _items(plan: Plan) -> QuerySet[PlanItem]:
    return plan.items.select_related("executor__person", "executor__office", "body").order_by("no")


def _changes(plan: Plan) -> QuerySet[PlanChange]:
    rows = PlanChange.objects.filter(item__plan=plan)
    return rows.select_related("item", "by__person", "by__office").order_by("-id")


@dataclass(frozen=True, slots=True)
class Standing:
    """Who has how many items of plans that run: of which office, how many in all, done, behind."""

    office: str
    person: tuple[str, str, str] | None
    body: str | None
    items: int
    done: int
    behind: int


MOST_BEHIND = 200
LATE = Q(done_on__isnull=True, dropped_on__isnull=True) & BINDING


def standings(actor: Actor, on: date, language: str) -> list[Standing]:
    """By office and person, of the plans in the scope that run on the day or wait past their end. One query.

    Who is most behind stands first, at most two hundred.
    """
    # Two ranges of an index: the plans of years gone by are not gone through.
    running = {"status": PlanStatus.APPROVED, "starts_on__lte": on}
    current = {"status": PlanStatus.CLOSED, "starts_on__lte": on, "ends_on__gt": on}
    rows = _under_control(actor, on, running, current)
    name, body = f"plan__office__name_{language}", "body__name_kk" if language == "kk" else "body__name_ru"
    who = ("executor__person__last_name", "executor__person__first_name", "executor__person__middle_name")
    counted = rows.values(name, *who, body).annotate(
        items=Count("id", filter=Q(dropped_on__isnull=True) & BINDING),
        done=Count("id", filter=Q(done_on__isnull=False)),
        behind=Count("id", filter=LATE & Q(due_on__lt=on)),
        someone=F("executor"),
    )
    return [
        Standing(
            row[name],
            (row[who[0]], row[who[1]], row[who[2]]) if row[who[0]] is not None else None,
            row[body],
            row["items"],
            row["done"],
            row["behind"],
        )
        for row in counted.order_by("-behind", name, *who)[:MOST_BEHIND]
    ]


def behind(actor: Actor, on: date) -> Sequence[PlanItem]:
    """Items of plans in the scope whose day has passed, the longest behind first, at most two hundred."""
    rows = _under_control(actor, on, {"status": PlanStatus.APPROVED}).filter(LATE, due_on__lt=on)
    related = ("plan__office", "executor__person", "executor__office", "body")
    return list(rows.select_related(*related).order_by("due_on", "id")[:MOST_BEHIND])


def _under_control(actor: Actor, on: date, *which: dict[str, Any]) -> QuerySet[PlanItem]:
    """Items of the plans of any such kind that the actor sees."""
    kinds, through = Q(), Q()
    for one in which:
        kinds |= Q(**one)
        # Said of the plan beside the item as well, or every plan would be joined to those seen.
        through |= Q(**{f"plan__{name}": value for name, value in one.items()})
    plans = scope_of(actor, on).visible(Plan.objects.filter(kinds))
    return PlanItem.objects.filter(through, plan__in=plans.values("id"))


def own_plan(actor: Actor) -> Plan:
    """A plan of the actor's own, not yet drafted: what the law is asked about before anything is chosen."""
    office = office_by_id(actor.office_id)
    return Plan(office=office, kind=PlanKind.PERSON, person_id=actor.appointment_id, version=0)


def may_draft(actor: Actor, on: date, plan: Plan | None = None) -> Ruling:
    """The ruling on drafting a plan of one's own, the least that a new one can be."""
    subject = plan_subject(plan or own_plan(actor), actor, on)
    return authority.may(actor, DRAFTING[PlanKind.PERSON], subject, on=on)


def plan_actions(plan: Plan, actor: Actor, on: date) -> list[Action]:
    """A ruling for each power on the plan."""
    joint = (AGREE,) if plan.kind == PlanKind.JOINT else ()
    powers = (DRAFTING[PlanKind(plan.kind)], *joint, APPROVE, REPORT, CHANGE)
    return [
        action
        for power in powers
        for action in judged(PLAN, (power,), plan_subject(plan, actor, on, power=power), actor, on)
    ]


def directions(on: date) -> list[tuple[str, Any]]:
    """The directions of supervision by id, with their titles."""
    return [(one.id, one.title) for one in catalogue.law().at(on).directions.values()]
