"""Forms of a case: what is entered, asked, decided."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.acts.choices import Language
from qadaga.appeals.selectors import appeal_called
from qadaga.law.catalogue import load
from qadaga.matters import erdr
from qadaga.matters.choices import BodyKind
from qadaga.supervision.pretrial import choices as known
from qadaga.supervision.pretrial import following, selectors, services
from qadaga.web.acts.forms import ProofForm
from qadaga.web.bodies import BodyForm
from qadaga.web.deaths import PaperField
from qadaga.web.forms import DateField, MomentField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.names import language
from qadaga.web.orders.people import named
from qadaga.web.places import offer_places
from qadaga.web.steps import StepForm


class CaseForm(BodyForm):
    """A case, the investigating body among its fields."""

    erdr = forms.CharField(label=_("ERDR number"), max_length=40)
    registered_on = DateField(label=_("Registered in ERDR on"))
    articles = forms.CharField(
        label=_("Articles"), max_length=600, help_text=_("Several are divided by a semicolon.")
    )
    gist = long_text(_("What the investigation is about"), rows=3)
    kato = forms.ChoiceField(label=_("Where it is carried on (KATO)"))
    investigator = forms.CharField(label=_("Investigator"), max_length=300)
    field_order = ["erdr", "registered_on", "articles", "gist", "kato", "investigator"]

    def prepare(self) -> None:
        """KATO units; the bodies that investigate already."""
        self.fields["erdr"].help_text = _("For example %(example)s (an unverified format).") % {
            "example": erdr.known().example
        }
        offer_places(self)
        self.offer(selectors.bodies_known(self.record.office_id))
        self.initial.setdefault("body_kind", BodyKind.LAW_ENFORCEMENT)

    def taken(self) -> services.Taken:
        """What was entered."""
        values, body = self.cleaned_data, self.body()
        assert body is not None  # a body is needed, and the form has said so
        names = ("erdr", "investigator", "gist", "registered_on", "kato")
        articles = values["articles"].split(";")
        return services.Taken(body=body, articles=articles, **{name: values[name] for name in names})


class AssignForm(StepForm):
    """Who supervises the case."""

    assignee = forms.ChoiceField(label=_("Supervising prosecutor"))

    def prepare(self) -> None:
        """Officers of the case's office."""
        rows = [(str(held.id), named(held)) for held in selectors.officers(self.record, self.request.on)]
        choose(self, "assignee", rows)


class EntryForm(StepForm):
    """A study of the file or a procedural action."""

    done_on = DateField(label=_("Day"))
    norm = forms.CharField(label=_("Norm"), max_length=500)
    outcome = long_text(_("What came of it"), rows=4)


class CourseForm(StepForm):
    """What became of the investigation."""

    course = forms.ChoiceField(label=_("What the body did"), choices=known.Course.choices)
    happened_on = DateField(label=_("Day"))
    said = long_text(_("Reasons"), rows=3)


class PartyForm(StepForm):
    """Somebody of the case."""

    role = forms.ChoiceField(label=_("Role"), choices=known.Role.choices)
    name = forms.CharField(label=_("Name"), max_length=300)
    iin = forms.CharField(label=_("IIN"), max_length=20, required=False, help_text=_("12 digits, if known."))
    minor = forms.BooleanField(label=_("Under 18"), required=False)


class OfParty(StepForm):
    """A form about one of the people of the case."""

    party = forms.ChoiceField(label=_("Person"))
    nobody = ""

    def prepare(self) -> None:
        """People of the case."""
        rows = [
            (str(row.id), f"{row.name}, {row.get_role_display()}") for row in selectors.parties(self.record)
        ]
        if self.nobody:
            self.fields["party"].required = False
            rows = [("", str(self.nobody)), *rows]
        choose(self, "party", rows)

    def party_id(self) -> UUID | None:
        """Who was chosen."""
        return UUID(self.cleaned_data["party"]) if self.cleaned_data["party"] else None


class DetainForm(OfParty):
    """When somebody was detained, to the minute."""

    moment = MomentField(label=_("At"))
    field_of = {"detained_at": "moment", "released_at": "moment"}


class DeathForm(OfParty):
    """When somebody died, and by which paper that is known."""

    died_on = DateField(label=_("Died on"))
    death_paper = PaperField()
    death_paper_on = DateField(label=_("Day of that paper"))


class LivesForm(StepForm):
    """Whose death was recorded by mistake, and what the mistake was."""

    party = forms.ChoiceField(label=_("Person"))
    why = long_text(_("What the mistake was, and how it is known"), rows=3)

    def prepare(self) -> None:
        """People of the case whose death is recorded in it."""
        found = selectors.noted_dead(self.record)
        choose(self, "party", [(str(row.id), f"{row.name}, {row.get_role_display()}") for row in found])


class SanctionForm(OfParty):
    """What the body asks consent to."""

    nobody = _("Nobody: a thing or a place")  # type: ignore[assignment]  # a lazy string
    measure = forms.ChoiceField(label=_("Measure"), choices=known.Measure.choices)
    asked_on = DateField(label=_("Asked on"))
    asked_by = forms.CharField(label=_("Who asks"), max_length=300)
    why = long_text(_("Why"), rows=3)


class LongerForm(OfParty):
    """A longer term that the body asks for."""

    nobody = _("Nobody: the term of the investigation")  # type: ignore[assignment]  # a lazy string
    until = DateField(label=_("Until"))
    asked_on = DateField(label=_("Asked on"))
    asked_by = forms.CharField(label=_("Who asks"), max_length=300)
    why = long_text(_("Why"), rows=3)


class ComplaintForm(StepForm):
    """A complaint received."""

    about = forms.ChoiceField(label=_("About"), choices=known.DecisionKind.choices)
    complainant = forms.CharField(label=_("Who complains"), max_length=300)
    what = long_text(_("What about"), rows=3)
    received_on = DateField(label=_("Received on"))
    appeal = forms.CharField(
        label=_("Number of the appeal"),
        max_length=60,
        required=False,
        help_text=_("If it was registered as an appeal."),
    )

    def complained(self) -> services.Complained:
        """What was entered, with the appeal that was found."""
        values = self.cleaned_data
        names = ("about", "complainant", "what", "received_on")
        given, called = {name: values[name] for name in names}, values["appeal"]
        if not called:
            return services.Complained(**given)
        appeal = appeal_called(self.request.actor, self.request.on, called, field="appeal")
        return services.Complained(**given, appeal=(appeal.id, appeal.number))


class OfAppealForm(StepForm):
    """In which case an appeal is a complaint, and about what."""

    erdr = forms.CharField(label=_("ERDR number"), max_length=40)
    about = forms.ChoiceField(label=_("About"), choices=known.DecisionKind.choices)
    complainant = forms.CharField(label=_("Who complains"), max_length=300)
    what = long_text(_("What about"), rows=5)


class SaidForm(StepForm):
    """A paper in one's own name."""

    norm = forms.CharField(label=_("Norm"), max_length=500)
    reasons = long_text(_("Reasons"), rows=5)
    paper_language = forms.ChoiceField(label=_("Language of the paper"), choices=Language.choices)
    field_of = {"language": "paper_language"}

    def prepare(self) -> None:
        """The language of the page."""
        self.initial.setdefault("paper_language", "kk" if language() == "kk" else "ru")

    def said(self) -> services.Reasoned:
        """What the paper says."""
        values = self.cleaned_data
        return services.Reasoned(values["norm"], values["reasons"], values["paper_language"])


class WaitingForm(SaidForm):
    """A paper that answers something that waits: `kind` names the rows."""

    kind = ""
    row = forms.ChoiceField(label=_("About"))
    field_order = ["row", "decision"]
    field_of = {**SaidForm.field_of, "sanction": "row", "complaint": "row", "prolongation": "row"}

    def prepare(self) -> None:
        """What waits in the case."""
        super().prepare()
        rows = [(str(row.id), _waiting(row)) for row in selectors.waiting(self.record, self.kind)]
        choose(self, "row", rows)


def _waiting(row: Any) -> str:
    words = getattr(row, "get_measure_display", None) or getattr(row, "get_about_display", None)
    about = words() if words else f"{row.until:%d.%m.%Y}"
    who = row.party.name if getattr(row, "party", None) else ""
    return ", ".join(part for part in (str(about), who) if part)


class DecideSanctionForm(WaitingForm):
    """Consent or refusal."""

    kind = "sanctions"
    decision = forms.ChoiceField(
        label=_("Decision"), choices=known.SanctionStatus.choices[1:], widget=forms.RadioSelect
    )


class DecideLongerForm(WaitingForm):
    """Agreed or not, and who else decides."""

    kind = "prolongations"
    decision = forms.ChoiceField(
        label=_("Decision"), choices=known.ProlongStatus.choices[1:], widget=forms.RadioSelect
    )
    outside = forms.CharField(
        label=_("Who else decided, and how"),
        max_length=300,
        required=False,
        help_text=_("For custody: the court, the day and number of its decision."),
    )


class DecideComplaintForm(WaitingForm):
    """How a complaint is decided."""

    kind = "complaints"
    decision = forms.ChoiceField(
        label=_("Decision"), choices=known.ComplaintStatus.choices[1:], widget=forms.RadioSelect
    )
    told_how = forms.CharField(label=_("How the person was told"), max_length=200)


class InstructForm(SaidForm):
    """An instruction with its days."""

    days = forms.IntegerField(
        label=_("Days to carry it out"),
        min_value=1,
        max_value=365,
        help_text=_("From the delivery. The proposed number is an unverified figure."),
    )

    def prepare(self) -> None:
        """The reasons are the instruction itself; the law's own length is proposed."""
        super().prepare()
        self.initial.setdefault("days", load().terms["pretrial_instruction"].length)
        self.fields["reasons"].label = _("What the investigator has to do")


class CancelForm(SaidForm):
    """A decision of the body cancelled."""

    decision = forms.ChoiceField(label=_("Decision"), choices=known.DecisionKind.choices)
    decided_on = DateField(label=_("Of what day"))
    decided_by = forms.CharField(label=_("Whose decision"), max_length=300)
    ground = forms.ChoiceField(label=_("Ground"), choices=known.CancelGround.choices)
    field_order = ["decision", "decided_on", "decided_by", "ground"]


class ExecutedForm(StepForm):
    """Whether an instruction was carried out, or a cancelled decision taken anew."""

    row = forms.ChoiceField(label=_("Paper"))
    executed = forms.ChoiceField(label=_("Outcome"), choices=known.InstructionStatus.choices[1:])
    reported_on = DateField(label=_("Reported on"))
    report = long_text(_("What was reported"), rows=3)

    def prepare(self) -> None:
        """What a report may still come on."""
        choose(self, "row", [(str(row.id), _paper(row)) for row in following.reportable(self.record)])


class ServedForm(ProofForm):
    """Which instruction or cancellation reached the body, how, with the proof."""

    row = forms.ChoiceField(label=_("Paper"))
    field_order = ["row"]

    def prepare(self) -> None:
        """Those whose delivery is not recorded yet."""
        choose(self, "row", [(str(row.id), _paper(row)) for row in following.undelivered(self.record)])


def _paper(row: Any) -> str:
    kind = _("Instruction") if row._meta.model_name == "instruction" else _("Cancelled decision")
    return f"{kind} {row.number_text}, {row.signed_on:%d.%m.%Y}"


class SilentForm(StepForm):
    """After which paper no report came, and what is left undone."""

    row = forms.ChoiceField(label=_("Paper"))
    undone = long_text(_("What is left undone"), rows=3)

    def prepare(self) -> None:
        """Those whose term is over."""
        rows = following.overdue(self.record, self.request.on)
        choose(self, "row", [(str(row.id), _paper(row)) for row in rows])


class MatterForm(StepForm):
    """The matter the results count in."""

    matter = forms.ChoiceField(label=_("Matter"))

    def prepare(self) -> None:
        """Open matters of the direction."""
        rows = selectors.matters_for(self.record, self.request.actor)
        choose(self, "matter", [(str(row.id), f"{row.number_text} {row.title}") for row in rows])


class ViolationForm(StepForm):
    """What found the violation."""

    row = forms.ChoiceField(label=_("Found by"))

    def prepare(self) -> None:
        """Studies, upheld complaints, cancellations and instructions not carried out, not counted yet."""
        choose(self, "row", [(str(row.id), _found(row)) for row in selectors.uncounted(self.record)])


def _found(row: Any) -> str:
    return (
        f"{row.number_text or ''} {(row.reasons or '')[:80]}" if hasattr(row, "reasons") else row.outcome[:80]
    )


class ProtectedForm(OfParty):
    """What was restored to somebody."""

    restored = long_text(_("What was restored"), rows=3)
    restored_on = DateField(label=_("Day"))
    told_how = forms.CharField(label=_("How the person was told"), max_length=200)
