"""Forms of analyses of the state of legality."""

from datetime import timedelta
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qadaga.matters.choices import MatterKind, ServingWay
from qadaga.supervision.legality import services
from qadaga.supervision.legality.choices import SourceKind
from qadaga.supervision.legality.models import LegalAct
from qadaga.supervision.legality.selectors import analysis_parts
from qadaga.web.bodies import BodyForm, bodies_named
from qadaga.web.forms import DateField, choose
from qadaga.web.legality.forms import offer_competence, offer_officers
from qadaga.web.matters.forms.work import long_text
from qadaga.web.steps import StepForm


class OrderForm(StepForm):
    """What is to be analysed, over which period, where, by whom."""

    subject = forms.CharField(label=_("Subject"), max_length=300)
    question = long_text(_("What is to be found out"), rows=4)
    starts_on = DateField(label=_("Period from"))
    ends_on = DateField(label=_("Period until"), help_text=_("The last day of the period, included."))
    kato = forms.ChoiceField(label=_("Territory"), required=False)
    sphere = forms.ChoiceField(
        label=_("Sphere"), required=False, help_text=_("Only where a specialised office is competent.")
    )
    ground = forms.ChoiceField(label=_("Ground"), choices=MatterKind.choices)
    author = forms.ChoiceField(label=_("Written by"))
    due_on = DateField(label=_("To be written by"))

    def prepare(self) -> None:
        """Territories, spheres, officers of the own office."""
        offer_competence(self, gettext("All the office is competent for"))
        offer_officers(self, "author", self.record.office_id)
        self.initial.setdefault("ground", MatterKind.OWN_INITIATIVE)

    def ordered(self) -> services.Ordered:
        """What was entered."""
        values = self.cleaned_data
        names = ("subject", "question", "starts_on", "ground", "due_on", "kato", "sphere")
        ends_on = values["ends_on"] + timedelta(days=1)
        given = {name: values[name] for name in names}
        return services.Ordered(author_id=UUID(values["author"]), ends_on=ends_on, **given)


class SourceForm(StepForm):
    """What the analysis rests on."""

    kind = forms.ChoiceField(label=_("Kind"), choices=SourceKind.choices)
    reference = forms.CharField(
        label=_("Which"), max_length=500, help_text=_("Name, number, period: so that anybody finds it again.")
    )
    shows = long_text(_("What it shows"), rows=4)


class FindingForm(StepForm):
    """What was found."""

    norm = forms.CharField(label=_("Norm violated"), max_length=500)
    what = long_text(_("What was found"), rows=5)
    times = forms.IntegerField(label=_("How many times"), min_value=1, max_value=1_000_000, required=False)


class ProposalForm(StepForm):
    """What should be done."""

    what = long_text(_("What should be done"), rows=4)
    executor = forms.CharField(label=_("By whom"), max_length=300)
    until = DateField(label=_("Until"), required=False)


class DropForm(StepForm):
    """What is taken out of the draft."""

    row = forms.ChoiceField(label=_("What"))

    def prepare(self) -> None:
        """Every source, finding and proposal."""
        parts = analysis_parts(self.record)
        rows = [
            *((f"source.{one.id}", f"{gettext('Source')}: {one.reference}") for one in parts.sources),
            *((f"finding.{one.id}", f"{gettext('Finding')}: {one.norm}") for one in parts.findings),
            *((f"proposal.{one.id}", f"{gettext('Proposal')}: {one.what[:80]}") for one in parts.proposals),
        ]
        choose(self, "row", rows)

    def chosen(self) -> tuple[str, UUID]:
        """The part and the key of its row."""
        part, _dot, key = self.cleaned_data["row"].partition(".")
        return part, UUID(key)


class SubmitForm(StepForm):
    """The conclusion with which the analysis is submitted."""

    conclusion = long_text(_("Conclusion"), rows=8)

    def prepare(self) -> None:
        """Begin with the last one."""
        self.initial.setdefault("conclusion", self.record.conclusion)


class TellForm(BodyForm):
    """Who was informed, when, how."""

    told_on = DateField(label=_("Informed on"))
    way = forms.ChoiceField(label=_("Way"), choices=ServingWay.choices)
    reference = forms.CharField(
        label=_("Number of the letter"), max_length=200, help_text=_("Its outgoing number and date.")
    )
    field_order = [
        *("known_body", "body_name_ru", "body_name_kk", "body_bin", "body_kind"),
        *("told_on", "way", "reference"),
    ]
    field_of = {**BodyForm.field_of, "body": "body_name_ru"}

    def prepare(self) -> None:
        """Any body may be informed."""
        self.offer(bodies_named(LegalAct.objects.filter(office=self.record.office_id)))
        self.fields["body_name_ru"].label = _("Who was informed, in Russian")
        self.fields["body_name_kk"].label = _("Who was informed, in Kazakh")
        self.fields["body_bin"].label = _("Its BIN")
