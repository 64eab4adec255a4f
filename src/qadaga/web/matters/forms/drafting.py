"""What is issued inside a matter: requests, notes of findings, drafts of acts."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.acts import services
from qadaga.acts.choices import Language
from qadaga.law import catalogue
from qadaga.web.acts.forms import days_field
from qadaga.web.bodies import BodyForm, bodies_of
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.names import language
from qadaga.web.steps import StepForm

READ_OUTSIDE = _("The body reads this in the letter: the circumstances and the norm, never who complained.")


class RequestForm(BodyForm):
    """A request for documents: of whom, on what ground, what for."""

    language = forms.ChoiceField(label=_("Language of the paper"), choices=Language.choices)
    ground = long_text(_("On what ground"), rows=2, help_text=READ_OUTSIDE)
    text = long_text(_("What is requested"), rows=6)
    days = days_field()
    field_order = ["known_body", "body_bin", "body_name_ru", "body_name_kk", "body_kind", "language"]

    def prepare(self) -> None:
        """Offer the bodies of the matter."""
        self.offer(bodies_of(self.record))

    def asked(self) -> services.Asked:
        """What was entered."""
        values, body = self.cleaned_data, self.body()
        assert body is not None  # the form refuses to go on without one
        return services.Asked(body, values["ground"], values["text"], values["language"], values["days"])


class FindingsForm(StepForm):
    """A note of findings."""

    language = forms.ChoiceField(label=_("Language of the paper"), choices=Language.choices)
    ground = long_text(_("On what ground"), rows=2)
    note = long_text(_("What was established"), rows=8)
    field_of = {"text": "note"}


def act_kinds() -> list[tuple[str, str]]:
    """Acts that a matter can lead to, in the page's language."""
    kinds = catalogue.load().act_kinds.values()
    return [(kind.id, kind.title.get(language())) for kind in kinds if kind.active and not kind.internal]


class DraftForm(BodyForm):
    """A new act: its kind, language, addressee, what it is about and its first text."""

    kind = forms.ChoiceField(label=_("Act"))
    language = forms.ChoiceField(label=_("Language of the act"), choices=Language.choices)
    violations = forms.MultipleChoiceField(
        label=_("Violations it is about"), required=False, widget=forms.CheckboxSelectMultiple
    )
    protested_title = forms.CharField(
        label=_("The unlawful act protested"),
        required=False,
        max_length=500,
        help_text=_("For a protest: the name of the act."),
    )
    protested_number = forms.CharField(label=_("Its number"), required=False, max_length=60)
    protested_adopted_on = DateField(label=_("Its date"), required=False)
    protested_is_law = forms.BooleanField(label=_("It is a law"), required=False)
    heading = forms.CharField(label=_("Heading"), max_length=300)
    facts = long_text(
        _("What was established"),
        required=False,
        rows=8,
        help_text=_("A part left empty begins with the template's text, made from the violations chosen."),
    )
    norms = long_text(_("Norms violated and norms relied on"), required=False, rows=4)
    demands = long_text(_("What is demanded"), required=False, rows=5)
    field_order = [
        "kind", "language", "known_body", "body_bin", "body_name_ru", "body_name_kk", "body_kind",
    ]  # fmt: skip
    field_of = {**BodyForm.field_of, "kind": "kind", "protested": "protested_title"}

    def prepare(self) -> None:
        """Kinds of the catalogue, bodies and violations of the matter."""
        self.offer(bodies_of(self.record))
        rows = [(str(row.id), row.norm) for row in self.record.violations.order_by("id")]
        choose(self, "kind", act_kinds())
        choose(self, "violations", rows)
        if not self.is_bound:
            self.initial["violations"] = [key for key, _label in rows]

    def draft(self) -> services.Draft:
        """What was entered."""
        values, body = self.cleaned_data, self.body()
        assert body is not None  # the form refuses to go on without one
        return services.Draft(
            kind=values["kind"],
            language=values["language"],
            addressee=body,
            wording=wording(values),
            violations=[UUID(chosen) for chosen in values["violations"]],
            protested=self._protested(body),
        )

    def clean(self) -> dict[str, Any]:
        """A protested act has its date."""
        values = super().clean()
        if values.get("protested_title") and not values.get("protested_adopted_on"):
            self.add_error("protested_adopted_on", _("Give the date of the act that is protested."))
        return values

    def _protested(self, issuer: Any) -> services.Protested | None:
        values = self.cleaned_data
        if not values["protested_title"]:
            return None
        return services.Protested(
            title=values["protested_title"],
            number=values["protested_number"],
            adopted_on=values["protested_adopted_on"],
            is_law=values["protested_is_law"],
            issuer=issuer,
        )


def wording(values: dict[str, Any]) -> services.Wording:
    """The text of an act from a form's values."""
    return services.Wording(values["heading"], values["facts"], values["norms"], values["demands"])
