"""Reading plans: the viewer's scope first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.authority.scope import get_or_404, scope_of
from qadaga.coordination.plans.choices import AGREE, APPROVE, CHANGE, DRAFTING, REPORT, PlanKind
from qadaga.coordination.plans.models import Plan, PlanChange, PlanConsent, PlanItem
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
