"""Forms of checks, of the transfer with its receipts, of money recovered."""

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.acts.choices import Language
from qadaga.supervision.enforcement import selectors
from qadaga.supervision.enforcement.choices import Checked, CheckGround, CheckOutcome
from qadaga.supervision.enforcement.models import Check
from qadaga.supervision.enforcement.services.checks import usual_end
from qadaga.web.components import date_text
from qadaga.web.enforcement.forms import matters_of
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.names import language
from qadaga.web.steps import StepForm


class CheckForm(StepForm):
    """On which ground, of what, until when."""

    ground = forms.ChoiceField(label=_("Ground"), choices=CheckGround.choices)
    about = forms.ChoiceField(label=_("What is checked"), choices=Checked.choices)
    due_on = DateField(
        label=_("To be finished by"),
        help_text=_("A nearer day is yours to set; a longer term is asked of the office above."),
    )

    def prepare(self) -> None:
        """The last day by the rule, to be changed."""
        self.initial.setdefault("due_on", usual_end(self.request.on))


class FinishForm(StepForm):
    """What was found, and how the bailiff was told."""

    outcome = forms.ChoiceField(label=_("Outcome"), choices=CheckOutcome.choices)
    findings = long_text(_("What was found"), rows=6)
    told_how = forms.CharField(label=_("How the bailiff was told"), max_length=200)


class ViolationForm(StepForm):
    """Which check becomes a violation of which matter."""

    check = forms.ChoiceField(label=_("Check"))
    norm = forms.CharField(label=_("Norm violated"), max_length=500)
    matter = forms.ChoiceField(label=_("Matter"))

    def prepare(self) -> None:
        """Checks that found violations and were not passed yet; matters of the direction."""
        rows = Check.objects.filter(writ=self.record.id, outcome="violated", violation=None).order_by("-id")
        found = [(str(row.id), f"{date_text(row.finished_on)}: {row.get_about_display()}") for row in rows]
        choose(self, "check", found)
        choose(self, "matter", matters_of(self.record.office_id, self.request.actor))


class WithdrawForm(StepForm):
    """To whom the writ goes, which law names the case, and why."""

    to_bailiff = forms.ChoiceField(
        label=_("State bailiff who takes the writ"), help_text=_("A private one is never offered (L.3.5).")
    )
    language = forms.ChoiceField(label=_("Language of the paper"), choices=Language.choices)
    norm = forms.CharField(
        label=_("Which law names this case"), max_length=500, help_text=_("The act, its article, paragraph.")
    )
    reasons = long_text(_("What was established"), rows=6)

    def prepare(self) -> None:
        """State bailiffs of the office and its region."""
        rows = selectors.state_bailiffs(self.record)
        choose(self, "to_bailiff", [(str(row.id), row.name) for row in rows])
        self.initial.setdefault("language", "kk" if language() == "kk" else "ru")


class ReceiptsForm(StepForm):
    """Both receipts of the one act."""

    taken_no = forms.CharField(label=_("Receipt of the private bailiff, number"), max_length=60)
    taken_on = DateField(label=_("Writ given up on"))
    given_no = forms.CharField(label=_("Receipt of the state bailiff, number"), max_length=60)
    given_on = DateField(label=_("Writ taken over on"))
    told_how = forms.CharField(label=_("How the parties were told"), max_length=200)


class RecoveredForm(StepForm):
    """How much, when, which act brought it."""

    sum = forms.CharField(label=_("Sum, tenge"), max_length=30, help_text=_("For example 1 250 000,50."))
    recovered_on = DateField(label=_("Recovered on"))
    act = forms.ChoiceField(
        label=_("Act that brought it"), help_text=_("A signed act of a matter of this direction.")
    )

    def prepare(self) -> None:
        """Signed acts of the direction's matters."""
        rows = selectors.acts_for(self.record, self.request.actor)
        choose(self, "act", [(str(row.id), f"{row.number_text} {row.heading}") for row in rows])
