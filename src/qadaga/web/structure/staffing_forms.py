"""Forms of the staff limit and of the staffing table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.law import catalogue
from qadaga.offices.models import Office
from qadaga.organisation.staffing.entries import LineInput
from qadaga.organisation.staffing.models import StaffingLine
from qadaga.web.forms import BaseForm, DateField
from qadaga.web.offices.words import post_choices, unit_choices
from qadaga.web.orders.fields import OrderField
from qadaga.web.structure.ordering import offer

SPARE = 5
_COLUMNS = ("unit", "post", "staff", "positions", "rate")


class LimitForm(BaseForm):
    """How many positions, from when, by which order."""

    positions = forms.IntegerField(label=_("Positions"), min_value=0)
    starts_on = DateField(label=_("From"))
    order = OrderField(help_text=_("The Prosecutor General's signed order on staff (O.5)."))

    def __init__(self, *args: Any, office: Office, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, office, on, "staffing")


class TableForm(BaseForm):
    """The lines of a staffing table; a row whose number of positions is empty is left out."""

    starts_on = DateField(label=_("From"))
    order = OrderField(help_text=_("The Prosecutor General's signed order on staff (O.5)."))

    def __init__(
        self, *args: Any, office: Office, on: date, lines: Sequence[StaffingLine], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, office, on, "staffing")
        units = [("", "—"), *unit_choices(office, on)]
        posts = [("", "—"), *post_choices(office)]
        self.count = max(len(lines) + SPARE, self._sent())
        for number in range(self.count):
            self._row(number, units, posts, lines[number] if number < len(lines) else None)

    def _sent(self) -> int:
        """Rows that came with the form: somebody else may have added lines meanwhile."""
        names = [name for name in self.data if name.startswith("positions_")]
        return min(len(names), 400)

    def _row(
        self,
        number: int,
        units: list[tuple[str, str]],
        posts: list[tuple[str, str]],
        line: StaffingLine | None,
    ) -> None:
        now = (
            {}
            if line is None
            else {
                "unit": str(line.unit_id or ""),
                "post": line.post,
                "staff": "officer" if line.officer else "employee",
                "positions": line.positions,
                "rate": line.rate,
            }
        )
        staff = [("officer", _("officer")), ("employee", _("employee"))]
        fields = {
            "unit": forms.ChoiceField(label=_("Unit"), choices=units, required=False),
            "post": forms.ChoiceField(label=_("Post"), choices=posts, required=False),
            "staff": forms.ChoiceField(label=_("Staff"), choices=staff, required=False),
            "positions": forms.IntegerField(label=_("Positions"), required=False, min_value=0),
            "rate": forms.DecimalField(
                label=_("Rate"), required=False, max_digits=3, decimal_places=2, initial=1
            ),
        }
        for name, field in fields.items():
            field.initial = now.get(name, field.initial)
            field.widget.attrs["aria-label"] = f"{field.label} {number + 1}"
            self.fields[f"{name}_{number}"] = field

    def rows(self) -> Iterator[list[forms.BoundField]]:
        """The fields of each row of the table."""
        for number in range(self.count):
            yield [self[f"{name}_{number}"] for name in _COLUMNS]

    def plain(self) -> list[forms.BoundField]:
        """The fields that stand above the table."""
        return [self["starts_on"], self["order"]]

    def lines(self) -> list[LineInput]:
        """The lines entered."""
        found = [self._line(number) for number in range(self.count)]
        return [line for line in found if line is not None]

    def _line(self, number: int) -> LineInput | None:
        data = {name: self.cleaned_data.get(f"{name}_{number}") for name in _COLUMNS}
        if not data["positions"] or not data["post"]:
            return None
        post = catalogue.load().posts.get(data["post"])
        either = post is None or post.staff == "either"
        officer = data["staff"] == "officer" if either else post is not None and post.staff == "officer"
        return LineInput(
            post=data["post"],
            positions=data["positions"],
            officer=officer,
            unit_id=UUID(data["unit"]) if data["unit"] else None,
            rate=data["rate"] or Decimal(1),
        )
