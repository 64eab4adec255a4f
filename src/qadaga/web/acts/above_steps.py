"""Steps of an office above on a lower one's act, request or inspection, and of the lower one (L.1.2)."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.acts.above import services
from qadaga.acts.above.choices import (
    CANCEL,
    CHANGE,
    NOTE,
    POWERS,
    RESUME,
    SUSPEND,
    TAKE_OVER,
    TELL,
    AboveKind,
)
from qadaga.acts.above.models import Decision
from qadaga.acts.choices import Language, SuspensionScope
from qadaga.common import clock
from qadaga.law.coverage import implements
from qadaga.matters.choices import ServingWay
from qadaga.matters.gather import Gathered
from qadaga.web.cards.sections import Section, section, who
from qadaga.web.components import Text, badge, date_text, lines, link
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import ReasonForm, long_text
from qadaga.web.rulings import grounds_of, power_title
from qadaga.web.steps import Step, StepForm
from qadaga.web.views import StaffRequest


class GroundForm(StepForm):
    """On which ground and why the office above steps in."""

    power = TAKE_OVER
    names: tuple[str, ...] = ("ground", "reasons")

    ground = forms.ChoiceField(label=gettext_lazy("Ground"))
    reasons = long_text(gettext_lazy("Reasons"), rows=5)

    def prepare(self) -> None:
        """The grounds of the power."""
        choose(self, "ground", grounds_of(self.power))

    def decided(self) -> services.Decided:
        """What was entered."""
        return services.Decided(**{name: self.cleaned_data[name] for name in self.names})


class CancelForm(GroundForm):
    """What the resolution that cancels says."""

    power = CANCEL
    names = (*GroundForm.names, "norm", "language")

    norm = forms.CharField(
        label=gettext_lazy("Norm"),
        max_length=500,
        help_text=gettext_lazy("The norm that the lower office's paper breaks, or that it lacks."),
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of the paper"), choices=Language.choices)


class SuspendLowerForm(CancelForm):
    """The same, with how far."""

    power = SUSPEND
    names = (*CancelForm.names, "scope", "part")

    scope = forms.ChoiceField(
        label=gettext_lazy("How far"),
        choices=SuspensionScope.choices,
        widget=forms.RadioSelect,
        initial="whole",
    )
    part = long_text(gettext_lazy("Which part, if in part"), required=False, rows=3)
    field_order = ["ground", "reasons", "norm", "scope", "part", "language"]


class ChangeLowerForm(SuspendLowerForm):
    """The same, with the new wording."""

    power = CHANGE
    names = (*SuspendLowerForm.names, "wording", "until")

    wording = long_text(
        gettext_lazy("New wording"),
        rows=6,
        help_text=gettext_lazy("What is to be read from now on; what was signed stays on record."),
    )
    until = DateField(
        label=gettext_lazy("Another last day of its term"),
        required=False,
        help_text=gettext_lazy(
            "Only where the term changes too: a later day, not further than its norm lets it go. The "
            "period of an inspection may be cut short as well."
        ),
    )
    field_order = ["ground", "reasons", "norm", "scope", "part", "wording", "until", "language"]


class TellAboveForm(StepForm):
    """When and how the addressee was told."""

    told_on = DateField(label=gettext_lazy("Told on"))
    way = forms.ChoiceField(label=gettext_lazy("Way"), choices=ServingWay.choices)

    def prepare(self) -> None:
        """Mostly it is today."""
        self.initial.setdefault("told_on", self.request.on)


class NoteForm(StepForm):
    """Nothing to enter: the button says that the office knows."""


def _suspend(record: Any, form: SuspendLowerForm, request: StaffRequest) -> None:
    services.suspend(**_on(record, form, request), decided=form.decided())


def _resume(record: Any, form: ReasonForm, request: StaffRequest) -> None:
    services.resume(**_on(record, form, request), reasons=form.cleaned_data["reason"])


def _change(record: Any, form: ChangeLowerForm, request: StaffRequest) -> None:
    services.change(**_on(record, form, request), decided=form.decided())


def _cancel(record: Any, form: CancelForm, request: StaffRequest) -> None:
    services.cancel(**_on(record, form, request), decided=form.decided())


def _take_over(record: Any, form: GroundForm, request: StaffRequest) -> None:
    services.take_over(**_on(record, form, request), decided=form.decided())


def _note(record: Any, form: NoteForm, request: StaffRequest) -> None:
    services.note(**_on(record, form, request))


def _tell(record: Any, form: TellAboveForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.tell(**_on(record, form, request), told_on=values["told_on"], way=values["way"])


def _on(record: Any, form: StepForm, request: StaffRequest) -> dict[str, Any]:
    about = {"kind": record._meta.model_name, "record_id": record.id, "version": form.expected}
    return {**about, "by": request.actor, "on": request.on}


def _suspended(parts: Gathered) -> bool:
    return any(row.kind == AboveKind.SUSPEND and row.ended_on is None for row in parts["above"])


ABOVE_STEPS: dict[str, Step[Any]] = {
    "suspend-lower": Step(
        SUSPEND,
        SuspendLowerForm,
        _suspend,
        text=gettext_lazy(
            "By a resolution, until your office decides; wholly suspended, its term stands still."
        ),
        needs=lambda parts: not _suspended(parts),
    ),
    "resume-lower": Step(
        RESUME,
        ReasonForm,
        _resume,
        text=gettext_lazy("It goes on as before; the rest of its term runs."),
        needs=_suspended,
    ),
    "change-lower": Step(
        CHANGE,
        ChangeLowerForm,
        _change,
        text=gettext_lazy("A new wording by your resolution; a suspension ends with it."),
    ),
    "cancel-lower": Step(
        CANCEL,
        CancelForm,
        _cancel,
        text=gettext_lazy("It stays on record, and nothing more is done with it. This cannot be undone."),
    ),
    "note-above": Step(
        NOTE, NoteForm, _note, needs=lambda parts: any(row.noted_on is None for row in parts["above"])
    ),
    "tell-above": Step(
        TELL,
        TellAboveForm,
        _tell,
        needs=lambda parts: any(row.to_tell and row.told_on is None for row in parts["above"]),
    ),
}
TAKE_OVER_STEP: Step[Any] = Step(
    TAKE_OVER,
    GroundForm,
    _take_over,
    text=gettext_lazy("Your office carries it on, in your name; the lower office reads on."),
)


@implements("L.1.2")
def above_section(parts: Gathered, address: str) -> Section:
    """What the office above decided; `address` names the page of a resolution."""
    papers = {row.decision_id: row for row in parts["above_papers"]}
    rows = [_row(parts, row, papers.get(row.id), address) for row in parts["above"]]
    columns = [_("What"), _("When and who"), _("Why"), _("The lower office"), _("The addressee")]
    return section("above", _("Decisions of the office above"), columns, rows, "")


def _row(parts: Gathered, row: Decision, paper: Any, address: str) -> tuple[Text, ...]:
    what: list[Text] = [power_title(POWERS[AboveKind(row.kind)])]
    what += [_("In part: %(part)s") % {"part": row.part}] if row.part else []
    what += [row.wording] if row.wording else []
    what += [_("Term until %(day)s") % {"day": date_text(row.until)}] if row.until else []
    if paper is not None:
        what.append(link(reverse(address, args=[row.subject_id, paper.id]), paper.number_text))
    if row.ended_on is not None:
        what.append(_("Suspended until %(day)s") % {"day": date_text(row.ended_on)})
    hour = clock.local(row.decided_at).strftime("%d.%m.%Y %H:%M")
    noted = date_text(row.noted_on) if row.noted_on else badge(_("Has not noted it yet"), "warning")
    return lines(*what), lines(hour, who(parts, row.by_id)), row.reasons, noted, _told(row)


def _told(row: Decision) -> Text:
    if not row.to_tell:
        return _("Had not received it")
    if row.told_on is None:
        return badge(_("Not told yet"), "warning")
    return f"{date_text(row.told_on)}, {row.get_told_way_display()}"
