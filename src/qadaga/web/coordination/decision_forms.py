"""Forms of decisions under control: what was done on them, their terms."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.coordination import services
from qadaga.coordination.choices import Organ, TermBasis, TermChange
from qadaga.coordination.services.terms import BASES, sittings
from qadaga.web.components import date_text
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.steps import StepForm


class ReportForm(StepForm):
    """What was done on a decision: all of it, a part, or what is under way."""

    words = long_text(_("What was done"), rows=5)
    left = long_text(
        _("What is still to be done"),
        rows=3,
        required=False,
        help_text=_("Where a part was carried out: the decision stays under control."),
    )
    done = forms.BooleanField(label=_("Carried out: take it off control"), required=False)


class PostponeForm(StepForm):
    """To which day the term goes, why, and how it was decided."""

    kind = forms.ChoiceField(label=_("What changes"), choices=TermChange.choices)
    until = DateField(label=_("New last day"))
    reason = long_text(_("Why"), rows=3)
    how = forms.ChoiceField(label=_("How it was decided"))
    sitting = forms.ChoiceField(label=_("At which sitting"), required=False)
    paper = forms.CharField(
        label=_("Number and day of the decision"),
        max_length=300,
        required=False,
        help_text=_("For example: joint decision No. 4 of 12.03.2026."),
    )

    def prepare(self) -> None:
        """What decides for the organ; its sittings since."""
        session = self.record.session
        bases = BASES[Organ(session.organ)]
        choose(self, "how", [(one.value, one.label) for one in bases])
        rows = [
            (str(one.id), f"{one.number_text}, {date_text(one.starts_on)}") for one in sittings(session)[:50]
        ]
        choose(self, "sitting", [("", "—"), *rows])
        if TermBasis.RECORDED not in bases:
            del self.fields["paper"]

    def postponed(self) -> services.Postponed:
        """What was entered."""
        sitting = self.cleaned_data["sitting"]
        return services.Postponed(
            **self.picked("kind", "until", "reason", "how"),
            sitting_id=UUID(sitting) if sitting else None,
            paper=self.cleaned_data.get("paper", ""),
        )
