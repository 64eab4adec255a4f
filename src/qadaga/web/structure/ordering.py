"""What a form of the structure rests on: an order of the register, or one that stands outside it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.offices.models import Office
from qadaga.web.components import date_text
from qadaga.web.forms import BaseForm, DateField, VersionedForm
from qadaga.web.orders.fields import OrderField

OUTSIDE = ("outside_number", "outside_dated", "outside_by")


def order_fields() -> dict[str, forms.Field]:
    """The order of the register, or number, day and issuer of one that stands in no register here."""
    return {
        "order": OrderField(required=False, help_text=_("The Prosecutor General's signed order (O.5).")),
        "outside_number": forms.CharField(
            label=_("Or an order kept on paper: its number"),
            required=False,
            max_length=60,
            help_text=_("Where it stands in no register here."),
        ),
        "outside_dated": DateField(label=_("Its date"), required=False),
        "outside_by": forms.CharField(label=_("Who issued it"), required=False, max_length=200),
    }


def offer(form: forms.Form, office: Office, on: date, kind: str = "structure") -> None:
    """Let the orders in force that decide such changes of the office be chosen."""
    field = form.fields["order"]
    assert isinstance(field, OrderField)
    field.offer(kind=kind, office=office, on=on)


class OrderedForm(BaseForm):
    """A change of the structure by an order; `cleaned_data` has `order` and the words `ground`."""

    field_of = {"ground": "outside_number"}

    def __init__(self, *args: Any, office: Office, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= order_fields()
        offer(self, office, on)

    def clean(self) -> dict[str, Any]:
        """An order outside is named whole: number, day and issuer, or not at all."""
        data = super().clean() or self.cleaned_data
        given = [data.get(name) for name in OUTSIDE]
        data["ground"] = ""
        if any(given):
            for name, value in zip(OUTSIDE, given, strict=True):
                if not value and name not in self.errors:
                    self.add_error(
                        name, forms.ValidationError(_("An order outside needs this too."), "required")
                    )
            number, dated, issuer = given
            data["ground"] = f"№ {number}, {date_text(dated)}, {issuer}"
        return data


class VersionedOrderedForm(OrderedForm, VersionedForm):
    """The same for something that others may change meanwhile."""
