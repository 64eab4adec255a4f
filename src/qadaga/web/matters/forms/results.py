"""What came of the matter: the four results, money recovered (O.6.2)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.common.money import Money
from qadaga.matters import services
from qadaga.matters.choices import Outcome, RecoveredFor, ResultKind
from qadaga.web.forms import DateField
from qadaga.web.matters.forms.work import long_text
from qadaga.web.steps import StepForm


class ResultForm(StepForm):
    """One of the four results."""

    kind = forms.ChoiceField(label=_("Result"), choices=ResultKind.choices)
    outcome = forms.ChoiceField(label=_("How far it was reached"), choices=Outcome.choices)
    note = long_text(
        _("Why, if not reached in full"),
        required=False,
        rows=3,
        help_text=_("Needed for every outcome but “reached”."),
    )

    def prepare(self) -> None:
        """Begin with the first result that is not yet stated."""
        stated = set(self.record.results.values_list("kind", flat=True))
        left = [kind for kind in ResultKind.values if kind not in stated]
        if left:
            self.initial.setdefault("kind", left[0])


class RecoveryForm(StepForm):
    """Money recovered."""

    sum = forms.CharField(label=_("Sum, tenge"), max_length=30, help_text=_("For example 1 250 000,50."))
    recovered_for = forms.ChoiceField(label=_("For whom"), choices=RecoveredFor.choices)
    recovered_on = DateField(label=_("Recovered on"))
    basis = forms.CharField(label=_("On what basis"), max_length=300)

    def recovered(self) -> services.Recovered:
        """What was entered."""
        values = self.cleaned_data
        return services.Recovered(
            Money.parse(values["sum"]), values["recovered_for"], values["recovered_on"], values["basis"]
        )
