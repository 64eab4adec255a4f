"""Forms of checks of records."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qadaga.acts.choices import Language
from qadaga.matters.choices import BodyKind, ServingWay
from qadaga.supervision.statistics import selectors, services
from qadaga.supervision.statistics.choices import IN_RECORDS, CheckGround, RecordKind
from qadaga.supervision.statistics.models import Discrepancy, RecordsCheck
from qadaga.supervision.statistics.services.finding import MOST
from qadaga.web.acts.forms import days_field
from qadaga.web.bodies import BodyForm, bodies_named
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.names import language
from qadaga.web.orders.people import named
from qadaga.web.places import offer_places
from qadaga.web.steps import StepForm


def _matters(form: StepForm) -> list[tuple[str, str]]:
    rows = selectors.matters_for(form.record.office_id, form.request.actor)
    return [(str(row.id), f"{row.number_text} {row.title}") for row in rows]


class BeginForm(BodyForm):
    """Which records of which body, over which days, on which ground, by whom, until when."""

    kind = forms.ChoiceField(label=_("Records"), choices=RecordKind.choices)
    ground = forms.ChoiceField(label=_("Ground"), choices=CheckGround.choices)
    period_from = DateField(label=_("Period from"))
    period_to = DateField(label=_("Period to"), help_text=_("The last day of the period, included."))
    due_on = DateField(label=_("Finish by"))
    officer = forms.ChoiceField(label=_("Officer in charge"))
    matter = forms.ChoiceField(
        label=_("Matter"), required=False, help_text=_("An open matter of this direction, if there is one.")
    )
    kato = forms.ChoiceField(label=_("Territory (KATO)"), required=False)
    sphere = forms.ChoiceField(
        label=_("Sphere"), required=False, help_text=_("Only where a specialised office is competent.")
    )
    field_order = [
        "kind",
        "period_from",
        "period_to",
        "ground",
        "known_body",
        "body_name_ru",
        "body_name_kk",
        "body_kind",
    ]

    def prepare(self) -> None:
        """Officers, matters of the direction, KATO units, spheres."""
        actor, on = self.request.actor, self.request.on
        spheres = [(key, title.get(language())) for key, title in selectors.spheres()]
        people = [(str(held.id), named(held)) for held in selectors.officers(actor.office_id, on)]
        self.offer(bodies_named(RecordsCheck.objects.filter(office=actor.office_id)))
        choose(self, "officer", people)
        choose(self, "matter", [("", gettext("None yet")), *_matters(self)])
        offer_places(self, anywhere=gettext("The whole territory of the office"), own=False)
        choose(self, "sphere", [("", gettext("None: a territorial office")), *spheres])
        self.fields["body_name_ru"].label = _("Whose records, in Russian")
        self.fields["body_name_kk"].label = _("Whose records, in Kazakh")
        self.fields["body_bin"].label = _("Its BIN")
        self.initial.setdefault("body_kind", BodyKind.LAW_ENFORCEMENT)
        self.initial.setdefault("officer", str(actor.appointment_id))

    def begun(self) -> services.Begun:
        """What was entered."""
        values, body = self.cleaned_data, self.body()
        assert body is not None  # a body is needed, and the form has said so
        days = (values["period_from"], values["period_to"], values["due_on"])
        return services.Begun(
            *(body, values["kind"], values["ground"], *days),
            officer_id=UUID(values["officer"]),
            matter_id=UUID(values["matter"]) if values["matter"] else None,
            kato=values["kato"] or None,
            sphere=values["sphere"] or None,
        )


class AskForm(StepForm):
    """Which figures the letter asks for."""

    text = long_text(_("Which figures"), rows=5)
    days = days_field()
    language = forms.ChoiceField(label=_("Language of the paper"), choices=Language.choices)

    def asked(self) -> services.Figures:
        """What was entered."""
        return services.Figures(**self.picked("text", "language", "days"))


class CameForm(StepForm):
    """The figures came."""

    came_on = DateField(label=_("The figures came on"))


class DiscrepancyForm(StepForm):
    """What is wrong with which record."""

    fault = forms.ChoiceField(label=_("What is wrong"), choices=[(one, one.label) for one in IN_RECORDS])
    record_no = forms.CharField(
        label=_("Which record"), max_length=60, help_text=_("Its number, or the line of the report.")
    )
    reported = forms.IntegerField(label=_("Reported"), min_value=0, max_value=MOST)
    found = forms.IntegerField(label=_("Found by the check"), min_value=0, max_value=MOST)
    norm = forms.CharField(label=_("Norm"), max_length=500)
    what = long_text(_("What was established"), rows=5)


class SilentForm(StepForm):
    """That the figures did not come in time."""

    norm = forms.CharField(label=_("Norm"), max_length=500)
    what = long_text(_("What was not given"), rows=4)


class FinishForm(StepForm):
    """The check is finished."""


class DemandForm(StepForm):
    """What the representation says."""

    official = forms.CharField(
        label=_("To which official"), max_length=300, help_text=_("Post and name, as the paper says.")
    )
    norm = forms.CharField(label=_("Norm"), max_length=500)
    reasons = long_text(_("What was established"), rows=6)
    language = forms.ChoiceField(label=_("Language of the paper"), choices=Language.choices)

    def prepare(self) -> None:
        """Begin with what the check found."""
        found = selectors.open_discrepancies(self.record)
        self.initial.setdefault("reasons", "\n".join(row.what for row in found)[:8000])
        self.initial.setdefault("norm", found[0].norm if found else "")
        self.initial.setdefault("language", "kk" if language() == "kk" else "ru")

    def demanded(self) -> services.Demanded:
        """What was entered."""
        values = self.cleaned_data
        return services.Demanded(values["official"], values["norm"], values["reasons"], values["language"])


class ServeForm(StepForm):
    """How the demand reached its addressee, and when legal statistics were told."""

    way = forms.ChoiceField(label=_("How it was delivered"), choices=ServingWay.choices)
    served_on = DateField(label=_("Served on"))
    proof_ref = forms.CharField(
        label=_("Proof"), max_length=200, help_text=_("Incoming number, receipt, notice of delivery.")
    )
    told_on = DateField(label=_("The body of legal statistics was told on"))


def _lines(rows: list[Discrepancy]) -> list[tuple[str, str]]:
    return [(str(row.id), f"{row.record_no}: {row.get_fault_display()}") for row in rows]


class CorrectForm(StepForm):
    """Which discrepancy was corrected, when, by which proof."""

    discrepancy = forms.ChoiceField(label=_("Discrepancy"))
    corrected_on = DateField(label=_("Corrected on"))
    proof = forms.CharField(
        label=_("Proof"), max_length=300, help_text=_("The answer, the corrected card, the extract.")
    )

    def prepare(self) -> None:
        """What is not corrected yet."""
        choose(self, "discrepancy", _lines(selectors.open_discrepancies(self.record)))


class ViolationForm(StepForm):
    """The discrepancy and the matter where it is recorded as a violation."""

    discrepancy = forms.ChoiceField(label=_("Discrepancy"))
    matter = forms.ChoiceField(label=_("Matter"))

    def prepare(self) -> None:
        """What is no violation yet; open matters of the direction, the check's own first."""
        choose(self, "discrepancy", _lines(selectors.unpassed(self.record)))
        choose(self, "matter", _matters(self))
        self.initial.setdefault("matter", str(self.record.matter_id or ""))


class ActForm(StepForm):
    """The act of the matter that answers what the check found."""

    act = forms.ChoiceField(label=_("Act"), help_text=_("Drafted in the check's matter."))

    def prepare(self) -> None:
        """Acts of the matter that no check has."""
        rows = selectors.acts_for(self.record)
        choose(self, "act", [(str(act.id), act.number_text or act.heading) for act in rows])


class CloseForm(StepForm):
    """The check ends with an act."""
