"""Forms of cases of administrative offences."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qadaga.acts.choices import Language
from qadaga.matters.choices import BodyKind
from qadaga.supervision.offences import services
from qadaga.supervision.offences.choices import CalledOn, CaseOutcome, ClosedOn, Legality
from qadaga.supervision.offences.models import OffenceCase
from qadaga.supervision.offences.selectors import acts_for, matters_for, spheres
from qadaga.supervision.offences.services.files import MOST_SHEETS
from qadaga.web.acts.forms import ProofForm
from qadaga.web.acts.term_steps import ProlongTermForm
from qadaga.web.bodies import BodyForm, bodies_named
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.names import language
from qadaga.web.places import offer_places
from qadaga.web.steps import StepForm


def _matters(form: StepForm) -> list[tuple[str, str]]:
    rows = matters_for(form.record.office_id, form.request.actor)
    return [(str(row.id), f"{row.number_text} {row.title}") for row in rows]


class CaseForm(BodyForm):
    """A case as it is named: who conducts it, its number, article, matter, place."""

    case_number = forms.CharField(label=_("Number of the case"), max_length=60, required=False)
    article = forms.CharField(
        label=_("Article"), max_length=200, help_text=_("Of the code of administrative offences.")
    )
    matter = forms.ChoiceField(
        label=_("Matter"), required=False, help_text=_("An open matter of this direction, if there is one.")
    )
    kato = forms.ChoiceField(label=_("Where it happened (KATO)"), required=False)
    sphere = forms.ChoiceField(
        label=_("Sphere"), required=False, help_text=_("Only where a specialised office is competent.")
    )

    def prepare(self) -> None:
        """Matters of the direction, KATO units and spheres."""
        self.offer(bodies_named(OffenceCase.objects.filter(office=self.record.office_id)))
        named = [(key, title.get(language())) for key, title in spheres()]
        choose(self, "matter", [("", gettext("None yet")), *_matters(self)])
        offer_places(self, anywhere=gettext("The whole territory of the office"), own=False)
        choose(self, "sphere", [("", gettext("None: a territorial office")), *named])
        self.fields["body_name_ru"].label = _("Who conducts it, in Russian")
        self.fields["body_name_kk"].label = _("Who conducts it, in Kazakh")
        self.fields["body_bin"].label = _("Its BIN")
        self.initial.setdefault("body_kind", BodyKind.LAW_ENFORCEMENT)

    def named(self) -> services.Named:
        """What was entered."""
        values, body = self.cleaned_data, self.body()
        assert body is not None  # a body is needed, and the form has said so
        matter = values["matter"]
        return services.Named(
            body=body,
            article=values["article"],
            case_number=values["case_number"],
            matter_id=UUID(matter) if matter else None,
            kato=values["kato"] or None,
            sphere=values["sphere"] or None,
        )


class CallForm(CaseForm):
    """The case and the ground on which its file is called for."""

    ground = forms.ChoiceField(label=_("Ground"), choices=CalledOn.choices)
    paper_language = forms.ChoiceField(label=_("Language of the paper"), choices=Language.choices)
    field_order = [
        "ground",
        "known_body",
        "body_name_ru",
        "body_name_kk",
        "body_kind",
        "body_bin",
        "case_number",
    ]
    field_of = {**CaseForm.field_of, "language": "paper_language"}

    def prepare(self) -> None:
        """A file is called for by the case's number."""
        super().prepare()
        self.fields["case_number"].required = True
        self.initial.setdefault("paper_language", "kk" if language() == "kk" else "ru")


class ServedForm(ProofForm):
    """Which resolution reached the body, how, with the proof."""

    resolution = forms.ChoiceField(label=_("Resolution"))
    field_order = ["resolution"]

    def prepare(self) -> None:
        """Resolutions whose delivery is not recorded yet."""
        rows = self.record.resolutions.filter(served_on__isnull=True).order_by("id")
        choose(self, "resolution", [(str(one.id), one.number_text) for one in rows])


class LongerForm(ProlongTermForm):
    """Until when the file is awaited, or may be kept."""

    kind = "admin_case"


class DecidedForm(StepForm):
    """What the resolution says."""

    person = forms.CharField(
        label=_("About whom"), max_length=300, help_text=_("The person or organisation, as the paper says.")
    )
    iin = forms.CharField(label=_("IIN"), max_length=20, required=False, help_text=_("12 digits, if known."))
    norm = forms.CharField(label=_("Norm"), max_length=500)
    reasons = long_text(_("What was established"), rows=6)
    language = forms.ChoiceField(label=_("Language of the paper"), choices=Language.choices)

    def prepare(self) -> None:
        """Begin with what the check found."""
        self.initial.setdefault("reasons", getattr(self.record, "findings", None))
        self.initial.setdefault("norm", getattr(self.record, "norm", None))
        self.initial.setdefault("language", "kk" if language() == "kk" else "ru")

    def decided(self) -> services.Decided:
        """What was entered."""
        values = self.cleaned_data
        names = ("person", "norm", "reasons", "language", "iin")
        return services.Decided(**{name: values[name] for name in names})


class OpenNewForm(DecidedForm, CaseForm):
    """The case, and the resolution that opens its proceedings."""

    field_order = [
        "person",
        "iin",
        "article",
        "known_body",
        "body_name_ru",
        "body_name_kk",
        "body_kind",
        "body_bin",
        "case_number",
    ]

    def prepare(self) -> None:
        """What both parts need."""
        CaseForm.prepare(self)
        DecidedForm.prepare(self)


class ReceiveForm(StepForm):
    """The file came in."""

    received_on = DateField(label=_("The file came on"))
    sheets = forms.IntegerField(label=_("Sheets"), min_value=1, max_value=MOST_SHEETS)


class ReturnForm(StepForm):
    """The file went back."""

    returned_on = DateField(label=_("The file went back on"))


class CheckForm(StepForm):
    """What the check found."""

    detention = forms.ChoiceField(label=_("Detention"), choices=Legality.choices)
    penalty = forms.ChoiceField(label=_("Penalty"), choices=Legality.choices)
    norm = forms.CharField(label=_("Norm"), max_length=500)
    findings = long_text(
        _("What was established"),
        rows=6,
        help_text=_("Whoever is still held unlawfully is recorded under Places of custody at once (O.8.d6)."),
    )


class CloseForm(DecidedForm):
    """On which ground the proceedings end."""

    ground = forms.ChoiceField(label=_("Ground"), choices=ClosedOn.choices)
    field_order = ["ground", "person", "iin"]


class ViolationForm(StepForm):
    """The matter where the violation is recorded."""

    matter = forms.ChoiceField(label=_("Matter"))

    def prepare(self) -> None:
        """Open matters of the direction; the case's own first."""
        choose(self, "matter", _matters(self))
        self.initial.setdefault("matter", str(self.record.matter_id or ""))


class SilentForm(ViolationForm):
    """That the file did not come in its term, and the matter where that is a violation."""

    norm = forms.CharField(label=_("Norm"), max_length=500)
    what = long_text(_("What was not given"), rows=4)


class WithheldForm(StepForm):
    """What came of the act on a file that was never given."""

    paper = forms.CharField(label=_("What came of the act"), max_length=200)


class ActForm(StepForm):
    """The act of the matter that was brought on the case."""

    act = forms.ChoiceField(
        label=_("Act"), help_text=_("A protest or representation drafted in the case's matter.")
    )

    def prepare(self) -> None:
        """Acts of the matter that no case has."""
        rows = [(str(act.id), act.number_text or act.heading) for act in acts_for(self.record)]
        choose(self, "act", rows)


class OutcomeForm(StepForm):
    """What became of the case."""

    outcome = forms.ChoiceField(
        label=_("Outcome"), choices=[one for one in CaseOutcome.choices if one[0] != CaseOutcome.WITHHELD]
    )
    outcome_on = DateField(label=_("Decided on"))
    paper = forms.CharField(
        label=_("By which decision"), max_length=200, help_text=_("Who decided, number of the decision.")
    )
