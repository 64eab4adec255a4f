"""The distribution of duties of the demonstration's district, by an order of its head."""

from __future__ import annotations

from datetime import date

from qadaga.config.demo.people import actor
from qadaga.law import catalogue
from qadaga.organisation.distribution import Share, distribute
from qadaga.organisation.orders import services as orders
from qadaga.staff.duties.selectors import distribution_on

WORDING = orders.Wording(
    title_kk="Міндеттерді бөлу туралы",
    title_ru="О распределении обязанностей",
    text_kk="1. Міндеттер қосымшаға сәйкес бөлінсін.\n2. Орындалуын бақылауды өзіме қалдырамын.",
    text_ru="1. Распределить обязанности согласно приложению.\n2. Контроль исполнения оставляю за собой.",
)
# Nobody has these: the page shows what a gap looks like.
LEFT_OUT = ("treaties", "covert")
ACTS = ("legality_of_acts", "enforcement", "admin_offences", "appeals")


def load(on: date) -> None:
    """Put the distribution in force, once."""
    head, deputy, senior, assistant = (
        actor(f"kokshetau.{name}", on) for name in ("head", "deputy", "senior", "assistant")
    )
    if distribution_on(head.office_id, on) is not None:
        return
    draft = orders.draft(
        draft=orders.Draft("order", "duties", "both", WORDING, to_publish=True), by=head, on=on
    )
    order = orders.sign(order_id=draft.id, version=draft.version, by=head, on=on)
    led = tuple(name for name in catalogue.load().directions if name not in LEFT_OUT)
    other = tuple(name for name in led if name not in ACTS)
    shares = (
        Share(deputy.appointment_id, led, place=1),
        Share(senior.appointment_id, other, place=2),
        Share(assistant.appointment_id, ACTS),
    )
    distribute(by=head, on=on, office_id=head.office_id, starts_on=on, order_id=order.id, shares=shares)
