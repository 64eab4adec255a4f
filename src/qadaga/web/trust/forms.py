"""Forms of opinions, proposals and reviews."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.appeals.trust import services
from qadaga.appeals.trust.choices import Aim, Satisfaction, Source
from qadaga.appeals.trust.figures import quarter_before, quarter_of
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.names import quarter_name
from qadaga.web.steps import StepForm


class OpinionForm(StepForm):
    """What the applicant said of the answer."""

    satisfaction = forms.ChoiceField(label=_("What the applicant thinks"), choices=Satisfaction.choices)
    source = forms.ChoiceField(label=_("How it became known"), choices=Source.choices)
    said_on = DateField(label=_("Said on"))
    words = long_text(
        _("In the applicant's own words"),
        rows=3,
        required=False,
        help_text=_("Needed where the applicant is not satisfied: what exactly."),
    )

    def said(self) -> services.Said:
        """What was entered."""
        values = self.cleaned_data
        return services.Said(values["satisfaction"], values["source"], values["said_on"], values["words"])


class ProposeForm(StepForm):
    """What to improve, and why."""

    aim = forms.ChoiceField(label=_("What it betters"), choices=Aim.choices)
    title = forms.CharField(label=_("What is proposed"), max_length=300)
    why = long_text(_("Why, and what it would give"), rows=5)


class DecideForm(StepForm):
    """Whether the proposal is accepted."""

    accepted = forms.ChoiceField(
        label=_("Decision"), choices=[("yes", _("Accept")), ("no", _("Do not accept"))]
    )
    decision = long_text(_("What was decided, and why"), rows=3)
    due_on = DateField(
        label=_("To be carried out by"), required=False, help_text=_("Needed where it is accepted.")
    )


class CarriedOutForm(StepForm):
    """What came of an accepted proposal."""

    outcome = long_text(_("What was done, and what came of it"), rows=4)


class ReviewForm(StepForm):
    """The head's conclusion about a quarter, and what was decided."""

    quarter = forms.ChoiceField(label=_("Quarter"))
    conclusion = long_text(
        _("What the figures and the opinions show"), rows=4, help_text=_("The trust of people first.")
    )
    decision = long_text(_("What will be done"), rows=4)

    def prepare(self) -> None:
        """The quarter before, then the running one."""
        now = quarter_of(self.request.on)
        rows = [(one.isoformat(), quarter_name(one)) for one in (quarter_before(now), now)]
        choose(self, "quarter", rows)

    def starts_on(self) -> date:
        """The first day of the quarter."""
        return date.fromisoformat(self.cleaned_data["quarter"])
