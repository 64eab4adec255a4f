"""A duty shift: set, shown, handed over."""

from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.journal import selectors as journal
from qadaga.law.model import Ruling
from qadaga.matters.selectors.actions import judged
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.shifts import selectors, services
from qadaga.organisation.shifts.models import Shift
from qadaga.organisation.shifts.services import TABLE, shift_subject
from qadaga.web.cards.actions import step_panel
from qadaga.web.cards.entry import entry_page
from qadaga.web.cards.timeline import known, timeline_views
from qadaga.web.components import Crumb, KeyValues, badge, moment_text
from qadaga.web.forms import MomentField, choose, posted
from qadaga.web.matters.forms.work import long_text
from qadaga.web.orders.people import named
from qadaga.web.registers.urls import register_urls
from qadaga.web.steps import Desk, Step, StepForm, step_view
from qadaga.web.views import StaffRequest, staff_view

SET, HAND_OVER = "shift.set", "shift.hand_over"
_MORNING = time(9)


class ShiftForm(StepForm):
    """Who is on duty, from when to when."""

    officer = forms.ChoiceField(label=gettext_lazy("Officer"))
    starts_at = MomentField(label=gettext_lazy("From"))
    ends_at = MomentField(label=gettext_lazy("Until"))

    def prepare(self) -> None:
        """Officers of the office; a day and a night, from the morning or from where the last shift ends."""
        morning = datetime.combine(self.request.on, _MORNING, timezone.get_current_timezone())
        begins = max(morning, selectors.covered_until(self.record.office_id) or morning)
        self.initial.setdefault("starts_at", begins)
        self.initial.setdefault("ends_at", begins + timedelta(days=1))
        rows = selectors.candidates(self.record.office_id, self.request.on)
        choose(self, "officer", [(str(held.id), named(held)) for held in rows])


class HandForm(StepForm):
    """What happened, and to whom the shift passes."""

    happened = long_text(gettext_lazy("What happened on the shift"), rows=6)
    to = forms.ChoiceField(label=gettext_lazy("To whom it passes"))

    def prepare(self) -> None:
        """Officers of the office."""
        rows = selectors.candidates(self.record.office_id, self.request.on)
        choose(self, "to", [(str(held.id), named(held)) for held in rows])


def _ruling(shift: Shift, power: str, request: StaffRequest) -> Ruling:
    subject = shift_subject(shift, request.actor, request.on)
    return authority.may(request.actor, power, subject, on=request.on)


def _hand(shift: Shift, form: StepForm, request: StaffRequest) -> None:
    services.hand_over(
        shift_id=shift.id,
        version=form.expected,
        happened=form.cleaned_data["happened"],
        to_id=UUID(form.cleaned_data["to"]),
        by=request.actor,
        on=request.on,
    )


STEPS: dict[str, Step[Shift]] = {"hand-over": Step(HAND_OVER, HandForm, _hand)}
SHIFTS: Desk[Shift] = Desk(
    kind="duty_shift",
    find=lambda request, pk: selectors.read_shift(request.actor, request.on, pk),
    name=lambda shift: named(shift.officer),
    card_url=lambda shift: reverse("shifts:card", args=[shift.id]),
    ruling=_ruling,
    steps=STEPS,
)
shift_step = step_view(SHIFTS)


@require_GET
@staff_view
def shift_card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """One shift: who, when, what happened, to whom it passed."""
    shift = selectors.read_shift(request.actor, request.on, pk)
    subject = shift_subject(shift, request.actor, request.on)
    actions = judged(TABLE, (HAND_OVER,), subject, request.actor, request.on)
    pairs: list[tuple[str, Any]] = [
        (_("On duty"), named(shift.officer)),
        (_("Office"), shift.office.name_in(request.actor.language)),
        (_("From"), moment_text(shift.starts_at)),
        (_("Until"), moment_text(shift.ends_at)),
    ]
    if shift.handed_to:
        pairs += [(_("Handed over"), moment_text(shift.handed_at)), (_("To whom"), named(shift.handed_to))]
    entries = journal.timeline("duty_shift", shift.id, limit=60)
    context = {
        "title": named(shift.officer),
        "subtitle": moment_text(shift.starts_at),
        "badge": badge(shift.get_status_display(), "info" if shift.status == "set" else "success"),
        "crumbs": [_shifts()],
        "summary_title": _("The shift"),
        "summary": KeyValues(pairs),
        "texts": [(_("What happened on the shift"), shift.happened)] if shift.happened else [],
        "sections": [],
        "panel": step_panel(actions, STEPS, shift.id, "shifts:step", primary=HAND_OVER),
        "timeline": timeline_views(entries, known(shift.officer, shift.set_by)),
    }
    return render(request, "cards/card.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def new_shift(request: StaffRequest) -> HttpResponseBase:
    """Put an officer of one's office on duty."""
    office = office_by_id(request.actor.office_id)
    record = Shift(office=office, region_id=office.region_id, version=0)
    ruling = _ruling(record, SET, request)
    form = ShiftForm(posted(request), record=record, request=request)
    said = _("Shifts of an office never overlap.")
    return entry_page(request, form, ruling, lambda: _set(request, form), register=_shifts(), text=said)


def _set(request: StaffRequest, form: ShiftForm) -> str:
    values = form.cleaned_data
    hours = services.Hours(UUID(values["officer"]), values["starts_at"], values["ends_at"])
    made = services.set_shift(hours=hours, by=request.actor, on=request.on)
    return reverse("shifts:card", args=[made.id])


def _shifts() -> Crumb:
    return Crumb(_("Duty shifts"), reverse("shifts:list"))


app_name = "shifts"
urlpatterns = [
    *register_urls("shifts"),
    path("new/", new_shift, name="new"),
    path("<uuid:pk>/", shift_card, name="card"),
    path("<uuid:pk>/<slug:slug>/", shift_step, name="step"),
]
