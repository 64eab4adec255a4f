"""Forms of treaties, drafts, cooperation and checks."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.treaties import selectors, services
from qadaga.treaties.choices import CheckGround, CheckOutcome, ContactKind, Partner, Position, TreatyKind
from qadaga.treaties.models import TreatyCheck
from qadaga.web.bodies import BodyForm, bodies_named
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.steps import StepForm
from qadaga.web.treaties.forms import days_field, treaty_choices

NAMED = ("kind", "title_ru", "title_kk", "partner_kind", "partner")


class TreatyForm(StepForm):
    """A treaty concluded before, or by others, whose keeping is supervised."""

    kind = forms.ChoiceField(label=_("Kind"), choices=TreatyKind.choices)
    title_ru = forms.CharField(label=_("Title in Russian"), max_length=500)
    title_kk = forms.CharField(label=_("Title in Kazakh"), max_length=500)
    partner_kind = forms.ChoiceField(label=_("With"), choices=Partner.choices)
    partner = forms.CharField(label=_("With whom"), max_length=300)
    concluded_on = DateField(label=_("Concluded on"))
    basis = forms.CharField(
        label=_("By what paper it was concluded"),
        max_length=500,
        help_text=_("Law of ratification, order, decree."),
    )
    force_on = DateField(label=_("In force since"), required=False)

    def entered(self) -> services.Entered:
        """What was entered."""
        return services.Entered(**{name: self.cleaned_data[name] for name in NAMED})

    def concluded(self) -> services.Concluded:
        """When and by what."""
        values = self.cleaned_data
        return services.Concluded(values["concluded_on"], values["basis"], values["force_on"])


class DraftForm(BodyForm):
    """A draft sent for the position."""

    kind = forms.ChoiceField(label=_("Kind"), choices=TreatyKind.choices)
    title_ru = forms.CharField(label=_("Title in Russian"), max_length=500)
    title_kk = forms.CharField(label=_("Title in Kazakh"), max_length=500)
    partner_kind = forms.ChoiceField(label=_("With"), choices=Partner.choices)
    partner = forms.CharField(label=_("With whom"), max_length=300)
    received_on = DateField(label=_("Draft received on"))
    days = days_field(15)
    field_order = [*NAMED, "received_on", "days"]
    # What the service says of a title is about the treaty's own.
    field_of = {"bin": "body_bin", "sent_by": "body_name_ru"}

    def prepare(self) -> None:
        """The body that sent the draft is named below."""
        del self.fields["known_body"]
        self.fields["body_name_ru"].label = _("Who sent it, in Russian")
        self.fields["body_name_kk"].label = _("Who sent it, in Kazakh")
        self.fields["body_bin"].label = _("Its BIN")
        self.initial.setdefault("body_kind", "central")

    def entered(self) -> services.Entered:
        """What was entered."""
        return services.Entered(**{name: self.cleaned_data[name] for name in NAMED})

    def sent(self) -> services.Sent:
        """Who sent it, when, until when the position is awaited."""
        body = self.body()
        assert body is not None  # a body is needed, and the form has said so
        return services.Sent(body, self.cleaned_data["received_on"], self.cleaned_data["days"])


class PositionForm(StepForm):
    """The position on a draft."""

    position = forms.ChoiceField(label=_("Position"), choices=Position.choices)
    position_text = long_text(_("Position and remarks"), rows=8)


class ConcludeForm(StepForm):
    """When and by what it was concluded."""

    concluded_on = DateField(label=_("Concluded on"))
    basis = forms.CharField(
        label=_("By what paper it was concluded"),
        max_length=500,
        help_text=_("Law of ratification, order, decree."),
    )
    force_on = DateField(label=_("In force since"), required=False)

    def concluded(self) -> services.Concluded:
        """What was entered."""
        values = self.cleaned_data
        return services.Concluded(values["concluded_on"], values["basis"], values["force_on"])


class ContactForm(StepForm):
    """How cooperation went on."""

    kind = forms.ChoiceField(label=_("What it was"), choices=ContactKind.choices)
    held_on = DateField(label=_("Day"))
    about = long_text(_("About what"), rows=3, help_text=_("No state secrets here (O.8.d5)."))
    outcome = long_text(_("What came of it"), rows=3)


class EndForm(StepForm):
    """Since when it is not in force, and why."""

    ended_on = DateField(label=_("Not in force since"))
    why = forms.CharField(label=_("Why"), max_length=300)


class CheckForm(BodyForm):
    """Which treaty, which body, on which ground, until when."""

    treaty = forms.ChoiceField(label=_("Treaty"))
    ground = forms.ChoiceField(label=_("Ground"), choices=CheckGround.choices)
    scope = long_text(_("What is checked"), rows=3)
    due_on = DateField(label=_("To be finished by"), help_text=_("You set the day yourself; no norm does."))
    field_order = ["treaty", "known_body", "ground", "scope", "due_on"]
    field_of = {**BodyForm.field_of, "body": "body_name_ru"}

    def prepare(self) -> None:
        """Treaties in force; bodies that were checked before."""
        self.offer(bodies_named(TreatyCheck.objects.filter(office=self.record.office_id)))
        choose(self, "treaty", treaty_choices())

    def begun(self) -> services.Begun:
        """What was entered."""
        values, body = self.cleaned_data, self.body()
        assert body is not None  # a body is needed, and the form has said so
        given: dict[str, Any] = {name: values[name] for name in ("ground", "scope", "due_on")}
        return services.Begun(UUID(values["treaty"]), body, **given)


class FinishForm(StepForm):
    """What was found, and how the body was told."""

    outcome = forms.ChoiceField(label=_("Outcome"), choices=CheckOutcome.choices)
    findings = long_text(_("What was found"), rows=6)
    told_how = forms.CharField(label=_("How the body was told"), max_length=200)


class ViolationForm(StepForm):
    """The matter the violation is passed to."""

    norm = forms.CharField(label=_("Norm violated"), max_length=500)
    matter = forms.ChoiceField(label=_("Matter"))

    def prepare(self) -> None:
        """Matters of the direction."""
        rows = selectors.matters_for(self.record.office_id, self.request.actor)
        choose(self, "matter", [(str(row.id), f"{row.number_text} {row.title}") for row in rows])
