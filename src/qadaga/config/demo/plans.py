"""A plan of the quarter of a district of the demonstration: one measure done, one put off, one behind."""

from __future__ import annotations

from datetime import date, timedelta

from qadaga.authority.actor import Actor
from qadaga.config.demo.orders import leader
from qadaga.config.demo.people import actor
from qadaga.coordination.plans import services
from qadaga.coordination.plans.changing import Changed, change_item
from qadaga.coordination.plans.models import Plan

MEASURES = (
    (
        "Проверить права подростков в школах города",
        "Приказ № 127, подпункт 8.4",
        "legality_of_acts",
    ),
    ("Провести приём граждан в трудовых коллективах", "Приказ № 127, обязанность 7 пункта 8", ""),
    ("Сверить с полицией учёт заявлений", "Приказ № 127, подпункт 8.2", "statistics"),
)


def load(on: date) -> int:
    """Draft and approve it once; returns how many plans there are."""
    if not Plan.objects.exists():
        by = leader("kokshetau.head", on)
        first = on.replace(month=(on.month - 1) // 3 * 3 + 1, day=1)
        drafted = services.Drafted("office", "quarter", first, "План работы на квартал")
        plan = services.draft(drafted=drafted, by=by, on=on)
        officer = actor("kokshetau.assistant", on).appointment_id
        last = plan.ends_on - timedelta(days=1)
        early = max(first, on - timedelta(days=10))
        for number, (what, norm, direction) in enumerate(MEASURES):
            due = early if number == 2 else last
            measure = services.Measure(what, norm, due, direction, officer)
            plan.refresh_from_db()
            services.add(plan_id=plan.id, version=plan.version, measure=measure, by=by, on=on)
        plan.refresh_from_db()
        plan = services.approve(plan_id=plan.id, version=plan.version, by=by, on=on)
        item = plan.items.order_by("no")[1]
        words = "Приём проведён в двух коллективах, принято 7 обращений."
        services.report(plan_id=plan.id, version=plan.version, item_id=item.id, result=words, by=by, on=on)
        _put_off(plan, by, on)
    return Plan.objects.count()


def _put_off(plan: Plan, by: Actor, on: date) -> None:
    plan.refresh_from_db()
    first = plan.items.order_by("no")[0]
    later = Changed("Школы закрыты на карантин.", first.due_on + timedelta(days=14))
    change_item(plan_id=plan.id, version=plan.version, item_id=first.id, changed=later, by=by, on=on)
