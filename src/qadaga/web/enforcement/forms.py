"""Forms of bailiffs and writs as they are entered."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qadaga.authority.actor import Actor
from qadaga.common.money import Money
from qadaga.matters.choices import BodyKind
from qadaga.supervision.enforcement import selectors, services
from qadaga.supervision.enforcement.choices import BailiffKind, EndedAs, Issuer, Party
from qadaga.web.bodies import BodyForm
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.names import language
from qadaga.web.orders.people import named
from qadaga.web.places import offer_places
from qadaga.web.steps import StepForm


def matters_of(office_id: UUID, reader: Actor) -> list[tuple[str, str]]:
    """Matters of the direction as a choice."""
    rows = selectors.matters_for(office_id, reader)
    return [(str(row.id), f"{row.number_text} {row.title}") for row in rows]


class BailiffForm(BodyForm):
    """A bailiff: a private one with the licence, a state one with the department."""

    kind = forms.ChoiceField(label=_("Kind"), choices=BailiffKind.choices)
    name = forms.CharField(label=_("Name"), max_length=300)
    licence = forms.CharField(
        label=_("Licence number"), max_length=60, required=False, help_text=_("Of a private bailiff.")
    )
    licence_on = DateField(label=_("Licence given on"), required=False)
    kato = forms.ChoiceField(label=_("Territory (KATO)"))
    address = forms.CharField(label=_("Address of the place of work"), max_length=300)
    field_order = ["kind", "name", "licence", "licence_on", "kato", "address"]
    field_of = {**BodyForm.field_of, "body": "body_name_ru", "kind": "kind"}
    body_needed = False

    def prepare(self) -> None:
        """KATO units; what is there already."""
        del self.fields["known_body"], self.fields["body_kind"]
        offer_places(self, own=not self.record.version)
        self.fields["body_name_ru"].label = _("Department, in Russian")
        self.fields["body_name_kk"].label = _("Department, in Kazakh")
        self.fields["body_bin"].label = _("Its BIN")
        self.fields["body_name_ru"].help_text = gettext("Of a state bailiff.")
        if self.record.version:
            self._known()

    def _known(self) -> None:
        for name in ("kind", "name", "licence", "licence_on", "kato", "address"):
            self.initial.setdefault(name, getattr(self.record, name))
        if body := self.record.body:
            known = {"name_ru": body.name_ru, "name_kk": body.name_kk, "bin": body.bin}
            self.initial.update({f"body_{name}": value for name, value in known.items()})

    def entered(self) -> services.Licensed:
        """What was entered; a department counts for a state bailiff only."""
        values = self.cleaned_data
        values["body_kind"] = BodyKind.EXECUTIVE
        body = self.body() if values["kind"] == BailiffKind.STATE else None
        names = ("kind", "name", "licence", "licence_on", "kato", "address")
        return services.Licensed(body=body, **{name: values[name] for name in names})


class EndBailiffForm(StepForm):
    """Since when, and why."""

    ended_on = DateField(label=_("First day without work"))
    why = forms.CharField(label=_("Why"), max_length=300, help_text=_("Licence ended, dismissal, transfer."))


IIN_HELP = _("12 digits, of a person, if it is known.")


class WritForm(StepForm):
    """A writ as it is entered."""

    number = forms.CharField(label=_("Number of the writ"), max_length=100)
    issuer_kind = forms.ChoiceField(label=_("Issued by"), choices=Issuer.choices)
    issuer = forms.CharField(label=_("Who issued it"), max_length=300)
    issued_on = DateField(label=_("Issued on"))
    case_number = forms.CharField(label=_("Number of the proceedings"), max_length=100)
    opened_on = DateField(label=_("Proceedings opened on"))
    bailiff = forms.ChoiceField(label=_("Bailiff"))
    claimant_kind = forms.ChoiceField(label=_("Claimant is"), choices=Party.choices)
    claimant = forms.CharField(label=_("Claimant"), max_length=300)
    claimant_iin = forms.CharField(
        label=_("IIN of the claimant"), max_length=20, required=False, help_text=IIN_HELP
    )
    debtor_kind = forms.ChoiceField(label=_("Debtor is"), choices=Party.choices)
    debtor = forms.CharField(label=_("Debtor"), max_length=300)
    debtor_iin = forms.CharField(
        label=_("IIN of the debtor"), max_length=20, required=False, help_text=IIN_HELP
    )
    demand = long_text(_("What is demanded"), rows=3)
    sum = forms.CharField(
        label=_("Sum, tenge"),
        max_length=30,
        required=False,
        help_text=_("Leave empty where the writ demands no money."),
    )
    kato = forms.ChoiceField(label=_("Where it is executed (KATO)"))
    sphere = forms.ChoiceField(
        label=_("Sphere"), required=False, help_text=_("Only where a specialised office is competent.")
    )
    matter = forms.ChoiceField(
        label=_("Matter"), required=False, help_text=_("A matter of this direction, if there is one already.")
    )

    def prepare(self) -> None:
        """Bailiffs, KATO units, spheres, matters; what is there already."""
        record = self.record
        rows = selectors.bailiffs_for(record.office_id, record.region_id)
        choose(self, "bailiff", [(str(row.id), f"{row.name}, {row.get_kind_display()}") for row in rows])
        offer_places(self, own=not record.version)
        spheres = [(key, title.get(language())) for key, title in selectors.spheres()]
        choose(self, "sphere", [("", gettext("None: a territorial office")), *spheres])
        matters = matters_of(record.office_id, self.request.actor)
        choose(self, "matter", [("", gettext("None yet")), *matters])
        if record.version:
            self._known()

    def _known(self) -> None:
        record = self.record
        for name in self.fields:
            if hasattr(record, name) and name not in ("bailiff", "matter", "version"):
                self.initial.setdefault(name, getattr(record, name))
        self.initial.setdefault("sum", str(Money(record.tiyn)) if record.tiyn else "")
        self.initial.update(bailiff=str(record.bailiff_id), matter=str(record.matter_id or ""))
        choose(self, "bailiff", [(str(record.bailiff_id), record.bailiff.name)])

    def entered(self) -> services.Entered:
        """What was entered."""
        values: dict[str, Any] = dict(self.cleaned_data)
        names = (
            *("number", "issuer_kind", "issuer", "issued_on", "case_number", "opened_on", "claimant_kind"),
            *("claimant", "debtor_kind", "debtor", "demand", "kato", "sphere", "claimant_iin", "debtor_iin"),
        )
        return services.Entered(
            bailiff_id=UUID(values["bailiff"]),
            sum=Money.parse(values["sum"]) if values["sum"] else None,
            matter_id=UUID(values["matter"]) if values["matter"] else None,
            **{name: values[name] for name in names},
        )


class AssignForm(StepForm):
    """Which officer supervises the execution."""

    officer = forms.ChoiceField(label=_("Officer"))

    def prepare(self) -> None:
        """Officers of the office."""
        rows = selectors.officers(self.record.office_id, self.request.on)
        choose(self, "officer", [(str(held.id), named(held)) for held in rows])


class EndWritForm(StepForm):
    """When and how the execution ended."""

    ended_on = DateField(label=_("Execution over on"))
    ended_as = forms.ChoiceField(label=_("How it ended"), choices=EndedAs.choices)
