"""The form of an entry check: each condition of the law with an answer and what shows it (CL155.6)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.law.records import Requirement
from qadaga.organisation.careers.entry import Finding
from qadaga.web.forms import BaseForm
from qadaga.web.names import language

YES, NO = "yes", "no"


class EntryForm(BaseForm):
    """A question and a line of evidence for each condition and bar."""

    note = forms.CharField(label=gettext_lazy("Note"), max_length=300, required=False)

    def __init__(self, *args: Any, asked: list[Requirement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked
        for row in asked:
            self.fields[row.id] = _question(row)
            self.fields[f"{row.id}_evidence"] = forms.CharField(
                label=_("What shows it"), max_length=300, help_text=_("Document, number, date.")
            )
        self.order_fields([*(name for name in self.fields if name != "note"), "note"])

    def findings(self) -> dict[str, Finding]:
        """What was answered, for the service."""
        data = self.cleaned_data
        return {row.id: Finding(data[row.id] == YES, data[f"{row.id}_evidence"]) for row in self.asked}


def _question(row: Requirement) -> forms.ChoiceField:
    title = row.title.get(language())
    clause = row.citations[0].clause
    if row.bar:
        choices = [(YES, _("No, it does not apply")), (NO, _("Yes: a ground for refusal"))]
        label = _("Bar: %(what)s (%(clause)s)") % {"what": title, "clause": clause}
    else:
        choices = [(YES, _("Met")), (NO, _("Not met: a ground for refusal"))]
        label = _("Condition: %(what)s (%(clause)s)") % {"what": title, "clause": clause}
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)


class MergeForm(BaseForm):
    """Why two cards are one person."""

    ground = forms.CharField(
        label=gettext_lazy("Decision"),
        max_length=300,
        help_text=gettext_lazy("Its number and date, and what shows that it is one person."),
    )
