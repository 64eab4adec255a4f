"""The personal file, and what is written in it."""

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
from qadaga.authority.scope import scope_of
from qadaga.common.errors import NotFound
from qadaga.documents import services as documents
from qadaga.law.model import Subject
from qadaga.organisation.personnel import file, guarantees, ranks, service, subjects
from qadaga.organisation.personnel.kinds import EntryKind
from qadaga.staff import selectors as staff
from qadaga.web.cards.sections import Section
from qadaga.web.components import ActionView, Crumb
from qadaga.web.forms import posted
from qadaga.web.personnel import forms, tables, words
from qadaga.web.personnel.changing import Writing, found, written
from qadaga.web.rulings import refused, ruling_view
from qadaga.web.views import StaffRequest, staff_view

_METHODS = ["GET", "HEAD", "POST"]


@require_GET
@never_cache
@staff_view
def card(request: StaffRequest, person_id: UUID) -> HttpResponse:
    """The file: for staff officers of the line, the head and the person; each reading is journalled."""
    opened = file.open_file(by=request.actor, on=request.on, person_id=person_id)
    actions = _actions(request, opened)
    may = {action.label: action.ruling.allowed for action in actions}
    writes, decides = may[_("Record a period")], _decides(request, opened.subject)
    context = {
        "title": opened.person.name,
        "crumbs": [Crumb(_("Card"), reverse("offices:person", args=[person_id]))],
        "pairs": tables.totals(opened.sums),
        "sections": _sections(opened, writes=writes, decides=decides),
        "actions": actions,
        "refused": refused(actions),
        "sheets": person_id,
    }
    return render(request, "personnel/file.html", context)


def _sections(opened: file.PersonalFile, *, writes: bool, decides: bool) -> list[Section]:
    kinds = [kind for kind in EntryKind if kind != EntryKind.LEAVE]
    return [
        tables.reckoning(opened.sums),
        tables.periods(opened.sums, writes=writes),
        tables.ranks(opened.ranks),
        tables.posts(opened.posts),
        *(
            tables.entries(kind, [row for row in opened.entries if row.kind == kind], writes=writes)
            for kind in kinds
        ),
        tables.leave(opened.leave),
        tables.guarantees(opened.guarantees, decides=decides),
    ]


def _actions(request: StaffRequest, opened: file.PersonalFile) -> list[ActionView]:
    own, person = opened.subject, opened.person
    about = subjects.of_kept(opened.held, request.actor, request.on, kind="person")
    rows: list[tuple[str, str, Subject, str, list[str]]] = [
        (_("Confer a rank"), "rank.confer", about, "confer", []),
        (_("Lower or take away the rank"), "rank.reduce", about, "reduce", []),
        (_("Record a period"), "service.record", own, "period", []),
        *(
            (_("Add: %(kind)s") % {"kind": kind.label}, "personal_file.write", own, "entry", [str(kind)])
            for kind in EntryKind
        ),
        (_("Ask for a guarantee"), "guarantee.ask", own, "ask", []),
    ]
    conduct = subjects.of_kept(opened.held, request.actor, request.on, kind="conduct")
    return [
        ActionView(
            label,
            ruling_view(authority.offered(request.actor, power, subject, request.on)),
            url=reverse(f"personnel:{name}", args=[person.id, *more]),
            icon="plus",
        )
        for label, power, subject, name, more in rows
    ] + [
        ActionView(
            _("Open a conduct matter"),
            ruling_view(authority.may(request.actor, "conduct.open", conduct, on=request.on)),
            url=reverse("conduct:open", args=[person.id]),
            icon="plus",
        )
    ]


def _decides(request: StaffRequest, subject: Subject) -> bool:
    return authority.may(request.actor, "guarantee.decide", subject, on=request.on).allowed


@require_GET
@staff_view
def of_post(request: StaffRequest, appointment_id: UUID) -> HttpResponse:
    """From a line of the register to the card of the person who holds the post."""
    held = staff.appointment_by_id(appointment_id)
    scope = scope_of(request.actor, request.on)
    if held.person_id != request.actor.person_id and not scope.covers(held.office_id, held.office.region_id):
        raise NotFound()
    return redirect("offices:person", held.person_id)


@require_http_methods(_METHODS)
@staff_view
def confer(request: StaffRequest, person_id: UUID) -> HttpResponse:
    """Confer a rank."""
    return _rank(request, person_id, "rank.confer", _("Confer a rank"))


@require_http_methods(_METHODS)
@staff_view
def reduce(request: StaffRequest, person_id: UUID) -> HttpResponse:
    """Lower a rank or take it away."""
    return _rank(request, person_id, "rank.reduce", _("Lower or take away the rank"))


def _rank(request: StaffRequest, person_id: UUID, power: str, title: str) -> HttpResponse:
    held = found(request, person_id)
    now = ranks.held_on(person_id, request.on)
    kind = forms.ConferForm if power == "rank.confer" else forms.ReduceForm
    first = forms.following(now) if power == "rank.confer" else {}
    form = kind(
        posted(request),
        office=held.office,
        on=request.on,
        initial={"starts_on": request.on, **first},
    )

    def act(_data: dict[str, Any]) -> None:
        if power == "rank.confer":
            ranks.confer(by=request.actor, on=request.on, person_id=person_id, conferred=form.given())
        else:
            ranks.reduce(by=request.actor, on=request.on, person_id=person_id, reduced=form.given())

    writing = Writing(power, title, act, kind="person", note=words.rank_now(now))
    return written(request, form, held, writing)


@require_http_methods(_METHODS)
@staff_view
def period(request: StaffRequest, person_id: UUID) -> HttpResponse:
    """Record a period of service."""
    held = found(request, person_id)
    form = forms.PeriodForm(posted(request), request.FILES or None)

    def act(data: dict[str, Any]) -> None:
        upload = data["file"]
        kept = documents.store(upload, upload.name or "file", by=request.actor) if upload else None
        service.record(by=request.actor, on=request.on, person_id=person_id, period=form.period(), file=kept)

    return written(request, form, held, Writing("service.record", _("Record a period"), act))


@require_http_methods(_METHODS)
@staff_view
def withdraw_period(request: StaffRequest, person_id: UUID, period_id: UUID) -> HttpResponse:
    """Withdraw a period that was recorded wrongly."""
    held = found(request, person_id)

    def act(_data: dict[str, Any]) -> None:
        service.withdraw(by=request.actor, on=request.on, person_id=person_id, period_id=period_id)

    form = forms.WithdrawForm(request.POST if request.method == "POST" else None)
    return written(request, form, held, Writing("service.record", _("Withdraw the period"), act))


@require_http_methods(_METHODS)
@staff_view
def entry(request: StaffRequest, person_id: UUID, kind: str) -> HttpResponse:
    """Add an entry of a kind."""
    held = found(request, person_id)
    if kind not in EntryKind.values:
        raise NotFound()
    form = forms.EntryForm(posted(request), kind=EntryKind(kind))

    def act(_data: dict[str, Any]) -> None:
        file.add(by=request.actor, on=request.on, person_id=person_id, entry=form.entry())

    title = _("Add: %(kind)s") % {"kind": EntryKind(kind).label}
    return written(request, form, held, Writing("personal_file.write", title, act))


@require_http_methods(_METHODS)
@staff_view
def withdraw_entry(request: StaffRequest, person_id: UUID, entry_id: UUID) -> HttpResponse:
    """Withdraw an entry that was made wrongly."""
    held = found(request, person_id)

    def act(_data: dict[str, Any]) -> None:
        file.withdraw(by=request.actor, on=request.on, person_id=person_id, entry_id=entry_id)

    form = forms.WithdrawForm(request.POST if request.method == "POST" else None)
    return written(request, form, held, Writing("personal_file.write", _("Withdraw the entry"), act))


@require_http_methods(_METHODS)
@staff_view
def ask(request: StaffRequest, person_id: UUID) -> HttpResponse:
    """Ask for a guarantee of service."""
    held = found(request, person_id)

    def act(data: dict[str, Any]) -> None:
        guarantees.ask(
            by=request.actor, on=request.on, person_id=person_id, sort=data["sort"], text=data["text"]
        )

    form = forms.GuaranteeForm(posted(request))
    return written(request, form, held, Writing("guarantee.ask", _("Ask for a guarantee"), act))


@require_http_methods(_METHODS)
@staff_view
def decide(request: StaffRequest, person_id: UUID, request_id: UUID) -> HttpResponse:
    """Decide on a guarantee that was asked for."""
    held = found(request, person_id)

    def act(data: dict[str, Any]) -> None:
        granted = data["granted"] == "yes"
        guarantees.decide(
            by=request.actor,
            on=request.on,
            person_id=person_id,
            request_id=request_id,
            granted=granted,
            outcome=data["outcome"],
        )

    form = forms.DecideForm(posted(request))
    return written(request, form, held, Writing("guarantee.decide", _("Decide on the guarantee"), act))
