"""Forms of period reports."""

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.reports import services
from qadaga.reports.choices import MONTHS, PeriodKind
from qadaga.reports.periods import beginning, later
from qadaga.web.forms import DateField
from qadaga.web.matters.forms.work import long_text
from qadaga.web.steps import StepForm


class DraftForm(StepForm):
    """For which period; the quarter that has just ended is offered."""

    period = forms.ChoiceField(label=_("Period"), choices=PeriodKind.choices, initial=PeriodKind.QUARTER)
    starts_on = DateField(
        label=_("First day of the period"),
        help_text=_("Periods begin on the first day of a month, quarter, half-year or year."),
    )
    language = forms.ChoiceField(
        label=_("Language of the paper"), choices=[("kk", _("Kazakh")), ("ru", _("Russian"))]
    )

    def prepare(self) -> None:
        """The quarter before that of today."""
        months = MONTHS[PeriodKind.QUARTER]
        self.initial.setdefault("starts_on", later(beginning(months, self.request.on), -months))

    def drafted(self) -> services.Drafted:
        """What was entered."""
        values = self.cleaned_data
        return services.Drafted(values["period"], values["starts_on"], values["language"])


class SignForm(StepForm):
    """The signature; why it goes without some of the reports below, where it does."""

    incomplete = long_text(_("Why without the reports below that are not signed"), rows=3, required=False)

    def prepare(self) -> None:
        """Only an office with others below has anything to say here."""
        if self.record.office.level == 3:
            del self.fields["incomplete"]
