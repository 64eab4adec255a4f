"""Plans of a district of the demonstration: a measure done, one put off, one behind; a joint plan."""

from __future__ import annotations

from datetime import date, timedelta

from qadaga.authority.actor import Actor
from qadaga.config.demo.orders import leader
from qadaga.config.demo.people import actor
from qadaga.coordination.models import CouncilMember
from qadaga.coordination.plans import consents, services
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
JOINT = "Приказ № 127, подпункт 7.4"


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
            _add(plan, measure, by, on)
        plan.refresh_from_db()
        plan = services.approve(plan_id=plan.id, version=plan.version, by=by, on=on)
        item = plan.items.order_by("no")[1]
        words = "Приём проведён в двух коллективах, принято 7 обращений."
        services.report(plan_id=plan.id, version=plan.version, item_id=item.id, result=words, by=by, on=on)
        _put_off(plan, by, on)
        _joint(by, first, on)
    return Plan.objects.count()


def _joint(by: Actor, first: date, on: date) -> None:
    """A joint plan of the council: one body consented, and an item came after that; another declined."""
    drafted = services.Drafted("joint", "quarter", first, "Совместный план: подростки и дороги")
    plan = services.draft(drafted=drafted, by=by, on=on)
    last = plan.ends_on - timedelta(days=1)
    seats = list(CouncilMember.objects.filter(council=plan.council).select_related("body").order_by("id")[:2])
    for seat in seats:
        raids = services.Measure("Провести рейды у школ", JOINT, last, body=seat.body)
        _add(plan, raids, by, on)
    answers = (
        consents.Answered(True, on, "письмо № 3-17, подпись Ахметова С."),
        consents.Answered(False, on, "письмо № 5-02", "Рейды не входят в полномочия"),
    )
    for seat, said in zip(seats, answers, strict=True):
        plan.refresh_from_db()
        asked = consents.ask(
            plan_id=plan.id,
            version=plan.version,
            body_id=seat.body_id,
            asked_on=on,
            asked_how="письмо № 2-14",
            by=by,
            on=on,
        )
        plan.refresh_from_db()
        consents.answer(
            plan_id=plan.id, version=plan.version, consent_id=asked.id, answered=said, by=by, on=on
        )
    _add(plan, services.Measure("Проверить освещение переходов", JOINT, last, body=seats[0].body), by, on)
    plan.refresh_from_db()
    services.approve(plan_id=plan.id, version=plan.version, by=by, on=on)


def _add(plan: Plan, measure: services.Measure, by: Actor, on: date) -> None:
    plan.refresh_from_db()
    services.add(plan_id=plan.id, version=plan.version, measure=measure, by=by, on=on)


def _put_off(plan: Plan, by: Actor, on: date) -> None:
    plan.refresh_from_db()
    first = plan.items.order_by("no")[0]
    later = Changed("Школы закрыты на карантин.", first.due_on + timedelta(days=14))
    change_item(plan_id=plan.id, version=plan.version, item_id=first.id, changed=later, by=by, on=on)
