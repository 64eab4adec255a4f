"""Forms of applications to court."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.acts.choices import Language
from qadaga.court.applications.choices import DECIDED_AFTER, ApplicationStatus, Ground
from qadaga.court.applications.selectors import unsatisfied
from qadaga.court.applications.services import Applied
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.names import language
from qadaga.web.steps import StepForm


class ApplyForm(StepForm):
    """In whose interest the court is asked, against whom, what for."""

    ground = forms.ChoiceField(label=_("Ground"), choices=Ground.choices)
    person = forms.CharField(
        label=_("In whose interest"), max_length=300, help_text=_("The person, the people, or the state.")
    )
    defendant = forms.CharField(label=_("Against whom"), max_length=300)
    court = forms.CharField(label=_("Court"), max_length=300)
    act = forms.ChoiceField(
        label=_("Act that was not satisfied"),
        required=False,
        help_text=_("It goes to court with the application; needed where a protest was refused."),
    )
    norm = forms.CharField(label=_("Norm"), max_length=500)
    claim = long_text(_("What the court is asked, and why"), rows=6)
    language = forms.ChoiceField(label=_("Language of the paper"), choices=Language.choices)

    def prepare(self) -> None:
        """Acts of the matter that were served and not satisfied."""
        rows = [(str(act.id), act.number_text or act.heading) for act in unsatisfied(self.record)]
        choose(self, "act", [("", "—"), *rows])
        self.initial.setdefault("language", "kk" if language() == "kk" else "ru")

    def applied(self) -> Applied:
        """What was entered."""
        values = self.cleaned_data
        names = ("ground", "person", "defendant", "court", "norm", "claim", "language")
        act = UUID(values["act"]) if values["act"] else None
        return Applied(**{name: values[name] for name in names}, act_id=act)


class CourtOutcomeForm(StepForm):
    """What the court did."""

    outcome = forms.ChoiceField(label=_("What the court did"))
    decided_on = DateField(label=_("Decided on"))
    case_number = forms.CharField(label=_("Number of the case"), max_length=60, required=False)
    decision = long_text(_("What it decided, and why"), rows=4)

    def prepare(self) -> None:
        """What is possible as the application stands."""
        rows = DECIDED_AFTER.get(self.record.status, ())
        choose(self, "outcome", [(one, str(ApplicationStatus(one).label)) for one in rows])
        self.initial.setdefault("case_number", self.record.case_number)
