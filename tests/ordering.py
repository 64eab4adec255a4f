"""Orders for tests: drafted and signed through the services, as people would."""

from datetime import date

from qadaga.authority.actor import Actor
from qadaga.organisation.orders import services
from qadaga.organisation.orders.models import Order

WORDING = services.Wording(title_ru="О порядке работы", text_ru="1. Установить порядок.\n2. Исполнять.")


def make_draft(by: Actor, on: date, **changed: object) -> Order:
    """A draft of the actor's office."""
    values: dict[str, object] = {"form": "order", "kind": "general", "language": "ru", "wording": WORDING}
    return services.draft(draft=services.Draft(**{**values, **changed}), by=by, on=on)  # type: ignore[arg-type]


def signed_order(head: Actor, on: date, **changed: object) -> Order:
    """An order that the head of an office wrote and signed on the day."""
    order = make_draft(head, on, **changed)
    return services.sign(order_id=order.id, version=order.version, by=head, on=on)
