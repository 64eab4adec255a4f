"""To whom open work passes: one receiver for all, or another for each matter and draft."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.acts.choices import ActStatus
from qadaga.law.messages import BY_MARK
from qadaga.matters.choices import MatterStatus
from qadaga.organisation.handover.items import Kind, OpenItem, counts
from qadaga.organisation.handover.models import Reason
from qadaga.organisation.handover.services import Passing, field_name
from qadaga.organisation.handover.work import may_take
from qadaga.organisation.orders.choices import OrderStatus
from qadaga.staff.models import Appointment
from qadaga.web.components import date_text
from qadaga.web.forms import BaseForm
from qadaga.web.offices import words

_LABELS = {
    Kind.MATTER: gettext_lazy("Matter %(name)s: %(title)s"),
    Kind.DRAFT: gettext_lazy("Draft «%(name)s», matter %(title)s"),
    Kind.ORDER_DRAFT: gettext_lazy("Draft of an order «%(name)s»"),
    Kind.CONTROL: gettext_lazy("Control of order %(name)s: %(title)s"),
    Kind.POINT: gettext_lazy("Point of order %(name)s: %(title)s"),
    Kind.READING: gettext_lazy("To become familiar with order %(name)s: %(title)s"),
    Kind.SEAL: gettext_lazy("Seal, stamp or blanks %(name)s: %(title)s"),
    Kind.DUTIES: gettext_lazy("Place in the distribution of duties: %(name)s"),
}
_STATUSES: dict[Kind, Any] = {Kind.MATTER: MatterStatus, Kind.DRAFT: ActStatus}


class PassingForm(BaseForm):
    """A form that has the open work of somebody under it; without open work it asks nothing about it."""

    def __init__(
        self,
        *args: Any,
        items: Sequence[OpenItem] = (),
        people: Sequence[Appointment] = (),
        reader: UUID | None = None,
        **kwargs: Any,
    ) -> None:
        """`reader`: the person who looks; what complains of them is not named to them."""
        super().__init__(*args, **kwargs)
        self.items = items
        if items:
            self.fields["to_all"] = _receiver(
                _("Who takes over the open work"), people, _("Nobody: see each item")
            )
            self.fields["to_all"].help_text = preview(items)
        for item in items:
            closed = reader is not None and item.barred.get(reader) == "complained_of"
            field = _closed_field(people) if closed else _item_field(item, people)
            self.fields[field_name(item.key)] = field

    def passing(self, reason: str, note: str = "") -> Passing | None:
        """Who takes what; None where nothing is open."""
        if not self.items:
            return None
        chosen = {item.key: self.cleaned_data.get(field_name(item.key)) for item in self.items}
        receivers = {key: UUID(value) for key, value in chosen.items() if value}
        to_all = self.cleaned_data.get("to_all")
        return Passing(reason, UUID(to_all) if to_all else None, receivers, note)


class HandOverForm(PassingForm):
    """A hand-over that stands by itself: before a leave, or of what somebody left behind."""

    reason = forms.ChoiceField(label=gettext_lazy("Reason"), choices=Reason.choices)
    note = forms.CharField(label=gettext_lazy("Note"), max_length=300, required=False)


def _receiver(label: str, people: Sequence[Appointment], nobody: str) -> forms.ChoiceField:
    choices = [("", nobody), *((str(row.id), f"{row.person.name}, {words.post_of(row)}") for row in people)]
    return forms.ChoiceField(label=label, required=False, choices=choices)


def _item_field(item: OpenItem, people: Sequence[Appointment]) -> forms.ChoiceField:
    field = _receiver(_label(item), may_take(item, people), _("As chosen for all"))
    field.help_text = " ".join([*_state(item), *_who_may_not(item, people)])
    return field


def _closed_field(people: Sequence[Appointment]) -> forms.ChoiceField:
    field = _receiver(_("A matter closed to you"), people, _("As chosen for all"))
    field.help_text = _("The complaint is about you: the office above hands it over.")
    return field


def _label(item: OpenItem) -> str:
    return _LABELS[Kind(item.kind)] % {"name": item.name, "title": item.title}


def _state(item: OpenItem) -> list[str]:
    statuses = _STATUSES.get(Kind(item.kind), OrderStatus)
    found = [f"{statuses(item.status).label}."] if item.status and item.kind != Kind.SEAL else []
    if item.due_on:
        found.append(_("Due %(day)s.") % {"day": date_text(item.due_on)})
    if item.terms:
        found.append(_("Terms that pass with it: %(count)s.") % {"count": item.terms})
    if item.requests:
        found.append(_("Requests without a reply: %(count)s.") % {"count": item.requests})
    if item.of_the_post:
        found.append(_("It stays with a person who comes back; it passes when the post is left."))
    return found


def preview(items: Sequence[OpenItem]) -> str:
    """How much of what is open, and what goes with it."""
    told = [f"{Kind(kind).label}: {count}" for kind, count in counts(items)]
    with_them = ((_("Terms"), "terms"), (_("Requests without a reply"), "requests"))
    for label, name in with_them:
        total = sum(getattr(item, name) for item in items)
        told += [f"{label}: {total}"] if total else []
    return _("Open now: %(what)s.") % {"what": "; ".join(told)}


def _who_may_not(item: OpenItem, people: Sequence[Appointment]) -> list[str]:
    barred = [
        (row.person.short_name, item.barred[row.person_id]) for row in people if row.person_id in item.barred
    ]
    return [f"{name}: {_(BY_MARK[f'assignee_{mark}'])}" for name, mark in barred]
