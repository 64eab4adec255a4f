"""Forms of cases in court, judicial acts under study and hearings: new cards, papers, what happened."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qadaga.acts.choices import CourtOutcome, Language
from qadaga.court import selectors, services
from qadaga.court.choices import (
    OF_THE_DEAD,
    ActKind,
    CallGround,
    CaseKind,
    HearingStatus,
    Instance,
    PartGround,
    VerdictKind,
)
from qadaga.court.services.reviewing import MOST_VOLUMES
from qadaga.law.catalogue import load
from qadaga.matters import erdr
from qadaga.web.deaths import PaperField
from qadaga.web.forms import DateField, MomentField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.names import language
from qadaga.web.orders.people import named
from qadaga.web.places import offer_places
from qadaga.web.steps import StepForm

TO_THE_MINUTE = ["%Y-%m-%dT%H:%M", "%d.%m.%Y %H:%M"]


class AtForm(StepForm):
    """The court, the case there, what it is about."""

    kind = forms.ChoiceField(label=_("Kind"), choices=CaseKind.choices)
    court = forms.CharField(label=_("Court"), max_length=300)
    kato = forms.ChoiceField(label=_("Where it stands (KATO)"))
    number = forms.CharField(label=_("Number of the case in court"), max_length=60, required=False)
    about = forms.CharField(
        label=_("About what"), max_length=500, help_text=_("Without names: they stand in the case itself.")
    )
    sphere = forms.ChoiceField(
        label=_("Sphere"), required=False, help_text=_("Only where a specialised office is competent.")
    )
    matter = forms.ChoiceField(label=_("Matter"), required=False)

    def prepare(self) -> None:
        """KATO units, spheres, open matters of the office."""
        offer_places(self)
        spheres = [(one.id, one.title.get(language())) for one in load().spheres.values()]
        choose(self, "sphere", [("", gettext("None: a territorial office")), *spheres])
        matters = selectors.matters_for(self.request.actor)
        known = [(str(row.id), f"{row.number_text} {row.title}") for row in matters]
        choose(self, "matter", [("", gettext("None yet")), *known])

    def at(self) -> services.At:
        """What was entered of it."""
        values = self.cleaned_data
        names = ("kind", "court", "kato", "about", "number", "sphere")
        matter = UUID(values["matter"]) if values["matter"] else None
        return services.At(matter_id=matter, **{name: values[name] for name in names})


class CaseForm(AtForm):
    """A case: a criminal one by its ERDR number, another by the ground of taking part."""

    erdr = forms.CharField(label=_("ERDR number"), max_length=40, required=False)
    came_on = DateField(
        label=_("The file came to the prosecutor on"), required=False, help_text=_("Of a criminal case.")
    )
    ground = forms.ChoiceField(
        label=_("Why the prosecutor takes part"),
        required=False,
        choices=[("", "—"), *PartGround.choices],
        help_text=_("Of a case that is not criminal."),
    )
    act = forms.ChoiceField(label=_("Act taken to court"), required=False)

    def prepare(self) -> None:
        """Acts that went to court besides."""
        super().prepare()
        self.fields["erdr"].help_text = gettext(
            "Of a criminal case, for example %(example)s (an unverified format)."
        ) % {"example": erdr.known().example}
        acts = selectors.acts_for(self.request.actor, self.request.on)
        known = [(str(act.id), str(act.number_text)) for act in acts]
        choose(self, "act", [("", gettext("None yet")), *known])

    def entered(self) -> services.Entered:
        """What was entered."""
        values = self.cleaned_data
        act = UUID(values["act"]) if values["act"] else None
        return services.Entered(self.at(), values["erdr"], values["ground"], act, values["came_on"])


class ReviewForm(AtForm):
    """A judicial act, why it is looked into, who asked."""

    act_kind = forms.ChoiceField(label=_("Kind of the act"), choices=ActKind.choices)
    act_on = DateField(label=_("Day of the act"))
    in_force_on = DateField(label=_("In force since"), required=False)
    ground = forms.ChoiceField(label=_("Ground"), choices=CallGround.choices)
    petitioner = forms.CharField(label=_("Who petitioned for a protest"), max_length=300, required=False)
    petitioner_iin = forms.CharField(
        label=_("IIN of the petitioner, if known"), max_length=20, required=False
    )

    def looked(self) -> services.Looked:
        """What was entered."""
        names = ("act_kind", "act_on", "in_force_on", "ground", "petitioner", "petitioner_iin")
        return services.Looked(self.at(), **{name: self.cleaned_data[name] for name in names})


class WrittenForm(StepForm):
    """A paper in one's own hand."""

    language = forms.ChoiceField(label=_("Language of the paper"), choices=Language.choices)
    norm = forms.CharField(label=_("Norms"), max_length=500)
    text = long_text(_("Text of the paper"), rows=8)

    def prepare(self) -> None:
        """The language of the page first."""
        self.initial.setdefault("language", "kk" if language() == "kk" else "ru")

    def written(self) -> services.Written:
        """What was written."""
        values = self.cleaned_data
        return services.Written(values["norm"], values["text"], values["language"])


OTHER = "other"


class ChargeForm(WrittenForm):
    """Who is charged with what: somebody whom the investigation named, or one more person."""

    accused = forms.ChoiceField(label=_("Person"), required=False)
    name = forms.CharField(label=_("Name"), max_length=300, required=False)
    iin = forms.CharField(label=_("IIN"), max_length=20, required=False, help_text=_("12 digits."))
    articles = forms.CharField(label=_("Articles charged"), max_length=300)
    field_order = ["accused", "name", "iin", "articles"]

    def prepare(self) -> None:
        """Whom the investigation named, none of them chosen beforehand: a charge is signed as it is sent."""
        super().prepare()
        found = selectors.named(self.record)
        if not found:
            del self.fields["accused"]
            self.fields["name"].required = self.fields["iin"].required = True
            return
        people = [(str(row.id), f"{row.name}, {row.articles}") for row in found]
        choose(self, "accused", [("", "—"), *people, (OTHER, gettext("Somebody else: name them below"))])
        self.fields["accused"].required, self.fields["articles"].required = True, False
        self.fields["articles"].help_text = gettext("Left empty: those that the investigation named.")
        for name in ("name", "iin"):
            self.fields[name].help_text = gettext("Only of somebody else than those named.")

    def charged(self) -> services.Charged:
        """Who it is."""
        values = self.cleaned_data
        chosen = values.get("accused") or OTHER
        named = None if chosen == OTHER else UUID(chosen)
        return services.Charged(values["name"], values["iin"], values["articles"], named)


class DropForm(WrittenForm):
    """Whose prosecution is dropped; the day of death where that is why."""

    accused = forms.ChoiceField(label=_("Person"))
    died_on = DateField(label=_("Died on"), required=False, help_text=_("Only where the person has died."))
    death_paper = PaperField(required=False, help_text=_("Only where the person has died."))
    death_paper_on = DateField(label=_("Day of that paper"), required=False)
    field_order = ["accused", "died_on", "death_paper", "death_paper_on"]

    def prepare(self) -> None:
        """Everybody named or charged."""
        super().prepare()
        people = selectors.undecided(self.record)
        choose(self, "accused", [(str(row.id), f"{row.name}, {row.articles}") for row in people])


class TransferForm(WrittenForm):
    """The number the court gave."""

    number = forms.CharField(label=_("Number of the case in court"), max_length=60)
    field_order = ["number"]


class AssignForm(StepForm):
    """Who goes to court."""

    officer = forms.ChoiceField(label=_("Officer"))

    def prepare(self) -> None:
        """Officers of the office that keeps the card."""
        found = selectors.officers(self.record.office_id, self.request.on)
        choose(self, "officer", [(str(held.id), named(held)) for held in found])


class ConflictForm(StepForm):
    """Why one takes no part."""

    reason = long_text(_("Why"), rows=3)


def clearing() -> forms.BooleanField:
    """Whether what is asked of the court ends the case or clears somebody who has died."""
    label = _("It asks to end the case or to clear the name of somebody who has died")
    return forms.BooleanField(label=label, required=False)


def offer_clearing(form: StepForm) -> None:
    """Leave that question out where nobody before the court has died."""
    if not selectors.before_court(form.record)[1]:
        del form.fields["clears"]


class PositionForm(StepForm):
    """The prosecutor's position."""

    position = long_text(_("Position of the prosecutor"), rows=6)
    clears = clearing()

    def prepare(self) -> None:
        """Clearing a name is asked about where somebody has died only."""
        offer_clearing(self)


class AppealForm(WrittenForm):
    """An appeal to the next instance."""

    clears = clearing()

    def prepare(self) -> None:
        """Clearing a name is asked about where somebody has died only."""
        super().prepare()
        offer_clearing(self)


class DiedForm(StepForm):
    """Who prosecuted here has died, and when."""

    accused = forms.ChoiceField(label=_("Person"))
    died_on = DateField(label=_("Died on"))
    death_paper = PaperField()
    death_paper_on = DateField(label=_("Day of that paper"))

    def prepare(self) -> None:
        """Everybody whose death is not written down yet."""
        found = selectors.living(self.record)
        choose(self, "accused", [(str(row.id), f"{row.name}, {row.articles}") for row in found])


class LivesForm(StepForm):
    """Whose death was written down by mistake, and what the mistake was."""

    accused = forms.ChoiceField(label=_("Person"))
    why = long_text(_("What the mistake was, and how it is known"), rows=3)

    def prepare(self) -> None:
        """Everybody whose death is written down here."""
        found = selectors.noted_dead(self.record)
        choose(self, "accused", [(str(row.id), f"{row.name}, {row.articles}") for row in found])


class HearingForm(StepForm):
    """When and where the court sits."""

    starts_at = MomentField(label=_("Day and hour"), input_formats=TO_THE_MINUTE)
    room = forms.CharField(label=_("Room"), max_length=100, required=False)
    instance = forms.ChoiceField(label=_("Instance"), choices=Instance.choices)

    def prepare(self) -> None:
        """The instance the case is before."""
        self.initial.setdefault("instance", getattr(self.record, "instance", Instance.CASSATION))

    def sitting(self) -> services.Sitting:
        """What was entered."""
        values = self.cleaned_data
        return services.Sitting(values["starts_at"], values["room"], values["instance"])


class EndForm(StepForm):
    """What became of the hearing."""

    status = forms.ChoiceField(
        label=_("What became of the hearing"),
        choices=[row for row in HearingStatus.choices if row[0] != HearingStatus.PLANNED],
    )
    outcome = long_text(_("What happened"), rows=4)
    again_at = MomentField(
        label=_("Goes on at"), required=False, input_formats=TO_THE_MINUTE, help_text=_("If it is known.")
    )
    field_of = {"starts_at": "again_at"}


class DecidedForm(StepForm):
    """What the court decided."""

    outcome = forms.ChoiceField(label=_("What the prosecutor asked was"), choices=CourtOutcome.choices)
    decided_on = DateField(label=_("Decided on"))
    in_force_on = DateField(label=_("In force since"), required=False)
    summary = long_text(_("What was decided"), rows=5)

    def decided(self, verdicts: dict[UUID, services.Said] | None = None) -> services.Decided:
        """What was entered."""
        values = self.cleaned_data
        return services.Decided(
            values["outcome"], values["decided_on"], values["summary"], values["in_force_on"], verdicts or {}
        )


class VerdictForm(DecidedForm):
    """The decision with the verdict on everybody prosecuted."""

    def prepare(self) -> None:
        """Two fields a person before the court."""
        criminal = self.record.kind == CaseKind.CRIMINAL
        self.people, died = selectors.before_court(self.record) if criminal else ([], frozenset())
        for row in self.people:
            known = OF_THE_DEAD if row.id in died else VerdictKind
            self.fields[f"verdict_{row.id}"] = forms.ChoiceField(
                label=f"{row.name}: {gettext('verdict')}", choices=[(one.value, one.label) for one in known]
            )
            self.fields[f"sentence_{row.id}"] = forms.CharField(
                label=f"{row.name}: {gettext('sentence')}", max_length=500, required=False
            )

    def verdicts(self) -> dict[UUID, services.Said]:
        """What the court said of each."""
        values = self.cleaned_data
        return {
            row.id: services.Said(values[f"verdict_{row.id}"], values[f"sentence_{row.id}"])
            for row in self.people
        }


class OutcomeForm(DecidedForm):
    """The decision on a protest or petition, and of which instance."""

    instance = forms.ChoiceField(label=_("Instance"), choices=Instance.choices, initial=Instance.CASSATION)
    field_order = ["instance"]


class ReceiveForm(StepForm):
    """What came, when."""

    received_on = DateField(label=_("Received on"))
    volumes = forms.IntegerField(label=_("Volumes"), min_value=1, max_value=MOST_VOLUMES)


class ReturnForm(StepForm):
    """When the case went back."""

    returned_on = DateField(label=_("Sent back on"))


class StudyForm(StepForm):
    """What the study found."""

    findings = long_text(_("What the study found"), rows=8)
    unlawful = forms.BooleanField(label=_("The act breaks the law"), required=False)
