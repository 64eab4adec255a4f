"""The form of a distribution of duties: for each officer the directions, units and the place in replacing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.law import catalogue
from qadaga.matters.choices import BodyKind
from qadaga.offices import kato
from qadaga.offices.models import Office
from qadaga.organisation.distribution import Share
from qadaga.staff.duties.models import Duty, Replacement
from qadaga.staff.models import Appointment
from qadaga.web.forms import BaseForm, DateField
from qadaga.web.names import language
from qadaga.web.offices import words
from qadaga.web.orders.fields import OrderField


class DutiesForm(BaseForm):
    """Who gets what; deputies coordinate and agree it, other officers work in it (O.14.1, O.14.3)."""

    starts_on = DateField(label=gettext_lazy("From"))
    order = OrderField()

    def __init__(
        self, *args: Any, office: Office, people: Sequence[Appointment], on: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        self.places = places(office, on)
        order = self.fields["order"]
        assert isinstance(order, OrderField)
        order.offer(kind="duties", office=office, on=on)
        units = words.unit_choices(office, on)
        for row in people:
            self._ask(row, units)

    def _ask(self, row: Appointment, units: list[tuple[str, str]]) -> None:
        name = f"{row.person.short_name}, {words.post_of(row)}"
        deputy = catalogue.load().posts[row.post].deputy
        label = _("%(person)s coordinates and agrees") if deputy else _("%(person)s works in")
        self.fields[f"directions_{row.id.hex}"] = _choices(label % {"person": name}, directions())
        if units:
            label = _("Units of %(person)s")
            self.fields[f"units_{row.id.hex}"] = _choices(label % {"person": name}, units)
        label = _("Bodies of %(person)s")
        self.fields[f"bodies_{row.id.hex}"] = _choices(
            label % {"person": name}, [(kind.value, str(kind.label)) for kind in BodyKind]
        )
        if self.places:
            label = _("Territory of %(person)s")
            self.fields[f"katos_{row.id.hex}"] = _choices(label % {"person": name}, self.places)
        self.fields[f"place_{row.id.hex}"] = forms.IntegerField(
            label=_("Place in replacing the head: %(person)s") % {"person": row.person.short_name},
            required=False,
            min_value=1,
            max_value=99,
            help_text=_("1 replaces the absent head first; empty: does not replace."),
        )

    def shares(self) -> list[Share]:
        """What was entered, for the service; whoever gets nothing is left out."""
        found = [self._share(row) for row in self.people]
        return [share for share in found if not share.empty or share.place]

    def _share(self, row: Appointment) -> Share:
        data = self.cleaned_data
        return Share(
            row.id,
            tuple(data[f"directions_{row.id.hex}"]),
            tuple(UUID(unit) for unit in data.get(f"units_{row.id.hex}", ())),
            data[f"place_{row.id.hex}"],
            tuple(data[f"bodies_{row.id.hex}"]),
            tuple(data.get(f"katos_{row.id.hex}", ())),
        )


def initial(duties: Sequence[Duty], replacements: Sequence[Replacement]) -> dict[str, Any]:
    """The distribution in force as first values, so that a new one begins with what there is."""
    values: dict[str, Any] = {}
    for duty in duties:
        kind, value = _dimension(duty)
        values.setdefault(f"{kind}_{duty.appointment_id.hex}", []).append(value)
    return values | {f"place_{row.appointment_id.hex}": row.place for row in replacements}


def _dimension(duty: Duty) -> tuple[str, str]:
    if duty.direction:
        return "directions", duty.direction
    if duty.body_kind:
        return "bodies", duty.body_kind
    return ("katos", duty.kato) if duty.kato else ("units", str(duty.unit_id))


def places(office: Office, on: date) -> list[tuple[str, str]]:
    """The units of the office's territory one level down, for a choice; none where there are none."""
    held = set(office.territories.on(on).values_list("kato", flat=True))
    return [(unit.code, words.place_name(unit.code)) for unit in kato.units().values() if unit.parent in held]


def directions() -> list[tuple[str, str]]:
    """Every direction of supervision for a choice."""
    return [(row.id, row.title.get(language())) for row in catalogue.load().directions.values()]


def _choices(label: str, choices: Sequence[tuple[str, str]]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple
    )
