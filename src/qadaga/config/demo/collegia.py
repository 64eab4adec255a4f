"""The collegium of a region of the demonstration, with a district prosecutor among its members."""

from __future__ import annotations

from datetime import date

from qadaga.config.demo import people
from qadaga.config.demo.orders import leader
from qadaga.organisation.collegia import services
from qadaga.organisation.collegia.models import Collegium
from qadaga.organisation.orders import services as orders

WORDING = orders.Wording(
    title_ru="О коллегии прокуратуры области",
    text_ru="1. Образовать коллегию прокуратуры области.\n2. Ввести в её состав поименованных лиц.",
    title_kk="Облыс прокуратурасының алқасы туралы",
    text_kk="1. Облыс прокуратурасының алқасы құрылсын.\n2. Аталған адамдар оның құрамына енгізілсін.",
)
MEMBERS = ("akmola.head", "akmola.deputy", "akmola.officer", "kokshetau.head")


def load(on: date) -> int:
    """Form it where there is none; returns how many there are."""
    if not Collegium.objects.exists():
        by = leader("akmola.head", on)
        order = orders.draft(draft=orders.Draft("order", "collegium", "both", WORDING), by=by, on=on)
        order = orders.sign(order_id=order.id, version=order.version, by=by, on=on)
        members = [people.actor(username, on).appointment_id for username in MEMBERS]
        given = {"office_id": order.office_id, "order_id": order.id, "starts_on": on, "members": members}
        services.form(by=by, on=on, **given)  # type: ignore[arg-type]  # as named above
    return Collegium.objects.count()
