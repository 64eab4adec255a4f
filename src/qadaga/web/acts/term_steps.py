"""Steps on the term that an addressee has for an act or a request: the same for both."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.acts import services
from qadaga.acts.models import TermChange
from qadaga.law import catalogue
from qadaga.law.terms import latest
from qadaga.matters import terms
from qadaga.matters.choices import ServingWay, TermState
from qadaga.matters.gather import Gathered
from qadaga.matters.models import Term
from qadaga.web.cards.sections import Section, section, who
from qadaga.web.components import badge, date_text
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import ReasonForm
from qadaga.web.steps import Step, StepForm
from qadaga.web.views import StaffRequest
from qadaga.workdays import selectors as workdays


class ProlongTermForm(ReasonForm):
    """Until which day, and why."""

    until = DateField(label=gettext_lazy("Until"))
    field_order = ["until", "reason"]
    kind = ""

    def prepare(self) -> None:
        """Say when the term ends now, and how far the norm lets it go."""
        term = terms.open_term(self.kind or self.record._meta.model_name, self.record.id)
        if term is not None:
            self.fields["until"].help_text = _reach(term)


class TellTermForm(StepForm):
    """When and how the addressee was told, and of what."""

    change = forms.ChoiceField(label=gettext_lazy("Told of"), widget=forms.RadioSelect)
    told_on = DateField(label=gettext_lazy("Told on"))
    way = forms.ChoiceField(label=gettext_lazy("Way"), choices=ServingWay.choices)

    def prepare(self) -> None:
        """The decisions that the addressee does not know of yet."""
        rows = self.record.term_changes.filter(told_on=None).order_by("id")
        choices = [(str(row.id), _what(row)) for row in rows]
        choose(self, "change", choices)
        if len(choices) == 1:
            self.initial.setdefault("change", choices[0][0])
        self.initial.setdefault("told_on", self.request.on)


def _prolong(record: Any, form: ProlongTermForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.prolong_term(**_on(record, form, request), until=values["until"], reason=values["reason"])


def _suspend(record: Any, form: ReasonForm, request: StaffRequest) -> None:
    services.suspend_term(**_on(record, form, request), reason=form.cleaned_data["reason"])


def _resume(record: Any, form: ReasonForm, request: StaffRequest) -> None:
    services.resume_term(**_on(record, form, request), reason=form.cleaned_data["reason"])


def _tell(record: Any, form: TellTermForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.tell_of_term(
        **_on(record, form, request),
        change_id=values["change"],
        told_on=values["told_on"],
        way=values["way"],
    )


def _on(record: Any, form: StepForm, request: StaffRequest) -> dict[str, Any]:
    about = {"kind": record._meta.model_name, "record_id": record.id, "version": form.expected}
    return {**about, "by": request.actor, "on": request.on}


def _open(parts: Gathered, state: TermState, flag: str) -> bool:
    rules = catalogue.load().terms
    return any(term.state == state and getattr(rules[term.rule], flag) for term in parts["terms"])


TERM_STEPS: dict[str, Step[Any]] = {
    "prolong-term": Step(
        "term.prolong",
        ProlongTermForm,
        _prolong,
        text=gettext_lazy("The addressee gets more time; record afterwards that the addressee was told."),
        needs=lambda parts: _open(parts, TermState.RUNNING, "prolongable"),
    ),
    "suspend-term": Step(
        "term.suspend",
        ReasonForm,
        _suspend,
        text=gettext_lazy("The term stands still from today until it is let run again."),
        needs=lambda parts: _open(parts, TermState.RUNNING, "suspendable"),
    ),
    "resume-term": Step(
        "term.resume",
        ReasonForm,
        _resume,
        text=gettext_lazy("The term runs on from today with the days that were left."),
        needs=lambda parts: _open(parts, TermState.SUSPENDED, "suspendable"),
    ),
    "tell-term": Step(
        "term.tell",
        TellTermForm,
        _tell,
        needs=lambda parts: any(row.told_on is None for row in parts["term_changes"]),
    ),
}


def changes_section(parts: Gathered) -> Section:
    """What was decided on the term, why, and whether the addressee knows."""
    rows = [
        (_what(row), row.reason, date_text(row.decided_on), who(parts, row.by_id), _told(row))
        for row in parts["term_changes"]
    ]
    columns = [_("What"), _("Why"), _("When"), _("Who"), _("The addressee")]
    return section("term-changes", _("Changes of the term"), columns, rows, "")


def _what(row: TermChange) -> str:
    kind = row.get_kind_display()
    return _("%(what)s until %(day)s") % {"what": kind, "day": date_text(row.until)} if row.until else kind


def _told(row: TermChange) -> str:
    if row.told_on is None:
        return badge(_("Not told yet"), "warning")
    return f"{date_text(row.told_on)}, {row.get_told_way_display()}"


def _reach(term: Term) -> str:
    cap = latest(term.started_on, term.rule, workdays.current())
    now = _("The term ends on %(due)s now.") % {"due": date_text(term.due_on)}
    far = (
        _("The norm lets it go to %(cap)s at most.") % {"cap": date_text(cap)}
        if cap
        else _("The norm sets no longest term.")
    )
    return f"{now} {far}"
