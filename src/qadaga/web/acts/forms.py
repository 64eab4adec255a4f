"""Forms of the steps on an act."""

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.acts import services
from qadaga.acts.choices import Assessment, CourtOutcome, MeasureOutcome, SuspensionScope
from qadaga.acts.selectors import versions
from qadaga.matters.choices import ServingWay
from qadaga.organisation.proposals import Proposal, agreers_for
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import ReasonForm, long_text
from qadaga.web.rulings import grounds_of
from qadaga.web.steps import StepForm

FILE_HELP = _("PDF, Word, Excel, a picture or text, up to 50 MB. The content is checked.")


class WordingForm(StepForm):
    """The text of a draft."""

    heading = forms.CharField(label=_("Heading"), max_length=300)
    facts = long_text(_("What was established"), required=False, rows=10)
    norms = long_text(_("Norms violated and norms relied on"), required=False, rows=5)
    demands = long_text(_("What is demanded"), required=False, rows=6)

    def prepare(self) -> None:
        """Begin with the last saved text."""
        if not self.is_bound:
            last = versions(self.record)[0]
            for name in ("heading", "facts", "norms", "demands"):
                self.initial.setdefault(name, getattr(last, name))

    def wording(self) -> services.Wording:
        """What was entered."""
        values = self.cleaned_data
        return services.Wording(values["heading"], values["facts"], values["norms"], values["demands"])


class NothingForm(StepForm):
    """A step that needs no words: the button is the act."""


class SubmitForm(StepForm):
    """A draft goes to be agreed; beside it stands who agrees by the distribution of duties."""

    beside = "acts/_route.html"

    def route(self) -> list[Proposal]:
        """The deputies who agree in this direction; empty where no distribution says so."""
        return agreers_for(self.record, self.request.on)


class RemarksForm(StepForm):
    """Why a draft goes back."""

    remarks = long_text(_("Remarks"), rows=6)


class ServeForm(StepForm):
    """How the act reached its addressee."""

    way = forms.ChoiceField(label=_("Way"), choices=ServingWay.choices)
    served_on = DateField(label=_("Served on"))
    recipient = forms.CharField(label=_("Who took it"), max_length=300)
    proof = forms.FileField(label=_("Proof of service"), required=False, help_text=FILE_HELP)
    proof_ref = forms.CharField(label=_("Or the reference of the receipt"), required=False, max_length=200)

    def served(self) -> services.Served:
        """What was entered."""
        values = self.cleaned_data
        return services.Served(
            way=values["way"],
            served_on=values["served_on"],
            recipient=values["recipient"],
            proof=self.stored("proof"),
            proof_ref=values["proof_ref"],
        )


class ReplyForm(StepForm):
    """What the addressee replied."""

    replied_on = DateField(label=_("Reply of"))
    number = forms.CharField(label=_("Number of the reply"), required=False, max_length=60)
    summary = long_text(_("What it says"), rows=5)
    file = forms.FileField(label=_("The reply itself"), required=False, help_text=FILE_HELP)

    def replied(self) -> services.Replied:
        """What was entered."""
        values = self.cleaned_data
        return services.Replied(values["replied_on"], values["summary"], values["number"], self.stored())


class AssessForm(StepForm):
    """What the reply amounts to."""

    assessment = forms.ChoiceField(
        label=_("The demands are"), choices=Assessment.choices, widget=forms.RadioSelect
    )
    note = long_text(_("Why, if not satisfied in full"), required=False, rows=4)


class RemovalForm(StepForm):
    """That the violations are gone."""

    removed_on = DateField(label=_("Removed on"))
    what = long_text(_("What was done"), rows=5)
    proof = forms.FileField(label=_("Proof of removal"), help_text=FILE_HELP)
    causes_removed = forms.BooleanField(label=_("Causes and conditions are removed"), required=False)
    consequences_remedied = forms.BooleanField(label=_("Consequences are remedied"), required=False)

    def removed(self) -> services.Removed:
        """What was entered."""
        values, proof = self.cleaned_data, self.stored("proof")
        assert proof is not None  # a required field
        return services.Removed(
            removed_on=values["removed_on"],
            what=values["what"],
            proof=proof,
            causes_removed=values["causes_removed"],
            consequences_remedied=values["consequences_remedied"],
        )


class CourtForm(ReasonForm):
    """To which court."""

    court = forms.CharField(label=_("Court"), max_length=300)
    field_order = ["court", "reason"]


class CourtDecisionForm(StepForm):
    """What the court decided."""

    outcome = forms.ChoiceField(
        label=_("The court's decision"), choices=CourtOutcome.choices, widget=forms.RadioSelect
    )
    decided_on = DateField(label=_("Decided on"))
    number = forms.CharField(label=_("Number of the decision"), max_length=60)
    summary = long_text(_("What it says"), required=False, help_text=_("Required unless granted in full."))
    file = forms.FileField(label=_("The decision itself"), required=False, help_text=FILE_HELP)

    def decided(self) -> services.Decided:
        """What was entered."""
        values = self.cleaned_data
        return services.Decided(
            outcome=values["outcome"],
            decided_on=values["decided_on"],
            number=values["number"],
            summary=values["summary"],
            file=self.stored(),
        )


class SuspendEffectForm(StepForm):
    """How far and how long the protested act stands still."""

    ground = forms.ChoiceField(label=_("Ground"))
    scope = forms.ChoiceField(label=_("How far"), choices=SuspensionScope.choices, widget=forms.RadioSelect)
    part = long_text(_("Which part, if in part"), required=False, rows=3)
    starts_on = DateField(label=_("From"))
    ends_on = DateField(
        label=_("Until (the day it has effect again)"),
        required=False,
        help_text=_("Empty: until the protest is decided."),
    )

    def prepare(self) -> None:
        """The grounds on which the power may be used."""
        choose(self, "ground", grounds_of("act.suspend_effect"))
        if not self.is_bound:
            self.initial.setdefault("starts_on", self.request.on)

    def suspended(self) -> services.Suspended:
        """What was entered."""
        values = self.cleaned_data
        names = ("scope", "ground", "starts_on", "ends_on", "part")
        return services.Suspended(**{name: values[name] for name in names})


class MeasureReplyForm(StepForm):
    """What came back on a request."""

    replied_on = DateField(label=_("Reply of"))
    reply = long_text(_("What it says"), rows=5)
    file = forms.FileField(label=_("The reply itself"), required=False, help_text=FILE_HELP)


class ProofForm(StepForm):
    """How a paper reached its addressee, with the proof."""

    way = forms.ChoiceField(label=_("Way"), choices=ServingWay.choices)
    served_on = DateField(label=_("Served on"))
    file = forms.FileField(label=_("Proof of service"), required=False, help_text=FILE_HELP)
    proof_ref = forms.CharField(label=_("Or the reference of a receipt"), required=False, max_length=200)
    field_of = {"proof": "proof_ref"}

    def delivered(self) -> services.Delivered:
        """What was entered."""
        values = self.cleaned_data
        return services.Delivered(values["way"], values["served_on"], self.stored(), values["proof_ref"])


def days_field() -> forms.IntegerField:
    """The length that a letter may set itself."""
    return forms.IntegerField(
        label=_("Days for the answer, if the letter sets them"),
        required=False,
        min_value=1,
        help_text=_("Empty: as long as the term of law. They count from the delivery."),
    )


class OutcomeForm(MeasureReplyForm):
    """What came of a measure ordered from others."""

    outcome = forms.ChoiceField(label=_("What came of it"), choices=MeasureOutcome.choices)
    field_order = ["outcome", "replied_on", "reply", "file"]


class RemindForm(StepForm):
    """A reminder to a silent addressee."""

    way = forms.ChoiceField(label=_("Way"), choices=ServingWay.choices)
    reference = forms.CharField(label=_("Number and date of the reminder"), max_length=200)
