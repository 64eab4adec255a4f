"""Forms about people: a person, an appointment, an absence, an acting head."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.offices.tree import Node
from qadaga.organisation.people import PersonInput
from qadaga.staff.models import Absence, Appointment
from qadaga.web.forms import BaseForm, DateField, VersionedForm
from qadaga.web.names import language
from qadaga.web.offices import words

_UNTIL = _("The first day on which it no longer holds. Leave empty if it is not known.")


def _ground() -> forms.CharField:
    return forms.CharField(
        label=_("Order"), required=False, max_length=300, help_text=_("Number and date of the order.")
    )


class PersonForm(VersionedForm):
    """Names and number of a person."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    iin = forms.CharField(
        label=_("IIN"), required=False, max_length=40, help_text=_("12 digits; empty if there is none.")
    )
    last_name = forms.CharField(label=_("Family name"), max_length=100)
    first_name = forms.CharField(label=_("Given name"), max_length=100)
    middle_name = forms.CharField(label=_("Patronymic"), max_length=100, required=False)
    born_on = DateField(label=_("Birth date"), required=False)

    def person(self) -> PersonInput:
        """What was entered, for the service."""
        data = self.cleaned_data
        names = {key: data[key] for key in ("iin", "last_name", "first_name", "middle_name")}
        return PersonInput(**names, born_on=data["born_on"])


class OfficeForm(forms.Form):
    """Which office to appoint to; asked in the address."""

    office = forms.ChoiceField(label=_("Office"))

    def __init__(self, *args: Any, offices: Iterable[Node], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(node.code, node.name_in(language())) for node in offices]
        self.fields["office"].choices = choices  # type: ignore[attr-defined]  # a choice field


class AbsenceForm(BaseForm):
    """Days away from every post."""

    kind = forms.ChoiceField(
        label=_("Reason"), choices=[(kind, words.ABSENCES[kind]) for kind in Absence.KINDS]
    )
    starts_on = DateField(label=_("From"))
    ends_on = DateField(label=_("Until"), required=False, help_text=_("The first day back."))
    ground = _ground()


class BackForm(BaseForm):
    """The first day back from an absence."""

    ends_on = DateField(label=_("Until"), help_text=_("The first day back."))
    reason = forms.CharField(label=_("Why"), max_length=300, required=False)


class CancelForm(BaseForm):
    """Why an absence that has not begun is cancelled."""

    reason = forms.CharField(label=_("Why"), max_length=300)


class EndActingForm(BaseForm):
    """The first day without the replacement."""

    ends_on = DateField(label=_("Until"), help_text=_("The first day back."))


class ActingForm(BaseForm):
    """Who replaces the head, and when."""

    appointment = forms.ChoiceField(label=_("Who replaces the head"))
    starts_on = DateField(label=_("From"))
    ends_on = DateField(label=_("Until"), required=False, help_text=_UNTIL)
    ground = _ground()

    def __init__(self, *args: Any, people: list[Appointment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(row.id), f"{row.person.name}, {words.post_of(row)}") for row in people]
        self.fields["appointment"].choices = choices  # type: ignore[attr-defined]  # a choice field
