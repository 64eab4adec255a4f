"""Forms of places and of people found there."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qadaga.acts.choices import Language
from qadaga.authority.actor import Actor
from qadaga.matters.choices import BodyKind
from qadaga.supervision.custody import services
from qadaga.supervision.custody.choices import PlaceKind, Wrong
from qadaga.supervision.custody.models import Place
from qadaga.supervision.custody.sameness import Known
from qadaga.supervision.custody.selectors import matters_for, officers, spheres
from qadaga.supervision.custody.services.places import MOST_PEOPLE
from qadaga.web.bodies import BodyForm, bodies_named
from qadaga.web.cards.sections import Section
from qadaga.web.custody.alike import alike, alike_section
from qadaga.web.forms import DateField, MomentField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.names import language
from qadaga.web.orders.people import named
from qadaga.web.places import offer_places
from qadaga.web.steps import StepForm


def matters_of(office_id: UUID, reader: Actor) -> list[tuple[str, str]]:
    """Open matters of the direction as a choice."""
    return [(str(row.id), f"{row.number_text} {row.title}") for row in matters_for(office_id, reader)]


def offer_matters(form: StepForm) -> None:
    """Let the form choose among them; where there is none it says what to do first."""
    rows = matters_of(form.record.office_id, form.request.actor)
    choose(form, "matter", rows)
    if not rows:
        form.fields["matter"].help_text = _(
            "The office has no open matter of this direction. Open one first."
        )


TO_THE_MINUTE = ["%Y-%m-%dT%H:%M", "%d.%m.%Y %H:%M"]


class PlaceForm(BodyForm):
    """A place, the body that runs it among its fields."""

    kind = forms.ChoiceField(label=_("Kind"), choices=PlaceKind.choices)
    name_ru = forms.CharField(label=_("Name in Russian"), max_length=300)
    name_kk = forms.CharField(label=_("Name in Kazakh"), max_length=300)
    kato = forms.ChoiceField(label=_("Where it stands (KATO)"))
    address = forms.CharField(label=_("Address"), max_length=300)
    capacity = forms.IntegerField(
        label=_("Capacity"), min_value=1, max_value=MOST_PEOPLE, help_text=_("How many people.")
    )
    sphere = forms.ChoiceField(
        label=_("Sphere"), required=False, help_text=_("Only where a specialised office is competent.")
    )
    field_order = ["kind", "name_ru", "name_kk", "kato", "address", "capacity", "sphere", "known_body"]
    # What the service says of a name is about the place's own.
    field_of = {"bin": "body_bin"}

    def prepare(self) -> None:
        """KATO units and spheres; what is there already."""
        place = self.record
        self.offer(
            bodies_named(Place.objects.filter(office=place.office_id)), place.body if place.version else None
        )
        offer_places(self, own=not place.version)
        named_spheres = [(key, title.get(language())) for key, title in spheres()]
        choose(self, "sphere", [("", gettext("None: a territorial office")), *named_spheres])
        self.fields["body_name_ru"].label = _("Who runs it, in Russian")
        self.fields["body_name_kk"].label = _("Who runs it, in Kazakh")
        self.fields["body_bin"].label = _("Its BIN")
        self.initial.setdefault("body_kind", BodyKind.INSTITUTION)
        if place.version:
            self._known()

    def _known(self) -> None:
        place = self.record
        for name in ("kind", "name_ru", "name_kk", "kato", "address", "capacity", "sphere"):
            self.initial.setdefault(name, getattr(place, name))

    def entered(self) -> services.Entered:
        """What was entered."""
        values, body = self.cleaned_data, self.body()
        assert body is not None  # a body is needed, and the form has said so
        names = ("kind", "name_ru", "name_kk", "address", "kato", "capacity", "sphere")
        return services.Entered(body=body, **{name: values[name] for name in names})


class CloseForm(StepForm):
    """Since when nobody is held there."""

    closed_on = DateField(label=_("First day without it"))


class PlanForm(StepForm):
    """Who goes, and when."""

    officer = forms.ChoiceField(label=_("Officer"))
    planned_on = DateField(label=_("Day of the visit"))

    def prepare(self) -> None:
        """Officers of the place's office."""
        rows = [(str(held.id), named(held)) for held in officers(self.record, self.request.on)]
        choose(self, "officer", rows)
        self.initial.setdefault("planned_on", self.record.due_on)


class ReportForm(StepForm):
    """What was reported, and who goes there now."""

    what = long_text(_("What was reported, by whom, when"), rows=4)
    officer = forms.ChoiceField(label=_("Who goes there now"))

    def prepare(self) -> None:
        """Officers of the place's office."""
        rows = [(str(held.id), named(held)) for held in officers(self.record, self.request.on)]
        choose(self, "officer", rows)


class FindForm(StepForm):
    """Somebody held unlawfully; whoever may have been found here before is shown first."""

    wrong = forms.ChoiceField(label=_("What is unlawful"), choices=Wrong.choices)
    name = forms.CharField(
        label=_("Name"), max_length=300, help_text=_("As the person gives it; unknown parts may be left out.")
    )
    iin = forms.CharField(label=_("IIN"), max_length=20, required=False, help_text=_("12 digits, if known."))
    born = forms.CharField(
        label=_("Birth date or year"),
        max_length=20,
        required=False,
        help_text=_("04.05.1990 or 1990; without an IIN it tells whether the person was found here before."),
    )
    minor = forms.BooleanField(label=_("Under 18"), required=False)
    held_since = MomentField(label=_("Held since"), input_formats=TO_THE_MINUTE)
    paper = forms.CharField(
        label=_("On what paper"),
        max_length=500,
        help_text=_("Its kind, number, date, or that there is none."),
    )
    why = long_text(_("Why it is unlawful"), rows=4)
    matter = forms.ChoiceField(
        label=_("Matter"),
        required=False,
        help_text=_("An open matter of this direction, where the person will be counted as protected."),
    )

    another = forms.BooleanField(
        label=_("This is somebody else, or the same person held anew"),
        required=False,
        widget=forms.HiddenInput,
    )
    alike: Section | None = None

    def prepare(self) -> None:
        """Open matters of the direction in the place's office."""
        choose(
            self,
            "matter",
            [("", gettext("None yet")), *matters_of(self.record.office_id, self.request.actor)],
        )

    def clean(self) -> dict[str, Any]:
        """Offer the cards of people who may be the same, once: then it is recorded all the same."""
        values = super().clean() or self.cleaned_data
        if not self.errors and not values["another"]:
            with self.faults():
                self._offer(alike(self.record, values, self.request))
        return values

    def _offer(self, rows: Sequence[Known]) -> None:
        if rows:
            self.alike, self.beside = alike_section(rows), "custody/_alike.html"
            self.fields["another"].widget = forms.CheckboxInput()
            self.add_error(
                "another",
                _("Perhaps found here before: see the cards on this page. If not, tick this."),
            )

    def found(self) -> services.Found:
        """What was entered."""
        values = self.cleaned_data
        matter = values["matter"]
        names = ("wrong", "name", "held_since", "paper", "why", "iin", "born", "minor")
        return services.Found(
            matter_id=UUID(matter) if matter else None, **{name: values[name] for name in names}
        )


class ResolveForm(StepForm):
    """The resolution in one's own name."""

    language = forms.ChoiceField(label=_("Language of the paper"), choices=Language.choices)
    norm = forms.CharField(label=_("Norm violated"), max_length=500)
    reasons = long_text(_("What was established"), rows=6)

    def prepare(self) -> None:
        """Begin with what was found."""
        self.initial.setdefault("reasons", self.record.why)
        self.initial.setdefault("language", "kk" if language() == "kk" else "ru")


class CarriedForm(StepForm):
    """Who carried it out, when to the minute, how the person was told."""

    freed_at = MomentField(label=_("Carried out at"), input_formats=TO_THE_MINUTE)
    carried_by = forms.CharField(
        label=_("Who of the administration carried it out"), max_length=300, help_text=_("Name and post.")
    )
    told_how = forms.CharField(label=_("How the person was told"), max_length=200)


class LawfulForm(StepForm):
    """What the second check found."""

    checked = long_text(_("On which ground the holding is lawful"), rows=4)


class DeathForm(StepForm):
    """That the person died while held."""

    died_on = DateField(label=_("Day of death"))
    death = long_text(_("By which paper it is known, and of what the person died"), rows=4)


class CountForm(StepForm):
    """The matter that protected the person."""

    matter = forms.ChoiceField(label=_("Matter"))

    def prepare(self) -> None:
        """Open matters of the direction."""
        offer_matters(self)
