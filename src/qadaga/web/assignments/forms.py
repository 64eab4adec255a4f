"""Forms of assignments."""

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.organisation.assignments import services
from qadaga.organisation.assignments.choices import AboutKind
from qadaga.organisation.assignments.selectors import below
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.names import language
from qadaga.web.steps import StepForm


class GiveForm(StepForm):
    """To which office, what, by when, about which matter or appeal."""

    to_office = forms.ChoiceField(label=_("To which office"), help_text=_("An office below yours."))
    what = long_text(_("What to do"), rows=5)
    last_day = DateField(label=_("Last day"))
    about = forms.ChoiceField(label=_("What it is about"), choices=AboutKind.choices)
    number = forms.CharField(
        label=_("Number of the matter or appeal"),
        max_length=60,
        required=False,
        help_text=_("As it stands on the card of that office."),
    )

    def prepare(self) -> None:
        """The offices below the reader's own."""
        rows = below(self.request.actor, self.request.on)
        choose(self, "to_office", [(row.code, row.name_in(language())) for row in rows])

    def given(self) -> services.Given:
        """What was entered."""
        names = ("to_office", "what", "last_day", "about", "number")
        return services.Given(**{name: self.cleaned_data[name] for name in names})


class ReportForm(StepForm):
    """What was done."""

    report = long_text(_("What was done"), rows=6)


class TakeOffForm(StepForm):
    """Nothing to enter: the button takes it off control."""


class GiveBackForm(StepForm):
    """What is still to be done, and by when."""

    remarks = long_text(_("Remarks"), rows=4)
    last_day = DateField(label=_("Last day"))
