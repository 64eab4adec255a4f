"""Forms of a merger: which offices into which, then who gets which post there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.law import catalogue
from qadaga.offices.models import Office
from qadaga.offices.naming import Names
from qadaga.offices.tree import Node
from qadaga.organisation.office_input import OfficeInput
from qadaga.organisation.restructuring.plan import Merger
from qadaga.staff.models import Appointment
from qadaga.web.forms import DateField
from qadaga.web.names import language, post_title
from qadaga.web.offices.words import kind_choices, post_of
from qadaga.web.structure.ordering import OrderedForm

NEW = "new"
LEAVES = "-"
_NAME = 300


class ChooseForm(forms.Form):
    """Which offices of one line are to be closed, and which follows them; asked in the address."""

    office = forms.MultipleChoiceField(label=_("Offices to close"), widget=forms.CheckboxSelectMultiple)
    into = forms.ChoiceField(label=_("The office that follows them"))

    def __init__(self, *args: Any, nodes: Sequence[Node], **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        choices = [(node.code, node.name_in(language())) for node in nodes]
        self.fields["office"].choices = choices  # type: ignore[attr-defined]  # a choice field
        self.fields["into"].choices = [(NEW, _("A new office")), *choices]  # type: ignore[attr-defined]  # the same


class MergeForm(OrderedForm):
    """The day, the order, the new office where there is to be one, and a post for everybody."""

    field_of = {**OrderedForm.field_of, "code": "code", "kind": "kind"}

    starts_on = DateField(label=_("From"), help_text=_("The first day on which the offices are closed."))

    def __init__(
        self,
        *args: Any,
        closing: Sequence[Office],
        into: Office | None,
        people: Sequence[Appointment],
        on: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, office=closing[0], on=on, **kwargs)
        self.closing, self.into, self.people = closing, into, people
        if into is None:
            self._new_office(closing[0])
        self._posts(into, closing[0])

    def _new_office(self, like: Office) -> None:
        above = like.parent
        kinds = kind_choices(above) if above else []
        self.fields["kind"] = forms.ChoiceField(label=_("Kind"), choices=kinds, initial="inter_district")
        self.fields["code"] = forms.CharField(
            label=_("Code"), max_length=24, help_text=_("Small Latin letters, digits and hyphens.")
        )
        for name, label in (
            ("name_kk", _("Name in Kazakh")),
            ("name_ru", _("Name in Russian")),
            ("name_en", _("Name in English")),
        ):
            self.fields[name] = forms.CharField(label=label, max_length=_NAME)

    def _posts(self, into: Office | None, like: Office) -> None:
        kind = into.kind if into else "inter_district"
        choices = [(LEAVES, _("leaves the service here")), *_posts_of(kind, like.level)]
        for row in self.people:
            label = f"{row.person.name}, {post_of(row)}"
            initial = row.post if into is None or not row.heads else LEAVES
            self.fields[_field(row)] = forms.ChoiceField(label=label, choices=choices, initial=initial)

    def merger(self) -> Merger:
        """What was entered."""
        data = self.cleaned_data
        return Merger(
            offices=tuple(office.id for office in self.closing),
            into=self.into.code if self.into else self._entered(),
            starts_on=data["starts_on"],
            posts={row.id: self._post(row) for row in self.people},
            ground=data["ground"],
            order_id=data["order"],
        )

    def _post(self, row: Appointment) -> str | None:
        chosen: str = self.cleaned_data[_field(row)]
        return None if chosen == LEAVES else chosen

    def _entered(self) -> OfficeInput:
        data, above = self.cleaned_data, self.closing[0].parent
        return OfficeInput(
            code=data["code"],
            kind=data["kind"],
            names=Names(data["name_ru"], data["name_kk"], data["name_en"]),
            parent=above.code if above else "",
            starts_on=data["starts_on"],
            spheres=tuple(row.sphere for row in self.closing[0].spheres.on(data["starts_on"])),
        )


def _field(row: Appointment) -> str:
    return f"post_{UUID(str(row.id)).hex}"


def _posts_of(kind: str, level: int) -> list[tuple[str, str]]:
    record = catalogue.load().office_kinds[kind]
    posts = [
        post
        for post in catalogue.load().posts.values()
        if level in post.levels
        and (not post.heads or post.id == record.head)
        and (not post.kinds or kind in post.kinds)
    ]
    return [(post.id, post_title(post.id, kind=kind)) for post in posts]
