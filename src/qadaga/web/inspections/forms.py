"""Forms of the steps on an inspection."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qadaga.matters.choices import ServingWay
from qadaga.organisation.limits.selectors import figures
from qadaga.supervision.inspections import services
from qadaga.supervision.inspections.choices import (
    InspectionOutcome,
    PauseGround,
    Secrecy,
)
from qadaga.web.components import Text
from qadaga.web.forms import DateField, MomentField, choose
from qadaga.web.inspections.hours import pairs, spent
from qadaga.web.matters.forms.work import ReasonForm
from qadaga.web.steps import StepForm, Words


def line(label: Words, *, most: int = 300, required: bool = True, help_text: Words = "") -> forms.CharField:
    """A field of one line."""
    return forms.CharField(label=label, max_length=most, required=required, help_text=help_text)


NEXT_LINES = range(2, 6)
OF_A_LINE = ("what", "pages", "original")


class SecrecyForm(ReasonForm):
    """Which secret the inspection holds."""

    secrecy = forms.ChoiceField(label=_("Secrecy mark"), choices=Secrecy.choices)
    state_secret = forms.BooleanField(label=_("It holds state secrets"), required=False)
    field_order = ["secrecy", "state_secret", "reason"]

    def prepare(self) -> None:
        """Begin with the mark it has."""
        self.initial.setdefault("secrecy", self.record.secrecy)


class NotifyForm(StepForm):
    """How the inspected was told."""

    way = forms.ChoiceField(label=_("Way"), choices=ServingWay.choices)
    told_on = DateField(label=_("Told on"))
    recipient = line(_("Who took it"))
    proof = line(_("The reference of the receipt"), most=200)

    def notice(self) -> services.Notice:
        """What was entered."""
        values = self.cleaned_data
        return services.Notice(values["way"], values["told_on"], values["recipient"], values["proof"])


class VisitForm(StepForm):
    """When they came and left; beside it stand the limits in force and what is spent of them."""

    beside = "inspections/_hours.html"

    place = line(_("Where"))
    came_at = MomentField(label=_("Came at"))
    left_at = MomentField(label=_("Left at"))

    def limits(self) -> list[tuple[Text, Text]]:
        """Each limit as a link, and how much of it is spent today and in all."""
        on = self.request.on
        return pairs(spent(self.record.visits.all(), on, figures(on)))


class TakeForm(StepForm):
    """Lines of the inventory received together: one at least, the next ones as far as they are named."""

    what = line(_("What"))
    pages = forms.IntegerField(label=_("Pages"), min_value=1, max_value=100_000)
    original = forms.BooleanField(label=_("It is an original"), required=False)
    from_whom = line(_("From whom"))
    taken_at = MomentField(label=_("Received at"))
    kept_where = line(_("Where it is kept"), help_text=_("A safe, a room, a cabinet."))
    return_by = DateField(label=_("To return by"))
    obstructs = forms.BooleanField(label=_("Without it the inspected cannot work"), required=False)
    state_secret = forms.BooleanField(label=_("It holds state secrets"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        numbers = {"no": 0}
        for numbers["no"] in NEXT_LINES:
            no = numbers["no"]
            self.fields[f"what_{no}"] = line(gettext("Document %(no)s") % numbers, required=False)
            self.fields[f"pages_{no}"] = forms.IntegerField(
                label=gettext("Pages of document %(no)s") % numbers,
                min_value=1,
                max_value=100_000,
                required=False,
            )
            self.fields[f"original_{no}"] = forms.BooleanField(
                label=gettext("Document %(no)s is an original") % numbers, required=False
            )

    def taken(self) -> list[services.Taken]:
        """What was entered: a line is there where it is named or its pages are."""
        values = self.cleaned_data
        names = [name for name in services.Taken.__dataclass_fields__ if name not in OF_A_LINE]
        common = {name: values[name] for name in names}
        numbers = [no for no in NEXT_LINES if values[f"what_{no}"] or values[f"pages_{no}"]]
        ends = ["", *(f"_{no}" for no in numbers)]
        return [
            services.Taken(
                what=values[f"what{end}"],
                pages=values[f"pages{end}"] or 0,
                original=values[f"original{end}"],
                **common,
            )
            for end in ends
        ]


class ReturnForm(StepForm):
    """Which lines went back, to whom, against which receipt."""

    documents = forms.MultipleChoiceField(label=_("Documents"), widget=forms.CheckboxSelectMultiple)
    returned_at = MomentField(label=_("Returned at"))
    to = line(_("To whom"))
    receipt = line(_("Receipt"), most=200, help_text=_("Its number and date."))

    def prepare(self) -> None:
        """What is still here, all ticked."""
        rows = here(self.record)
        choose(self, "documents", rows)
        self.initial.setdefault("documents", [key for key, _label in rows])

    def returned(self) -> services.Returned:
        """What was entered."""
        values = self.cleaned_data
        return services.Returned(values["returned_at"], values["to"], values["receipt"])


class KeepForm(ReasonForm):
    """Which line is not returned."""

    document = forms.ChoiceField(label=_("Document"))
    field_order = ["document", "reason"]
    field_of = {"documents": "document"}

    def prepare(self) -> None:
        """What is still here."""
        choose(self, "document", here(self.record))


def here(inspection: object) -> list[tuple[str, str]]:
    """The lines of the inventory that are neither returned nor kept for a reason."""
    rows = inspection.documents.filter(returned_at__isnull=True, kept_on__isnull=True)  # type: ignore[attr-defined]  # an Inspection
    return [(str(row.id), str(row)) for row in rows.order_by("no")]


class OfficersForm(ReasonForm):
    """Officers of which body are called in, and why."""

    organisation = line(_("Body"))
    names = line(_("Officers"), most=500)
    field_order = ["organisation", "names", "reason"]


class ResumeForm(ReasonForm):
    """Why it goes on, how the inspected was told."""

    told_how = line(
        _("How the inspected was told"), most=200, help_text=_("The way and the reference of the receipt.")
    )

    def told(self) -> services.Told:
        """What was entered."""
        return services.Told(self.cleaned_data["reason"], self.cleaned_data["told_how"])


class SuspendForm(ResumeForm):
    """What is awaited."""

    ground = forms.ChoiceField(label=_("Ground"), choices=PauseGround.choices)
    field_order = ["ground", "reason", "told_how"]


class FinishForm(StepForm):
    """What the inspection ended with."""

    outcome = forms.ChoiceField(label=_("Outcome"), choices=InspectionOutcome.choices)


class ComplaintForm(StepForm):
    """The number of the appeal as which the complaint was registered."""

    number = line(_("Number of the appeal"), most=60)

    def row_number(self) -> str:
        """The number without needless spaces."""
        return " ".join(str(self.cleaned_data["number"]).split())


def key(value: object) -> UUID:
    """The key chosen from a list."""
    return UUID(str(value))
