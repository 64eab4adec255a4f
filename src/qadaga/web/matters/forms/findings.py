"""What was violated, whose rights were restored, who was held liable (L.1.3, O.6.2)."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.matters import services
from qadaga.matters.bodies.selectors import officials_of
from qadaga.matters.choices import (
    Finding,
    LiabilityKind,
    ProtectedKind,
    ProtectedSource,
    ProtectedStatus,
    RightHurt,
    RightsHolder,
    ViolatorKind,
)
from qadaga.web.bodies import BodyForm, bodies_of
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.steps import StepForm


class ViolationForm(BodyForm):
    """The norm violated, what was done, by whom, whose rights were hurt."""

    norm = forms.CharField(
        label=_("Norm violated"), max_length=500, help_text=_("The act, its article and paragraph.")
    )
    what = long_text(_("What was done or left undone"), rows=5)
    committed_on = DateField(label=_("Since when, if known"), required=False)
    violator_kind = forms.ChoiceField(label=_("Who broke the norm"), choices=ViolatorKind.choices)
    violator_name = forms.CharField(label=_("Name of the official or person"), required=False, max_length=300)
    rights_of = forms.ChoiceField(label=_("Whose rights were hurt"), choices=RightsHolder.choices)
    rights_holder = forms.CharField(label=_("Who that is, if named"), required=False, max_length=300)
    causes = forms.ChoiceField(label=_("Causes and conditions"), choices=Finding.choices)
    causes_text = long_text(_("Which causes and conditions"), required=False, rows=3)
    consequences = forms.ChoiceField(label=_("Consequences"), choices=Finding.choices)
    consequences_text = long_text(_("Which consequences"), required=False, rows=3)
    field_order = [
        "norm", "what", "committed_on", "violator_kind", "violator_name",
        "known_body", "body_bin", "body_name_ru", "body_name_kk", "body_kind",
    ]  # fmt: skip
    body_needed = False
    field_of = {**BodyForm.field_of, "violator_name": "violator_name"}

    def prepare(self) -> None:
        """Offer the bodies of the matter."""
        self.offer(bodies_of(self.record))

    def violated(self) -> services.Violated:
        """What was entered."""
        names = (
            "norm",
            "what",
            "committed_on",
            "violator_kind",
            "violator_name",
            "rights_of",
            "rights_holder",
        )
        found = ("causes", "causes_text", "consequences", "consequences_text")
        values = {name: self.cleaned_data[name] for name in (*names, *found)}
        return services.Violated(**values, violator_body=self.body())


_VIOLATED = (
    "norm",
    "what",
    "committed_on",
    "violator_kind",
    "violator_name",
    "rights_of",
    "rights_holder",
    "causes",
    "causes_text",
    "consequences",
    "consequences_text",
)


class _OfViolation(StepForm):
    """A row that may belong to one of the matter's violations."""

    violation = forms.ChoiceField(label=_("In which violation"), required=False)
    field_of = {"violation_id": "violation"}

    def prepare(self) -> None:
        """The violations on record."""
        rows = [(str(row.id), row.norm) for row in self.record.violations.order_by("id")]
        choose(self, "violation", [("", _("The matter as a whole")), *rows])

    def violation_id(self) -> UUID | None:
        """The chosen violation."""
        chosen = self.cleaned_data["violation"]
        return UUID(chosen) if chosen else None


class ProtectedForm(_OfViolation):
    """Whose rights were restored, how, when; whether they were told."""

    kind = forms.ChoiceField(label=_("Who"), choices=ProtectedKind.choices)
    name = forms.CharField(label=_("Name, or what the group is"), max_length=300)
    iin = forms.CharField(label=_("IIN, if known"), required=False, max_length=20)
    count = forms.IntegerField(label=_("How many"), initial=1, min_value=1)
    right = forms.ChoiceField(label=_("Which right was hurt"), choices=RightHurt.choices)
    source = forms.ChoiceField(label=_("Where it came to light"), choices=ProtectedSource.choices)
    restored = long_text(
        _("What was restored"),
        required=False,
        rows=3,
        help_text=_("Leave empty while nothing is restored yet."),
    )
    restored_on = DateField(label=_("When"), required=False)
    told_on = DateField(label=_("Told on"), required=False)
    told_how = forms.CharField(label=_("Told how"), required=False, max_length=200)

    def protected(self) -> services.Protected:
        """What was entered."""
        values = {name: self.cleaned_data[name] for name in _PROTECTED}
        return services.Protected(**values, violation_id=self.violation_id())


_PROTECTED = (
    "kind",
    "name",
    "iin",
    "count",
    "restored",
    "restored_on",
    "told_on",
    "told_how",
    "right",
    "source",
)


class RaisedForm(_OfViolation):
    """Liability raised against someone."""

    kind = forms.ChoiceField(label=_("Kind of liability"), choices=LiabilityKind.choices)
    against_kind = forms.ChoiceField(label=_("Against whom"), choices=ViolatorKind.choices)
    against = forms.CharField(label=_("Name"), max_length=300)
    iin = forms.CharField(label=_("IIN, if known"), required=False, max_length=20)
    post = forms.CharField(label=_("Post"), required=False, max_length=300)
    raised_on = DateField(label=_("Raised on"))

    def raised(self) -> services.Raised:
        """What was entered."""
        names = ("kind", "against_kind", "against", "iin", "post", "raised_on")
        values = {name: self.cleaned_data[name] for name in names}
        return services.Raised(**values, violation_id=self.violation_id())


class _OfRow(StepForm):
    """A step on one of the rows of the matter; `rows` gives them with their labels."""

    row = forms.ChoiceField(label=_("Which"))
    field_order = ["row"]

    def prepare(self) -> None:
        """The rows that still wait for this step."""
        choose(self, "row", self.rows())

    def rows(self) -> list[tuple[str, Any]]:
        """Keys and labels."""
        return []

    def row_id(self) -> UUID:
        """The chosen row."""
        return UUID(self.cleaned_data["row"])


class ImposedForm(_OfRow):
    """What was imposed on whom liability had been raised against."""

    imposed = forms.CharField(label=_("What was imposed"), max_length=300)
    imposed_on = DateField(label=_("Imposed on"))

    def rows(self) -> list[tuple[str, Any]]:
        """Liability raised and not yet imposed."""
        waiting = self.record.liabilities.filter(imposed_on=None).order_by("id")
        return [(str(row.id), f"{row.against}: {row.get_kind_display()}") for row in waiting]


class ToldForm(_OfRow):
    """That a protected person was told."""

    told_on = DateField(label=_("Told on"))
    told_how = forms.CharField(label=_("Told how"), max_length=200)

    def rows(self) -> list[tuple[str, Any]]:
        """People protected and not yet told."""
        waiting = self.record.protected.filter(status=ProtectedStatus.RESTORED).order_by("id")
        return [(str(row.id), row.name) for row in waiting]


class OfficialForm(_OfRow):
    """Which official broke the norm."""

    official = forms.ChoiceField(
        label=_("Official"), help_text=_("Officials are entered on the card of the body.")
    )

    def prepare(self) -> None:
        """Violations of which it is not said yet, officials of the bodies that broke them."""
        super().prepare()
        held = officials_of(self.record.violations.values("violator_body"), self.record.holder_id)
        choose(self, "official", [(str(row.id), f"{row.post}, {row.name}") for row in held])

    def rows(self) -> list[tuple[str, Any]]:
        """Violations by a body, whose official is not named."""
        left = self.record.violations.filter(official=None, violator_body__isnull=False).order_by("id")
        return [(str(row.id), row.norm) for row in left]
