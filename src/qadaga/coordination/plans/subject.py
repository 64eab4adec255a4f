"""What the law kernel is told about a plan, and how a plan moves."""

from datetime import date

from qadaga.authority.actor import Actor
from qadaga.coordination.plans.choices import AGREE, APPROVE, CHANGE, DRAFTING, REPORT, PlanKind, PlanStatus
from qadaga.coordination.plans.models import Plan, PlanItem
from qadaga.coordination.subject import organ_subject
from qadaga.law.model import Subject
from qadaga.matters.transitions import Table

PLAN = Table(
    {
        **{("draft", power): "draft" for power in set(DRAFTING.values())},
        ("draft", APPROVE): "approved",
        ("draft", AGREE): "draft",
        ("approved", AGREE): ("approved", "closed"),
        # Closed because the last item was declined: the body may be asked anew, its consent opens the plan.
        ("closed", AGREE): ("approved", "closed"),
        ("approved", REPORT): ("approved", "closed"),
        ("approved", CHANGE): ("approved", "closed"),
    },
    words=dict(PlanStatus.choices),
)


def plan_subject(
    plan: Plan, actor: Actor, on: date, *, power: str = "", item: PlanItem | None = None
) -> Subject:
    """The plan; a joint one, drafted and consented to, is the council's. "mine": the person's or executor's.

    Before an item is chosen every plan with an item of the actor counts as theirs.
    """
    joint = plan.kind == PlanKind.JOINT and power in (DRAFTING[PlanKind.JOINT], AGREE)
    mine = plan.person_id == actor.appointment_id
    if power == REPORT and not plan._state.adding:
        own = plan.items.filter(executor=actor.appointment_id)
        mine = item.executor_id == actor.appointment_id if item else own.exists()
    marks = {"mine"} if mine else set()
    kind = "council" if joint else "work_plan"
    return organ_subject(plan.office, kind, actor, on, status=plan.status, marks=marks)
