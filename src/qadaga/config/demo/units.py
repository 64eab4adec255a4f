"""Units of the demonstration's region: one renamed, one created inside it, one to be closed, by an order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from qadaga.config.demo.people import actor
from qadaga.offices import selectors as offices
from qadaga.offices.models import Unit
from qadaga.offices.naming import Names
from qadaga.organisation.orders import services as orders
from qadaga.organisation.units import services
from qadaga.organisation.units.entries import UnitInput

REGION = "1100"
WORDING = orders.Wording(
    title_ru="О подразделениях прокуратуры Акмолинской области",
    text_ru="1. Переименовать управление.\n2. Создать в нём отдел.\n3. Упразднить отдел проверок.",
)
RENAMED = Names(
    "Управление надзора за законностью", "Заңдылықты қадағалау басқармасы", "Directorate of Legality", False
)
INSIDE = Names("Отдел анализа законности", "Заңдылықты талдау бөлімі", "Division of Analysis of Legality")
ENDING = Names("Отдел проверок", "Тексерулер бөлімі", "Division of Inspections")


def load(on: date) -> int:
    """Arrange the units of the region, where that has not been done yet; how many were changed."""
    office = offices.office_by_code(REGION)
    directorate = Unit.objects.filter(office=office, code="lawfulness").first()
    if directorate is None or office.units.filter(code="analysis").exists():
        return 0
    by = actor("gp.head", on)
    order = orders.draft(draft=orders.Draft("order", "structure", "ru", WORDING), by=by, on=on)
    orders.sign(order_id=order.id, version=order.version, by=by, on=on)
    about: dict[str, Any] = {"by": by, "on": on, "order_id": order.id}
    services.rename(unit_id=directorate.id, names=RENAMED, starts_on=on, **about)
    inside = UnitInput("analysis", "division", INSIDE, on, directorate.id, order_id=order.id)
    services.create(by=by, on=on, office_id=office.id, unit=inside)
    ending = UnitInput("inspections", "division", ENDING, on, order_id=order.id)
    closed = services.create(by=by, on=on, office_id=office.id, unit=ending)
    services.close(unit_id=closed.id, ends_on=on + timedelta(days=30), **about)
    return 3
