"""Forms about posts: appointment, transfer, secondment, end; each rests on an order or on other documents."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.law import catalogue
from qadaga.law.records import Post
from qadaga.offices.models import Office
from qadaga.organisation.appointment_input import AppointmentInput, OutsideActInput
from qadaga.organisation.careers.choices import Cause, Role
from qadaga.organisation.careers.outside import needed, releases
from qadaga.staff.models import Appointment
from qadaga.web.forms import BaseForm, DateField, VersionedForm
from qadaga.web.names import post_title
from qadaga.web.offices import words
from qadaga.web.offices.passing_forms import PassingForm
from qadaga.web.orders.fields import OrderField

_UNTIL = gettext_lazy("The first day on which it no longer holds. Leave empty if it is not known.")
_TITLES = {
    Role.APPOINTED: gettext_lazy("Number of the act of appointment"),
    Role.PROPOSED: gettext_lazy("Number of the submission"),
    Role.CONSENTED: gettext_lazy("Number of the consent"),
    Role.RELEASED: gettext_lazy("Number of the act of release"),
}


class BasisForm(BaseForm):
    """What a decision about a person rests on: an order here, or one on paper."""

    order = OrderField(required=False)
    ground = forms.CharField(
        label=gettext_lazy("Or an order on paper"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Number and date of the order."),
    )

    def offer_orders(self, office: Office, on: date) -> None:
        """Orders on people, of the office or one above, in force on the day."""
        field = self.fields["order"]
        assert isinstance(field, OrderField)
        field.offer(kind="personnel", office=office, on=on)

    def ask_document(self, role: Role, told: str) -> None:
        """Ask for the act of a body outside the service; `told`: of which posts."""
        number = forms.CharField(label=_TITLES[role], max_length=60, required=False, help_text=told)
        self.fields[f"{role}_number"] = number
        self.fields[f"{role}_dated"] = DateField(label=_("Its date"), required=False)

    def acts(self) -> tuple[OutsideActInput, ...]:
        """The acts of bodies outside the service that were entered."""
        data = self.cleaned_data
        roles = [role for role in Role if data.get(f"{role}_number") or data.get(f"{role}_dated")]
        return tuple(
            OutsideActInput(role, data[f"{role}_number"] or "", data[f"{role}_dated"]) for role in roles
        )


class AppointForm(PassingForm, BasisForm):
    """A post of an office for a person, with the documents that the law asks for (L.2.2)."""

    post = forms.ChoiceField(label=gettext_lazy("Post"))
    unit = forms.ChoiceField(label=gettext_lazy("Unit"), required=False)
    officer = forms.BooleanField(
        label=gettext_lazy("An officer, not another employee"),
        required=False,
        initial=True,
        help_text=gettext_lazy("Counts for posts that are open to both."),
    )
    starts_on = DateField(label=gettext_lazy("From"))
    ends_on = DateField(label=gettext_lazy("Until"), required=False, help_text=_UNTIL)
    field_order = ["post", "unit", "officer", "starts_on", "ends_on", "order", "ground"]

    def __init__(self, *args: Any, office: Office, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.office = office
        posts = words.post_choices(office)
        units = words.unit_choices(office, on)
        self.fields["post"].choices = posts  # type: ignore[attr-defined]  # a choice field
        self.fields["unit"].choices = [("", "—"), *units]  # type: ignore[attr-defined]  # a choice field
        self.offer_orders(office, on)
        self._ask_documents([catalogue.load().posts[post] for post, _title in posts])

    def _ask_documents(self, posts: list[Post]) -> None:
        for role in Role:
            told = [
                f"{post_title(post.id, kind=self.office.kind)} — {words.body_title(dict(needed(post))[role])}"
                for post in posts
                if role in dict(needed(post))
            ]
            if told:
                text = _("Needed for: %(posts)s.") % {"posts": "; ".join(told)}
                self.ask_document(role, text)

    def entered(self, person_id: UUID) -> AppointmentInput:
        """What was entered, for the service."""
        data = self.cleaned_data
        return AppointmentInput(
            person_id=person_id,
            office_id=self.office.id,
            post=data["post"],
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            unit_id=UUID(data["unit"]) if data["unit"] else None,
            officer=data["officer"],
            ground=data["ground"],
            order_id=data["order"],
            outside=self.acts(),
        )


class EndForm(PassingForm, BasisForm, VersionedForm):
    """The end of an appointment, with its ground, what it rests on, and who takes the work over."""

    cause = forms.ChoiceField(label=gettext_lazy("Ground"), choices=Cause.choices)
    ends_on = DateField(
        label=gettext_lazy("Until"),
        help_text=gettext_lazy(
            "The first day without the post; where the person has died, the day of death."
        ),
    )
    field_order = ["cause", "ends_on", "order", "ground"]

    def __init__(self, *args: Any, held: Appointment, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_orders(held.office, on)
        self.fields["order"].help_text = _("A death needs no order: its record is the basis.")
        for role, body in releases(held.post).items():
            title = post_title(held.post, kind=held.office.kind)
            told = _("Needed for: %(posts)s.") % {"posts": f"{title} — {words.body_title(body)}"}
            self.ask_document(Role(role), told)
