"""Specialists of an inspection: called in, their conclusions, what goes on without, what findings rest on."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.matters.gather import Gathered
from qadaga.supervision.inspections import services
from qadaga.supervision.inspections.models import Inspection
from qadaga.web.acts.forms import FILE_HELP
from qadaga.web.cards.sections import Section, section, who
from qadaga.web.components import Text, badge, date_text, lines, link
from qadaga.web.forms import DateField, choose
from qadaga.web.inspections.forms import key, line
from qadaga.web.matters.forms.work import ReasonForm, long_text
from qadaga.web.steps import Step, StepForm
from qadaga.web.views import StaffRequest


class SpecialistForm(StepForm):
    """Who is called in and what for."""

    name = line(gettext_lazy("Name"), most=200)
    organisation = line(gettext_lazy("Organisation"))
    task = long_text(gettext_lazy("What for"), rows=4)
    interested = forms.BooleanField(
        label=gettext_lazy("The specialist has an interest of their own"), required=False
    )

    def engaged(self) -> services.Engaged:
        """What was entered."""
        names = services.Engaged.__dataclass_fields__
        return services.Engaged(**{name: self.cleaned_data[name] for name in names})


class ConclusionForm(StepForm):
    """The conclusion of a specialist, as a file."""

    specialist = forms.ChoiceField(label=gettext_lazy("Specialist"))
    concluded_on = DateField(label=gettext_lazy("Day of the conclusion"))
    file = forms.FileField(label=gettext_lazy("File"), help_text=FILE_HELP)
    field_of = {"specialist_id": "specialist"}

    def prepare(self) -> None:
        """Specialists who have not concluded."""
        rows = self.record.specialists.filter(concluded_on__isnull=True).order_by("id")
        choose(self, "specialist", [(str(row.id), row.name) for row in rows])


class WaiveForm(ReasonForm):
    """Whose conclusion is not waited for, and why."""

    specialist = forms.ChoiceField(label=gettext_lazy("Specialist"))
    field_order = ["specialist", "reason"]
    field_of = {"specialist_id": "specialist"}

    def prepare(self) -> None:
        """Specialists whose conclusion is awaited."""
        rows = self.record.specialists.filter(concluded_on__isnull=True, waived_on__isnull=True)
        choose(self, "specialist", [(str(row.id), row.name) for row in rows.order_by("id")])


class FindingsForm(StepForm):
    """What was established, and on whose conclusions it rests."""

    findings = long_text(gettext_lazy("What was established"), rows=10)
    rests_on = forms.MultipleChoiceField(
        label=gettext_lazy("Conclusions it rests on"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Those that came. What is not ticked is set aside."),
    )

    def prepare(self) -> None:
        """Begin with what was written before; the conclusions that came are ticked."""
        self.initial.setdefault("findings", self.record.findings or "")
        rows = list(self.record.specialists.filter(concluded_on__isnull=False).order_by("id"))
        if not rows:
            del self.fields["rests_on"]
            return
        choose(self, "rests_on", [(str(row.id), f"{row.name}, {row.organisation}") for row in rows])
        self.initial.setdefault("rests_on", [str(row.id) for row in rows if row.relied is not False])


def _adding(row: Inspection, request: StaffRequest) -> dict[str, Any]:
    return {"inspection_id": row.id, "by": request.actor, "on": request.on}


def _specialist(row: Inspection, form: SpecialistForm, request: StaffRequest) -> None:
    services.involve_specialist(**_adding(row, request), engaged=form.engaged())


def _conclusion(row: Inspection, form: ConclusionForm, request: StaffRequest) -> None:
    values, file = form.cleaned_data, form.stored()
    assert file is not None  # a required field
    services.record_conclusion(
        **_adding(row, request),
        specialist_id=key(values["specialist"]),
        concluded_on=values["concluded_on"],
        file=file,
    )


def _waive(row: Inspection, form: WaiveForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.waive_conclusion(
        **_adding(row, request), specialist_id=key(values["specialist"]), reason=values["reason"]
    )


def _findings(row: Inspection, form: FindingsForm, request: StaffRequest) -> None:
    chosen = [key(one) for one in form.cleaned_data.get("rests_on", ())]
    services.record_findings(
        inspection_id=row.id, findings=form.cleaned_data["findings"], rests_on=chosen, **form.stamp
    )


SPECIALIST_STEPS: dict[str, Step[Inspection]] = {
    "specialist": Step("inspection.involve_specialist", SpecialistForm, _specialist),
    "conclusion": Step(
        "inspection.record_conclusion",
        ConclusionForm,
        _conclusion,
        needs=lambda parts: any(row.concluded_on is None for row in parts["specialists"]),
    ),
    "waive": Step(
        "inspection.waive_conclusion",
        WaiveForm,
        _waive,
        text=gettext_lazy("The inspection ends without this conclusion; the findings say so and why."),
        needs=lambda parts: any(row.awaited for row in parts["specialists"]),
    ),
    "findings": Step("inspection.findings", FindingsForm, _findings),
}


def specialists_section(inspection: Inspection, parts: Gathered) -> Section:
    """Who was called in, what for, the conclusion, and whether the findings rest on it."""
    rows = [
        (
            lines(row.name, row.organisation),
            row.task,
            date_text(row.engaged_on),
            _said(inspection, parts, row),
        )
        for row in parts["specialists"]
    ]
    columns = [_("Who"), _("What for"), _("Called in"), _("The conclusion")]
    return section("specialists", _("Specialists"), columns, rows, "")


def _said(inspection: Inspection, parts: Gathered, row: Any) -> Text:
    if row.concluded_on is not None:
        address = reverse("inspections:conclusion", args=[inspection.id, row.conclusion_id])
        return lines(link(address, date_text(row.concluded_on)), _relied(inspection, row))
    if row.waived_on is not None:
        word = badge(_("Not waited for"), "neutral")
        return lines(word, f"{who(parts, row.waived_by_id)}, {date_text(row.waived_on)}", row.waived_why)
    return badge(_("Awaited"), "warning")


def _relied(inspection: Inspection, row: Any) -> str:
    if row.relied is None:
        if not inspection.findings_on:
            return ""
        late = row.concluded_on > inspection.findings_on
        return _("came after the findings") if late else _("the findings do not say whether they rest on it")
    return _("the findings rest on it") if row.relied else _("set aside by the findings")
