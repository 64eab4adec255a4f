"""The two fields by which a form says what its change rests on: an order of the register, or one on paper."""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.offices.models import Office
from qadaga.web.orders.fields import OrderField


def order_fields() -> dict[str, forms.Field]:
    """Fields `order` and `ground` for a change of the structure."""
    return {
        "order": OrderField(required=False, help_text=_("The Prosecutor General's signed order (O.5).")),
        "ground": forms.CharField(
            label=_("Or an order kept on paper"),
            required=False,
            max_length=300,
            help_text=_("Its number and date, where it stands in no register here."),
        ),
    }


def offer(form: forms.Form, office: Office, on: date, kind: str = "structure") -> None:
    """Let the orders in force that decide such changes of the office be chosen."""
    field = form.fields["order"]
    assert isinstance(field, OrderField)
    field.offer(kind=kind, office=office, on=on)
