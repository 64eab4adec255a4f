"""Forms of people by IIN: look one up, merge two numbers, part them. No number stands in an address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.web.components import date_text
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.steps import StepForm


class LookUpForm(StepForm):
    """Whom to look up."""

    iin = forms.CharField(label=_("IIN"), max_length=20, help_text=_("12 digits. The look-up is journalled."))


class MergeForm(StepForm):
    """Which other number is of the same person, and why."""

    iin = forms.CharField(label=_("The other IIN"), max_length=20, help_text=_("12 digits."))
    reason = long_text(_("Why it is the same person"))
    field_of = {"duplicate": "iin"}


class PartForm(StepForm):
    """Which merge is undone, and why."""

    merge = forms.ChoiceField(label=_("Merged number"))
    reason = long_text(_("Why these are two people"))

    def prepare(self) -> None:
        """The merges that stand, as far as the reader sees both numbers."""
        known = [
            (str(row.id), f"{row.duplicate.iin} · {date_text(row.merged_on)}")
            for row in self.record.merges
            if row.undone_on is None and row.survivor_id == self.record.id
        ]
        choose(self, "merge", known)


class DeathForm(StepForm):
    """When the person died, by which paper."""

    died_on = DateField(label=_("Day of death"))
    paper = forms.CharField(
        label=_("Paper that proves it"),
        max_length=300,
        help_text=_("Number and day of the certificate, or of the entry of the register office."),
    )


class WithdrawnForm(StepForm):
    """Why the note of a death was wrong."""

    reason = long_text(_("Why the note was wrong"))
