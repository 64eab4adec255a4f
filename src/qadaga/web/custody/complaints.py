"""The complaint of somebody held, past the administration: its form, its registration, the list of them."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.appeals import services as appeals
from qadaga.appeals.entry import HeldSpeaks, from_custody
from qadaga.appeals.kinds import Language, NoIdReason
from qadaga.journal import services as journal
from qadaga.supervision.custody import services
from qadaga.supervision.custody.choices import Handed
from qadaga.supervision.custody.lodged import lodged
from qadaga.supervision.custody.models import HeldPerson, Place
from qadaga.web.cards.sections import Section, section
from qadaga.web.components import badge, date_text, link
from qadaga.web.forms import DateField
from qadaga.web.matters.forms.work import long_text
from qadaga.web.names import language
from qadaga.web.steps import StepForm
from qadaga.web.views import StaffRequest

# Why somebody held may have no IIN at hand.
REASONS = (
    NoIdReason.NONE,
    NoIdReason.DETAINED,
    NoIdReason.FOREIGNER,
    NoIdReason.STATELESS,
    NoIdReason.NOT_GIVEN,
)


class ComplaintForm(StepForm):
    """Who complains of what, and how it reached the prosecutor past the administration."""

    handed = forms.ChoiceField(label=gettext_lazy("How it was handed over"), choices=Handed.choices)
    name = forms.CharField(label=gettext_lazy("Who complains"), max_length=200)
    iin = forms.CharField(label=gettext_lazy("IIN"), max_length=40, required=False)
    no_id_reason = forms.ChoiceField(
        label=gettext_lazy("Why there is no number"),
        choices=[(one.value, one.label) for one in REASONS],
        required=False,
    )
    birth_date = DateField(
        label=gettext_lazy("Birth date"),
        required=False,
        help_text=gettext_lazy("Known from the IIN; needed without one."),
    )
    minor = forms.BooleanField(label=gettext_lazy("Under 18"), required=False)
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=Language.choices)
    summary = long_text(gettext_lazy("What it is about"), rows=5)
    of_administration = forms.BooleanField(
        label=gettext_lazy("It complains of the administration of the place"), required=False
    )

    field_of = {
        **{f"applicants.0.{name}": name for name in ("name", "iin", "no_id_reason", "birth_date")},
        "applicants.0.address": "summary",
    }

    def prepare(self) -> None:
        """Whoever was found is who complains."""
        if isinstance(self.record, HeldPerson):
            self.initial.setdefault("name", self.record.name)
            self.initial.setdefault("iin", self.record.iin or "")
            self.initial.setdefault("birth_date", self.record.born_on)
            self.initial.setdefault("minor", self.record.minor)
        self.initial.setdefault("language", "kk" if language() == "kk" else "ru")

    def said(self, place: Place) -> HeldSpeaks:
        """What was entered."""
        values = self.cleaned_data
        names = ("language", "summary", "name", "iin", "no_id_reason", "birth_date", "minor")
        about = place.body_id if values["of_administration"] else None
        where = f"{place.name(language())}, {place.address}"
        return HeldSpeaks(place=where, body_id=about, **{name: values[name] for name in names})


def take(place: Place, held: HeldPerson | None, form: ComplaintForm, request: StaffRequest) -> str:
    """Register it as an appeal of the person held, linked to the place; the card of the appeal."""
    who: dict[str, Any] = {"by": request.actor, "on": request.on}
    with journal.gathered():
        made = appeals.register(entry=from_custody(form.said(place), request.on), **who)
        services.record_complaint(
            place_id=place.id,
            held_id=held.id if held else None,
            appeal_id=made.id,
            number=made.number,
            handed=form.cleaned_data["handed"],
            **who,
        )
    return reverse("appeals:card", args=[made.id])


def complaints_section(row: Place | HeldPerson) -> Section:
    """The complaints from the place, or of the person, that the reader sees in the register of appeals."""
    rows = [
        (
            link(reverse("appeals:card", args=[one.appeal_id]), one.number),
            date_text(one.on),
            badge(str(one.handed.label), "danger", "alert-triangle")
            if one.handed == Handed.OPENED
            else str(one.handed.label),
        )
        for one in lodged(row)
    ]
    columns = [_("Number"), _("Registered"), _("How it was handed over")]
    empty = _(
        "Whoever is held hands a complaint to the prosecutor alone or sealed: take it under What to do."
    )
    return section("complaints", _("Complaints past the administration"), columns, rows, empty, stacks=True)
