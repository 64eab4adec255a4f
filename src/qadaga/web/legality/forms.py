"""Forms of legal acts: the entry, editions, the review, the protest, what became of the act."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qadaga.acts.choices import Language
from qadaga.matters.choices import BodyKind, ServingWay
from qadaga.supervision.legality import services
from qadaga.supervision.legality.choices import (
    Answer,
    FateKind,
    Issuer,
    Nature,
    Point,
    ReviewKind,
    Source,
    Verdict,
)
from qadaga.supervision.legality.models import LegalAct, Review
from qadaga.supervision.legality.selectors import matters_for, officers, spheres
from qadaga.web.acts.forms import FILE_HELP
from qadaga.web.bodies import BodyForm, bodies_named
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.names import language
from qadaga.web.orders.people import named
from qadaga.web.places import offer_places
from qadaga.web.steps import StepForm

# No norm sets a day for a review: this is what the form proposes.
_USUAL_DAYS = 10


def offer_competence(form: StepForm, anywhere: str, *, own: bool = False) -> None:
    """Let the person choose the territory and the sphere."""
    offer_places(form, anywhere=anywhere, own=own)
    kinds = [(key, title.get(language())) for key, title in spheres()]
    choose(form, "sphere", [("", gettext("None: a territorial office")), *kinds])


def offer_officers(form: StepForm, name: str, office_id: UUID) -> None:
    """Let the person choose an officer of the office."""
    choose(form, name, [(str(held.id), named(held)) for held in officers(office_id, form.request.on)])


class CorrectForm(BodyForm):
    """What is known of an act, the body that issued it among it."""

    issuer = forms.ChoiceField(label=_("Issuer"), choices=Issuer.choices)
    nature = forms.ChoiceField(label=_("Kind"), choices=Nature.choices)
    number = forms.CharField(label=_("Number of the act"), max_length=60)
    adopted_on = DateField(label=_("Adopted on"))
    title = forms.CharField(label=_("What it is about"), max_length=500)
    kato = forms.ChoiceField(label=_("Where it is in force (KATO)"), required=False)
    sphere = forms.ChoiceField(
        label=_("Sphere"), required=False, help_text=_("Only where a specialised office is competent.")
    )
    source = forms.ChoiceField(label=_("How it came to the office"), choices=Source.choices)
    first = ("issuer", "nature", "number", "adopted_on", "title", "kato", "sphere", "source")
    field_order = [*first, "known_body", "body_name_ru", "body_name_kk", "body_bin", "body_kind"]
    field_of = {"bin": "body_bin"}

    def prepare(self) -> None:
        """KATO units and spheres; what is there already."""
        row = self.record
        self.offer(
            bodies_named(LegalAct.objects.filter(office=row.office_id)), row.body if row.version else None
        )
        offer_competence(self, gettext("The whole country"), own=not row.version)
        self.fields["body_name_ru"].label = _("The body that issued it, in Russian")
        self.fields["body_name_kk"].label = _("The body that issued it, in Kazakh")
        self.fields["body_bin"].label = _("Its BIN")
        self.initial.setdefault("body_kind", BodyKind.EXECUTIVE)
        self.initial.setdefault("issuer", Issuer.AKIMAT)
        if row.version:
            self._known()

    def _known(self) -> None:
        row = self.record
        for name in self.first:
            self.initial.setdefault(name, getattr(row, name))

    def entered(self) -> services.Entered:
        """What was entered."""
        body = self.body()
        assert body is not None  # a body is needed, and the form has said so
        return services.Entered(body=body, **{name: self.cleaned_data[name] for name in self.first})


class EditionForm(StepForm):
    """The text of the act as it stands from a day on."""

    starts_on = DateField(label=_("In force from"))
    basis = forms.CharField(
        label=_("What changed it"),
        max_length=300,
        required=False,
        help_text=_("The act that made this edition; nothing for the first one."),
    )
    text = long_text(_("Text of the act"), required=False, rows=10)
    file = forms.FileField(label=_("Or a file with the text"), required=False, help_text=FILE_HELP)

    def wording(self) -> services.Wording:
        """What was entered."""
        values = self.cleaned_data
        return services.Wording(values["starts_on"], values["text"], self.stored(), values["basis"])


class EnterForm(CorrectForm, EditionForm):
    """A new act with its first edition."""

    field_order = [*CorrectForm.field_order, "starts_on", "text", "file"]

    def prepare(self) -> None:
        """As for a correction; the first edition rests on nothing else."""
        super().prepare()
        del self.fields["basis"]

    def clean(self) -> dict[str, Any]:
        """The first edition is made by the act itself."""
        return {**super().clean(), "basis": ""}


class GiveForm(StepForm):
    """Which review, who reviews, until when."""

    kind = forms.ChoiceField(label=_("Which review"), choices=ReviewKind.choices)
    reviewer = forms.ChoiceField(label=_("Officer"))
    due_on = DateField(label=_("Review by"))

    def prepare(self) -> None:
        """Officers of the office that holds the act."""
        offer_officers(self, "reviewer", self.record.holder_id)
        self.initial.setdefault("due_on", self.request.on + timedelta(days=_USUAL_DAYS))


class CheckForm(StepForm):
    """The check list: one answer a point, saved as often as wanted."""

    def prepare(self) -> None:
        """A field for each point, with what is answered already."""
        open_now = Review.objects.filter(legal_act=self.record, done_on__isnull=True)
        kept = dict(open_now.values_list("checked__point", "checked__answer"))
        for point in Point:
            self.fields[f"point_{point}"] = forms.ChoiceField(
                label=point.label, choices=Answer.choices, widget=forms.RadioSelect, required=False
            )
            self.initial.setdefault(f"point_{point}", kept.get(point))

    def answers(self) -> dict[str, str]:
        """The points that were answered."""
        values = {str(point): self.cleaned_data.get(f"point_{point}") for point in Point}
        return {point: answer for point, answer in values.items() if answer}


class FindForm(StepForm):
    """A norm that the act contradicts."""

    point = forms.ChoiceField(label=_("Point of the check list"), choices=Point.choices)
    part = forms.CharField(
        label=_("Part of the act"), max_length=300, help_text=_("Point, paragraph, or the whole act.")
    )
    norm = forms.CharField(label=_("Norm violated"), max_length=500)
    what = long_text(_("How it contradicts"), rows=5)

    def found(self) -> services.Found:
        """What was entered."""
        values = self.cleaned_data
        return services.Found(values["point"], values["part"], values["norm"], values["what"])


class ConcludeForm(StepForm):
    """What the review ends with."""

    verdict = forms.ChoiceField(label=_("Verdict"), choices=Verdict.choices, widget=forms.RadioSelect)
    conclusion = long_text(_("Conclusion"), rows=8)


class DecideForm(StepForm):
    """The matter in which the act that answers is made."""

    matter = forms.ChoiceField(
        label=_("Matter"),
        required=False,
        help_text=_("A new one is opened on the office's own initiative and given to the reviewer."),
    )

    def prepare(self) -> None:
        """Open matters of the direction in the office that holds the act."""
        rows = matters_for(self.record.holder_id, self.request.actor)
        choose(
            self,
            "matter",
            [
                ("", gettext("A new matter")),
                *((str(row.id), f"{row.number_text} {row.title}") for row in rows),
            ],
        )

    def matter_id(self) -> UUID | None:
        """The matter chosen; None for a new one."""
        chosen = self.cleaned_data["matter"]
        return UUID(chosen) if chosen else None


class ProtestForm(StepForm):
    """The heading and language of the act decided on; its text is written on its own card."""

    language = forms.ChoiceField(label=_("Language of the paper"), choices=Language.choices)
    heading = forms.CharField(label=_("Heading"), max_length=300)

    def prepare(self) -> None:
        """Begin with the language of the pages."""
        self.initial.setdefault("language", "kk" if language() == "kk" else "ru")


class FollowForm(StepForm):
    """What became of the act."""

    kind = forms.ChoiceField(label=_("What became of it"), choices=FateKind.choices)
    became_on = DateField(label=_("Since when"))
    paper = forms.CharField(
        label=_("By which paper"), max_length=300, help_text=_("Of the body or the court: number and date.")
    )
    note = long_text(_("Note"), required=False, rows=3)
    field_of = {"on": "became_on"}

    def became(self) -> services.Became:
        """What was entered."""
        values = self.cleaned_data
        return services.Became(values["kind"], values["became_on"], values["paper"], values["note"])


class RemindForm(StepForm):
    """How the body was reminded."""

    way = forms.ChoiceField(label=_("Way"), choices=ServingWay.choices)
    reference = forms.CharField(
        label=_("Number of the letter"), max_length=200, help_text=_("Its outgoing number and date.")
    )
    field_of = {"on": "reference"}
