"""Reports of interference: one's own and those that are to be read; nobody else learns that there are any."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.journal import selectors as journal
from qadaga.law.model import Subject
from qadaga.organisation.conduct import interference
from qadaga.organisation.conduct.interference import KIND, ReportInput
from qadaga.organisation.conduct.models import InterferenceReport
from qadaga.web.cards.sections import section
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import ActionView, Crumb, Text, date_text, link
from qadaga.web.conduct import forms
from qadaga.web.conduct.day import alarms, standing
from qadaga.web.conduct.paging import older
from qadaga.web.forms import posted
from qadaga.web.names import language
from qadaga.web.offices.editing import Change, respond
from qadaga.web.rulings import refused, ruling_view
from qadaga.web.views import StaffRequest, staff_view

_METHODS = ["GET", "HEAD", "POST"]


@require_GET
@never_cache
@staff_view
def index(request: StaffRequest) -> HttpResponse:
    """The reports the person may read, the newest first."""
    rows, more = older(interference.visible(request.actor, request.on), request)
    found = [
        (
            link(reverse("interference:card", args=[row.id]), _about(row)),
            row.reporter.name,
            date_text(row.reported_on),
            standing(row, request.on),
        )
        for row in rows
    ]
    columns = [_("Who interfered"), _("Who reported"), _("Reported on"), _("State")]
    empty = _("Nobody may interfere with a prosecutor's work (L.2.7). An attempt is reported here.")
    context = {
        "title": _("Reports of interference"),
        "section": section("reports", _("Reports"), columns, found, empty, stacks=True),
        "more": more,
        "links": [(reverse("interference:report"), _("Report interference"))],
    }
    return render(request, "conduct/list.html", context)


@require_GET
@never_cache
@staff_view
def alarm(request: StaffRequest) -> HttpResponse:
    """The part of My day that tells leaders of open reports, empty for everybody else; else the list."""
    if not request.htmx:
        return redirect("interference:list")
    return render(request, "conduct/alarm.html", {"sections": alarms(request.actor, request.on)})


@require_GET
@never_cache
@staff_view
def card(request: StaffRequest, pk: UUID) -> HttpResponse:
    """A report; the reading is noted in the sealed chain."""
    row = interference.read(by=request.actor, on=request.on, report_id=pk)
    subject = interference.subject_of(row, request.actor, request.on)
    ruling = authority.may(request.actor, "interference.close", subject, on=request.on)
    address = reverse("interference:close", args=[row.id])
    actions = [ActionView(_("Record the outcome"), ruling_view(ruling), url=address, primary=True)]
    context = {
        "title": _("Report of interference"),
        "badge": standing(row, request.on),
        "crumbs": [Crumb(_("Reports of interference"), reverse("interference:list"))],
        "notice": _reach(row),
        "pairs": _facts(row),
        "texts": [(_("What was done or demanded"), row.text), (_("Outcome"), row.outcome)],
        "actions": actions,
        "refused": refused(actions),
        "timeline": timeline_views(journal.timeline(KIND, row.id)),
    }
    return render(request, "conduct/card.html", context)


def _reach(row: InterferenceReport) -> str:
    if row.nobody_above:
        return _(
            "Nobody in the service stands above the person reported: it answers to the President only "
            "(L.1.2). Only you see this report; pass it on paper, then record what came of it."
        )
    return _(
        "Seen by the reporter and by the offices above the person reported, never by that person (L.2.7)."
    )


def _facts(row: InterferenceReport) -> list[tuple[str, Text]]:
    return [
        (_("Who interfered"), _about(row)),
        (_("Who reported"), f"{row.reporter.name}, {row.held.office.name_in(language())}"),
        (_("When it happened"), date_text(row.happened_on)),
        (_("Reported on"), date_text(row.reported_on)),
    ]


def _about(row: InterferenceReport) -> str:
    return row.insider.name if row.insider else row.outsider


@require_http_methods(_METHODS)
@staff_view
def report(request: StaffRequest) -> HttpResponse:
    """Report an attempt to interfere."""
    form = forms.ReportForm(posted(request), on=request.on, initial={"happened_on": request.on})

    def act(data: dict[str, Any]) -> str:
        given = ReportInput(
            happened_on=data["happened_on"],
            text=data["text"],
            insider_id=_insider(data, request),
            outsider=data["outsider"],
        )
        row = interference.report(by=request.actor, on=request.on, given=given)
        return reverse("interference:card", args=[row.id])

    here = request.actor.office_code
    note = _("It goes to the offices above whoever you name, and is never seen by that person.")
    change = _change("interference.report", Subject(KIND, here, (here,)), _("Report interference"), act, note)
    return respond(request, form, change)


def _insider(data: dict[str, Any], request: StaffRequest) -> UUID | None:
    if not data["name"]:
        return None
    if not data["office"]:
        raise InvalidInput.of("office", "required", N_("Choose the office in which the person serves."))
    return interference.find_insider(data["office"], data["name"], request.on).id


@require_http_methods(_METHODS)
@staff_view
def close(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Record what came of a report."""
    row = interference.read(by=request.actor, on=request.on, report_id=pk)
    form = forms.OutcomeForm(posted(request), initial={"version": row.version})

    def act(data: dict[str, Any]) -> str:
        interference.close(
            by=request.actor,
            on=request.on,
            report_id=row.id,
            outcome=data["outcome"],
            version=data["version"],
        )
        return reverse("interference:card", args=[row.id])

    subject = interference.subject_of(row, request.actor, request.on)
    return respond(request, form, _change("interference.close", subject, _("Record the outcome"), act))


def _change(power: str, subject: Subject, title: str, act: Any, note: str = "") -> Change:
    return Change(
        power=power,
        subject=subject,
        title=title,
        submit=title,
        crumbs=[Crumb(_("Reports of interference"), reverse("interference:list"))],
        act=act,
        note=note,
    )
