"""The staff limits and staffing tables of the demonstration: a place for everybody, and some vacant."""

from __future__ import annotations

from collections import Counter
from datetime import date

from qadaga.authority.actor import Actor
from qadaga.config.demo.cast import BURABAY, KOKSHETAU
from qadaga.config.demo.people import actor
from qadaga.offices import selectors as offices
from qadaga.offices.models import Office
from qadaga.organisation.orders import services as orders
from qadaga.organisation.orders.models import Order
from qadaga.organisation.staffing import services
from qadaga.organisation.staffing.entries import LineInput
from qadaga.organisation.staffing.models import StaffLimit
from qadaga.organisation.staffing.occupancy import slot_of
from qadaga.staff.models import Appointment

VACANT = {"assistant": 1, "senior_assistant": 1}
SPARE = 2
WORDING = orders.Wording(
    title_ru="О численности и штатных расписаниях прокуратур Акмолинской области",
    text_ru="1. Установить пределы численности.\n2. Ввести штатные расписания.",
)


def load(on: date) -> int:
    """Give the offices of the demonstration that have none a limit and a table; how many."""
    if StaffLimit.objects.exists():
        return 0
    general = actor("gp.head", on)
    order = _order(general, on)
    for code in (KOKSHETAU, BURABAY):
        _staff(offices.office_by_code(code), general, order, on)
    return 2


def _order(general: Actor, on: date) -> Order:
    draft = orders.Draft("order", "staffing", "ru", WORDING)
    order = orders.draft(draft=draft, by=general, on=on)
    return orders.sign(order_id=order.id, version=order.version, by=general, on=on)


def _staff(office: Office, general: Actor, order: Order, on: date) -> None:
    held = Counter(slot_of(row) for row in Appointment.objects.on(on).filter(office=office))
    lines = [
        LineInput(post, count + VACANT.get(post, 0), officer, unit_id)
        for (unit_id, post, officer), count in held.items()
    ]
    positions = sum(line.positions for line in lines)
    services.set_limit(
        by=general,
        on=on,
        office_id=office.id,
        positions=positions + SPARE,
        starts_on=on,
        order_id=order.id,
    )
    services.set_table(by=general, on=on, office_id=office.id, lines=lines, starts_on=on, order_id=order.id)
