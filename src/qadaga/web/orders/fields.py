"""A field to choose the order that a change rests on, by its number."""

from datetime import date
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from qadaga.offices.models import Office
from qadaga.organisation.orders.models import Order
from qadaga.organisation.orders.selectors.choosing import suitable
from qadaga.web.names import language

MOST = 50


class NumberInput(forms.TextInput):
    """A line for a number, with a list of the newest orders to choose from."""

    offered: list[tuple[str, str]] = []

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """The line, and beside it the list it offers."""
        attrs = {**(attrs or {}), "list": f"{name}-offered", "autocomplete": "off"}
        options = format_html_join("", '<option value="{}">{}</option>', self.offered)
        line = super().render(name, value, attrs, renderer)
        return format_html('{}<datalist id="{}-offered">{}</datalist>', line, name, options)


class OrderNumberField(forms.CharField):
    """The number of any signed order; its value is the order's id, None where nothing was typed."""

    default_error_messages = {"no_such_order": _("There is no signed order with the number %(number)s.")}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 40)
        super().__init__(**kwargs)
        self.orders = Order.objects.filter(signed_on__isnull=False)

    def clean(self, value: Any) -> UUID | None:
        """The id of the order of that number."""
        number = " ".join(super().clean(value).split())
        if not number:
            return None
        found: Order | None = self.orders.filter(number_text__iexact=number).first()
        if found is None:
            raise forms.ValidationError(
                self.error_messages["no_such_order"], "no_such_order", {"number": number}
            )
        return found.id


class OrderField(OrderNumberField):
    """The number of a signed order in force; its value is the order's id, None where nothing was typed.

    A form tells in `prepare` whose orders may be chosen: `offer(kind=…, office=…, on=…)` on this field.
    The service that uses it asks `orders.services.basis` again, under its own transaction.
    """

    widget = NumberInput
    default_error_messages = {
        "no_such_order": _(
            "No order in force with the number %(number)s decides this. Choose one from the list; if there "
            "is none yet, draft the order and have it signed first."
        )
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("By the order number"))
        super().__init__(**kwargs)
        self.orders = Order.objects.none()

    def offer(self, *, kind: str, office: Office, on: date) -> None:
        """Let orders of that kind, of the office or one above, in force on the day be chosen."""
        self.orders = suitable(kind=kind, office=office, on=on)
        spoken = language()
        shown = cast(NumberInput, self.widget)
        shown.offered = [(str(order), order.title_in(spoken)) for order in self.orders[:MOST]]
