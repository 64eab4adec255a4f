"""The card of a seal, stamp or run of blanks; a new one; the symbols of the service."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.common.errors import NotFound
from qadaga.documents import render as papers
from qadaga.journal import selectors as journal
from qadaga.law.model import Ruling, Subject
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.seals import services, symbols
from qadaga.organisation.seals.choices import SealStatus
from qadaga.organisation.seals.models import Seal, Symbol
from qadaga.organisation.seals.selectors import events, read_seal, seal_actions
from qadaga.organisation.seals.selectors import symbols as all_symbols
from qadaga.organisation.seals.subject import seal_subject
from qadaga.web.cards.actions import step_panel
from qadaga.web.cards.entry import entry_page
from qadaga.web.cards.sections import Section, section
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Crumb, Empty, KeyValues, Text, badge, date_text, lines, link
from qadaga.web.forms import BaseForm, posted
from qadaga.web.names import language
from qadaga.web.orders.people import named
from qadaga.web.rulings import power_title
from qadaga.web.seals.forms import EndForm, RegisterForm, SymbolForm
from qadaga.web.seals.steps import DESK
from qadaga.web.steps import step_view
from qadaga.web.views import StaffRequest, staff_view

step = step_view(DESK)
_TONES = {"held": "success", "lost": "danger", "destroyed": "neutral"}
_METHODS = ["GET", "HEAD", "POST"]


@require_GET
@staff_view
def card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """Everything about one seal, and what may be done with it."""
    seal = read_seal(request.actor, request.on, pk)
    actions = seal_actions(seal, request.actor, request.on)
    primary = "seal.settle" if seal.status == SealStatus.LOST else "seal.take" if seal.offered_id else ""
    context = {
        "title": seal.mark,
        "subtitle": seal.get_kind_display(),
        "badge": badge(seal.get_status_display(), _TONES[seal.status]),  # type: ignore[arg-type]  # tones of ours
        "crumbs": [Crumb(_("Seals, stamps and blanks"), reverse("seals:list"))],
        "summary_title": seal.get_kind_display(),
        "summary": _summary(seal),
        "texts": [],
        "sections": [_events(seal)],
        "panel": step_panel(actions, DESK.steps, seal.id, "seals:step", primary=primary),
        "timeline": timeline_views(journal.timeline("seal", seal.id, limit=60)),
    }
    return render(request, "cards/card.html", context)


def _summary(seal: Seal) -> KeyValues:
    pairs: list[tuple[str, Text]] = [
        (_("Office"), seal.office.name_in(language())),
        (_("Name on it"), seal.name_kk),
        (_("Holder"), named(seal.holder)),
        (_("Registered"), date_text(seal.registered_on)),
    ]
    if seal.offered:
        pairs.append((_("Handed over to, not taken yet"), named(seal.offered)))
    if seal.due_on:
        pairs.append((_("Next inventory"), date_text(seal.due_on)))
    if seal.order:
        pairs.append((_("Order"), link(reverse("orders:card", args=[seal.order_id]), str(seal.order))))
    return KeyValues(pairs)


def _events(seal: Seal) -> Section:
    rows = [
        (
            date_text(row.on),
            power_title(row.power),
            row.by.person.short_name,
            row.holder.person.short_name,
            row.note or "—",
        )
        for row in events(seal)
    ]
    columns = [_("When"), _("What"), _("Who"), _("Holder"), _("Note")]
    return section("events", _("What happened to it"), columns, rows, "")


@require_http_methods(_METHODS)
@staff_view
def new(request: StaffRequest) -> HttpResponseBase:
    """Register a seal, a stamp or a run of blanks."""
    office = office_by_id(request.actor.office_id)
    record = Seal(office=office, status=SealStatus.HELD, version=0)
    subject = seal_subject(record, request.actor, request.on)
    ruling = authority.may(request.actor, "seal.register", subject, on=request.on)
    form = RegisterForm(posted(request), record=record, request=request)

    def act() -> str:
        made = services.register(seal=form.registered(), by=request.actor, on=request.on)
        return reverse("seals:card", args=[made.id])

    crumb = Crumb(_("Seals, stamps and blanks"), reverse("seals:list"))
    return entry_page(request, form, ruling, act, register=crumb, text="")


@require_GET
@staff_view
def blank(request: StaffRequest) -> HttpResponseBase:
    """The blank of one's office as papers go out on it: the name in the state language first (O.3)."""
    office = office_by_id(request.actor.office_id)
    data = {"draft": True, "language": "kk", "office_ru": office.name_ru, "office_kk": office.name_kk}
    answer = HttpResponse(papers.pdf("letter", {**data, "heading": " ", "text": ""}), "application/pdf")
    answer["Content-Disposition"] = "inline"
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_GET
@staff_view
def symbol_list(request: StaffRequest) -> HttpResponseBase:
    """The register of symbols (L.1.7)."""
    rows = [_symbol(row, may=_may_keep(request).allowed) for row in all_symbols()]
    columns = [_("Kind"), _("Name"), _("Description"), _("Act of the President"), _("From"), _("Until")]
    empty = _(
        "The General Prosecutor's Office records a symbol by the act of the President that describes it."
    )
    context = {
        "title": _("Symbols of the service"),
        "section": section("symbols", _("Symbols of the service"), columns, rows, empty),
        "new_url": reverse("symbols:new") if _may_keep(request).allowed else "",
        "none": Empty(_("Nothing here yet"), empty),
    }
    return render(request, "seals/symbols.html", context)


def _symbol(row: Symbol, *, may: bool) -> tuple[Text, ...]:
    name = row.name_kk if language() == "kk" else row.name_ru
    until: Text = date_text(row.ends_on) if row.ends_on else "—"
    if may and row.ends_on is None:
        until = link(reverse("symbols:end", args=[row.pk]), _("End it"))
    unverified = badge(_("Unverified"), "warning") if row.status == "unverified" else ""
    act = lines(row.act_title, f"№ {row.act_number}, {date_text(row.act_on)}")
    kind = lines(row.get_kind_display(), unverified)
    return (kind, name, row.description, act, date_text(row.starts_on), until)


def _may_keep(request: StaffRequest) -> Ruling:
    subject = Subject(kind="symbol", office=request.actor.office_code)
    return authority.offered(request.actor, "symbol.enter", subject, request.on)


@require_http_methods(_METHODS)
@staff_view
def new_symbol(request: StaffRequest) -> HttpResponseBase:
    """Record a symbol."""
    form = SymbolForm(posted(request))

    def act() -> str:
        symbols.record(symbol=form.described(), by=request.actor, on=request.on)
        return reverse("symbols:list")

    return entry_page(request, form, _may_keep(request), act, register=_symbols(), text="")


@require_http_methods(_METHODS)
@staff_view
def end_symbol(request: StaffRequest, pk: int) -> HttpResponseBase:
    """End a symbol by a later act."""
    if not all_symbols().filter(pk=pk).exists():
        raise NotFound
    form = EndForm(posted(request))

    def act() -> str:
        symbols.end(symbol_id=pk, by=request.actor, on=request.on, **_words(form))
        return reverse("symbols:list")

    return entry_page(request, form, _may_keep(request), act, register=_symbols(), text="")


def _words(form: BaseForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in ("ends_on", "ground")}


def _symbols() -> Crumb:
    return Crumb(_("Symbols of the service"), reverse("symbols:list"))
