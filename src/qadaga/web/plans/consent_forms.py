"""Forms of the consent of bodies to a joint plan."""

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.coordination.plans.choices import ConsentStatus
from qadaga.coordination.plans.consents import Answered, open_items
from qadaga.matters.models import Body
from qadaga.web.components import date_text
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.names import language
from qadaga.web.steps import StepForm


class AskForm(StepForm):
    """Which body is asked, when and how."""

    body = forms.ChoiceField(label=_("Body"))
    asked_on = DateField(label=_("Day it was asked"))
    asked_how = forms.CharField(
        label=_("By which letter, or how"),
        max_length=300,
        help_text=_("For example: letter No. 2-14 of 12.03.2026."),
    )

    def prepare(self) -> None:
        """Bodies with an item that they have not consented to."""
        rows = Body.objects.filter(id__in=open_items(self.record).values("body")).order_by("sort_key")
        choose(self, "body", [(str(one.id), one.name(language())) for one in rows])


class AnswerForm(StepForm):
    """What a body answered, when, by which proof."""

    consent = forms.ChoiceField(label=_("Body"))
    agreed = forms.ChoiceField(label=_("Answer"), choices=[("yes", _("Agrees")), ("no", _("Declines"))])
    answered_on = DateField(label=_("Day of the answer"))
    proof = forms.CharField(
        label=_("What proves it"),
        max_length=300,
        help_text=_("The number and day of the letter, or whose signature stands on the plan."),
    )
    reason = long_text(_("Why it declines"), rows=3, required=False)

    def prepare(self) -> None:
        """Bodies that have been asked and have not answered."""
        rows = self.record.consents.filter(status=ConsentStatus.ASKED).select_related("body").order_by("id")
        choose(
            self,
            "consent",
            [(str(one.id), f"{one.body.name(language())}, {date_text(one.asked_on)}") for one in rows],
        )

    def answered(self) -> Answered:
        """What was entered."""
        given = self.picked("answered_on", "proof", "reason")
        return Answered(agreed=self.cleaned_data["agreed"] == "yes", **given)
