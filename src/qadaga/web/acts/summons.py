"""Forms of summons for explanations, and how one is shown: in an inspection and an appeal alike (O.8.7)."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qadaga.acts.choices import Appearance, Language, Role
from qadaga.acts.letters.models import Letter
from qadaga.acts.summons import Called, Ended
from qadaga.matters.choices import ServingWay
from qadaga.web.components import Text, badge, date_text, lines, link, moment_text
from qadaga.web.forms import DateField, MomentField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.steps import StepForm


class SummonForm(StepForm):
    """Whom to call, about what, where and when."""

    role = forms.ChoiceField(label=_("Who is called"), choices=Role.choices)
    name = forms.CharField(label=_("Name"), max_length=200)
    iin = forms.CharField(label=_("IIN, if known"), required=False, max_length=20)
    representative = forms.CharField(
        label=_("Representative"), max_length=200, required=False, help_text=_("Who comes with or for them.")
    )
    about = long_text(_("About what"), rows=3)
    place = forms.CharField(label=_("Where"), max_length=300)
    called_at = MomentField(label=_("Day and hour"))
    language = forms.ChoiceField(label=_("Language of the paper"), choices=Language.choices)
    way = forms.ChoiceField(label=_("Way of handing over"), choices=ServingWay.choices)
    proof = forms.CharField(
        label=_("Proof of service"),
        max_length=200,
        required=False,
        help_text=_("Number of the receipt; may be given later, when it is there."),
    )

    def prepare(self) -> None:
        """Begin with the language of the inspection or the appeal."""
        self.initial.setdefault("language", self.record.language)

    def called(self) -> Called:
        """What was entered."""
        return Called(**{name: self.cleaned_data[name] for name in Called.__dataclass_fields__})


class ExplainForm(StepForm):
    """How a summons of the record ended."""

    summons = forms.ChoiceField(label=_("Summons"))
    appearance = forms.ChoiceField(label=_("How it ended"), choices=Appearance.choices)
    explanation = long_text(_("Explanation in the person's words"), required=False, rows=8)
    died_on = DateField(
        label=_("Day of death"), required=False, help_text=_("Only where the person died before coming.")
    )
    signed = forms.BooleanField(label=_("Signed by the person"), required=False)
    proof = forms.CharField(
        label=_("Proof of service"),
        max_length=200,
        required=False,
        help_text=_("Needed where the person did not come."),
    )
    consequence = long_text(
        _("What follows from it"),
        required=False,
        rows=3,
        help_text=_("Where the person did not come or would not explain."),
    )

    field_of = {"summons_id": "summons"}

    def prepare(self) -> None:
        """Summonses without an end."""
        rows = self.record.summonses.filter(recorded_on__isnull=True).order_by("called_at")
        choose(self, "summons", [(str(row.id), row.name) for row in rows])

    def ended(self) -> Ended:
        """What was entered."""
        return Ended(**{name: self.cleaned_data[name] for name in Ended.__dataclass_fields__})


def called_cells(
    row: Any, letters: Iterable[Letter] | None = None, paper: Callable[[UUID], str] = str
) -> tuple[Text, ...]:
    """Who is called with whom, when and where, about what, how it ended; the cell of its letter too where
    `letters` are read, `paper` being the address of a summons's.
    """
    who = lines(row.name, row.iin or "", row.get_role_display(), row.representative)
    said = (who, lines(moment_text(row.called_at), row.place), row.about)
    if letters is None:
        return (*said, _explained(row))
    found = [link(paper(row.id), one.number_text) for one in letters if one.subject_id == row.id]
    return (*said, found[0] if found else "—", _explained(row))


def _explained(row: Any) -> Text:
    if row.recorded_on is None:
        return badge(gettext("Awaited"), "warning")
    signed = gettext("signed") if row.signed else gettext("not signed")
    words = f"{row.explanation} ({signed})" if row.explanation else ""
    ended_on = row.died_on or row.recorded_on
    return lines(f"{row.get_appearance_display()}, {date_text(ended_on)}", words, row.consequence)
