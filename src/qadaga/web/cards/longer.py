"""Longer terms of work on a card: who asked, until when and why, what the office above decided."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.matters.choices import ProlongGround
from qadaga.matters.gather import Gathered
from qadaga.matters.prolonging import Longer
from qadaga.web.cards.sections import Section, section, who
from qadaga.web.components import Text, badge, date_text, lines
from qadaga.web.forms import DateField
from qadaga.web.matters.forms.work import ReasonForm, long_text
from qadaga.web.steps import StepForm


class AskForm(ReasonForm):
    """Until when, on which ground and why."""

    until = DateField(label=gettext_lazy("Until"))
    ground = forms.ChoiceField(label=gettext_lazy("Ground"), choices=ProlongGround.choices)
    field_order = ["until", "ground", "reason"]

    def longer(self) -> Longer:
        """What was entered."""
        values = self.cleaned_data
        return Longer(values["until"], values["ground"], values["reason"])


class ConsentForm(StepForm):
    """The decision of the office above."""

    agree = forms.ChoiceField(
        label=gettext_lazy("Decision"),
        choices=[("yes", gettext_lazy("Agreed")), ("no", gettext_lazy("Refused"))],
    )
    decision = long_text(gettext_lazy("Reasons"), rows=4)

    def decided(self) -> dict[str, Any]:
        """What was decided, as the services name it."""
        return {"agree": self.cleaned_data["agree"] == "yes", "decision": self.cleaned_data["decision"]}


def asks(parts: Gathered) -> bool:
    """Whether a longer term may be asked for: nothing that was asked is open."""
    return all(row.applied_on or row.agreed is False for row in parts["prolongations"])


def awaits(parts: Gathered) -> bool:
    """Whether something asked waits for its decision."""
    return any(row.decided_on is None for row in parts["prolongations"])


def longer_section(parts: Gathered, empty: str = "") -> Section:
    """What was asked of the office above, and what it decided."""
    rows = [
        (
            date_text(row.until),
            lines(row.get_ground_display(), row.reason),
            lines(who(parts, row.asked_by_id), date_text(row.asked_on)),
            _decided(parts, row),
        )
        for row in parts["prolongations"]
    ]
    columns = [_("Until"), _("Why"), _("Asked by"), _("Decision of the office above")]
    return section("prolongations", _("Prolongation"), columns, rows, empty)


def _decided(parts: Gathered, row: Any) -> Text:
    if row.decided_on is None:
        return badge(_("Prolonged"), "success") if row.applied_on else badge(_("Awaited"), "warning")
    word = _("Prolonged") if row.applied_on else _("Agreed") if row.agreed else _("Refused")
    decided = badge(word, "success" if row.agreed else "danger")
    return lines(decided, f"{who(parts, row.decided_by_id)}, {date_text(row.decided_on)}", row.decision)
