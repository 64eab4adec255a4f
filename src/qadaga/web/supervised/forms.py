"""Forms of the register of bodies: merge, part, enter an official."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.identifiers import parse_bin
from qadaga.matters.bodies.models import Merge
from qadaga.matters.bodies.selectors import by_bin, duplicates_of
from qadaga.matters.models import Body
from qadaga.web.components import date_text
from qadaga.web.forms import choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.names import language
from qadaga.web.steps import StepForm


class MergeForm(StepForm):
    """Which record is the same body as this one, and why."""

    duplicate = forms.ChoiceField(
        label=_("Record of the same body"),
        required=False,
        help_text=_("Records alike in name, of no other region."),
    )
    bin = forms.CharField(
        label=_("or the BIN of that record"), required=False, max_length=20, help_text=_("12 digits.")
    )
    reason = long_text(_("Why it is the same body"))

    def prepare(self) -> None:
        """Offer what looks alike."""
        rows = [(str(row.id), _named(row)) for row in duplicates_of(self.record)]
        choose(self, "duplicate", [("", gettext("None of these: by the BIN below")), *rows])

    def clean(self) -> dict[str, Any]:
        """One of the two is given."""
        values = super().clean() or self.cleaned_data
        if not self.errors and not values.get("duplicate") and not values.get("bin"):
            self.add_error("duplicate", _("Choose a record, or give the BIN of one below."))
        return values

    def chosen(self) -> UUID:
        """The key of the record chosen. Raises InvalidInput for a BIN that is none or nobody's."""
        if self.cleaned_data["duplicate"]:
            return UUID(self.cleaned_data["duplicate"])
        found = by_bin(parse_bin(self.cleaned_data["bin"]).value)
        if found is None:
            raise InvalidInput.of("bin", "unknown", N_("No record has this BIN: check it by the paper."))
        return found.id


class PartForm(StepForm):
    """Which merge is undone, and why."""

    merge = forms.ChoiceField(label=_("Merged record"))
    reason = long_text(_("Why these are two bodies"))

    def prepare(self) -> None:
        """The merges that stand."""
        rows = Merge.objects.filter(survivor=self.record.pk, undone_on__isnull=True)
        choose(
            self,
            "merge",
            [
                (str(row.id), f"{_named(row.duplicate)} · {date_text(row.merged_on)}")
                for row in rows.select_related("duplicate")
            ],
        )


class OfficialForm(StepForm):
    """Who holds which post in the body."""

    name = forms.CharField(label=_("Full name"), max_length=300)
    iin = forms.CharField(label=_("IIN"), max_length=20, help_text=_("12 digits."))
    post = forms.CharField(label=_("Post in the body"), max_length=300)


def _named(body: Body) -> str:
    return f"{body.name(language())} ({body.bin or gettext('no BIN')})"
