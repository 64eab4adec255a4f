"""Of the demonstration: matters on transport, a power passed down, a change of the structure to come."""

from __future__ import annotations

from datetime import date, timedelta

from qadaga.authority.actor import Actor
from qadaga.authority.delegations.models import Delegation
from qadaga.config.demo.cast import BURABAY, KOKSHETAU
from qadaga.config.demo.people import actor
from qadaga.matters import services as matters
from qadaga.matters.models import Matter
from qadaga.offices.naming import Names
from qadaga.offices.selectors import office_by_code
from qadaga.organisation import delegations, offices
from qadaga.organisation.orders import services as orders
from qadaga.organisation.orders.models import Order
from qadaga.organisation.restructuring.models import PlannedChange

# What it is about, the mode of transport, which of the five tasks it serves (L.1.6).
ON_TRANSPORT = (
    ("Просроченные огнетушители в пассажирских вагонах", "rail", "transport_safety"),
    ("Отказ в возврате денег за отменённый рейс", "air", "passengers"),
    ("Розлив нефтепродуктов у насосной станции", "pipeline", "nature"),
)
PASSED = orders.Wording(
    title_kk="Өкілеттікті уақытша беру туралы",
    title_ru="О временной передаче полномочия",
    text_kk="1. Көкшетау қаласының прокурорына облыстық органдарға актілерге қол қою тапсырылсын.",
    text_ru="1. Поручить прокурору города Кокшетау подписывать акты в областные органы.",
)


def load(on: date) -> None:
    """Add what is missing; run again it adds nothing."""
    _transport(actor("transport.head", on), on)
    _passed_power(actor("akmola.head", on), on)
    _planned_name(actor("gp.head", on), on)


def _transport(head: Actor, on: date) -> None:
    if Matter.objects.filter(office=head.office_id).exists():
        return
    for title, mode, task in ON_TRANSPORT:
        opening = matters.Opening(
            kind="own_initiative",
            direction="legality_of_acts",
            title=title,
            sphere="transport",
            tasks=("protect_rights",),
            transport_mode=mode,
            transport_task=task,
        )
        matters.open(opening=opening, by=head, on=on)


def _passed_power(head: Actor, on: date) -> None:
    """The head of the region lets the city sign acts of the region's reach for a month."""
    if Delegation.objects.exists():
        return
    delegations.delegate(
        by=head,
        on=on,
        office_id=office_by_code(KOKSHETAU).id,
        power="act.sign",
        starts_on=on,
        ends_on=on + timedelta(days=30),
        order_id=_order(head, on).id,
    )


def _order(head: Actor, on: date) -> Order:
    draft = orders.draft(draft=orders.Draft("order", "general", "both", PASSED), by=head, on=on)
    return orders.sign(order_id=draft.id, version=draft.version, by=head, on=on)


def _planned_name(general: Actor, on: date) -> None:
    """An office gets another name in a month; until then the change may be called off."""
    if PlannedChange.objects.exists():
        return
    office = office_by_code(BURABAY)
    names = Names(
        "Прокуратура Бурабайского района (Щучинск)",
        "Бурабай ауданының прокуратурасы (Щучинск)",
        "Burabay District Prosecutor's Office (Shchuchinsk)",
        kk_checked=False,
    )
    offices.rename(
        by=general,
        on=on,
        office_id=office.id,
        names=names,
        starts_on=on + timedelta(days=30),
        ground="Приказ Генерального Прокурора № 14 (демонстрация)",
    )
