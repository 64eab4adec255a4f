"""The card of an order, its text as it will print, what changed between versions, who is familiar with it."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qadaga import authority
from qadaga.documents.downloads import preview
from qadaga.journal import selectors as journal
from qadaga.matters.gather import Gathered
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.orders import content, services
from qadaga.organisation.orders.models import Order, OrderVersion
from qadaga.organisation.orders.selectors.card import (
    Known,
    compare,
    draft_pdf,
    known,
    order_actions,
    order_parts,
    read_order,
)
from qadaga.organisation.orders.subject import order_subject
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.entry import entry_page
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Crumb, Pager
from qadaga.web.forms import posted
from qadaga.web.names import language
from qadaga.web.orders import presenter
from qadaga.web.orders.forms import DraftForm
from qadaga.web.orders.steps import DESK
from qadaga.web.rulings import again_view
from qadaga.web.steps import step_view
from qadaga.web.views import StaffRequest, staff_view

step = step_view(DESK)

EXPECTED = {"draft": "order.submit", "agreement": "order.agree", "agreed": "order.sign"}
ON_CARD, ON_PAGE = 20, 100


@require_GET
@staff_view
def card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """Everything about one order, and what may be done with it."""
    order = read_order(request.actor, request.on, pk)
    parts, people = order_parts(order), known(order, request.actor, size=ON_CARD)
    context = {
        "title": order.number_text or order.get_form_display(),
        "subtitle": order.title_in(language()),
        "badge": presenter.status_badge(order, request.on),
        "crumbs": [_register()],
        "summary_title": order.get_form_display(),
        "summary": presenter.summary(order, people),
        "texts": [],
        "sections": presenter.sections(order, parts, people, request.on),
        "panel": _panel(request, order, parts, people),
        "timeline": timeline_views(journal.timeline("order", order.id, limit=60), parts.people),
        "terms": presenter.point_terms(parts, request.on),
        "again": again_view(order.ruling, request.on),
        "order": order,
        "more_people": max(people.of - len(people.rows), 0),
    }
    return render(request, "orders/card.html", context)


def _panel(request: StaffRequest, order: Order, parts: Gathered, people: Known) -> Panel:
    done = _done(order, people)
    actions = [one for one in order_actions(order, request.actor, request.on) if one.power not in done]
    primary = EXPECTED.get(order.status, "order.confirm")
    return step_panel(actions, DESK.steps, order.id, "orders:step", primary=primary, parts=parts)


def _done(order: Order, people: Known) -> set[str]:
    """What is done once and has been: it is neither offered nor refused."""
    once = {"order.publish": order.published_on is not None, "order.confirm": people.own}
    return {power for power, done in once.items() if done}


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def new(request: StaffRequest) -> HttpResponseBase:
    """Draft an order of one's office."""
    record = _blank(request)
    ruling = authority.may(
        request.actor, "order.draft", order_subject(record, request.actor, request.on), on=request.on
    )
    form = DraftForm(posted(request), record=record, request=request)
    return entry_page(
        request,
        form,
        ruling,
        lambda: _begin(request, form),
        register=_register(),
        text="",
        button=_("Save the draft"),
        done=_("The draft is saved. Submit it for agreement when it is ready."),
    )


def _begin(request: StaffRequest, form: DraftForm) -> str:
    order = services.draft(draft=form.draft(), by=request.actor, on=request.on)
    return reverse("orders:card", args=[order.id])


def _blank(request: StaffRequest) -> Order:
    office = office_by_id(request.actor.office_id)
    return Order(
        office=office,
        region_id=office.region_id,
        form="order",
        kind="general",
        language="kk",
        audience="office",
        status="draft",
        drafted_on=request.on,
        author_id=request.actor.appointment_id,
        version=0,
    )


def _register() -> Crumb:
    return Crumb(_("Orders"), reverse("orders:list"))


@require_POST
@staff_view
def as_it_prints(request: StaffRequest) -> HttpResponseBase:
    """What is being typed, on the blank of the office, marked as a draft. Nothing is stored."""
    order = _blank(request)
    form = DraftForm(request.POST, record=order, request=request)
    form.is_valid()
    for name in ("form", "language"):
        setattr(order, name, form.cleaned_data.get(name) or getattr(order, name))
    wording = form.wording()
    version = OrderVersion(**{part: getattr(wording, part) for part in wording.__slots__})
    return _pdf(content.pdf(order, version))


@require_GET
@staff_view
def paper(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """The frozen PDF/A of a signed order; the last text as it will print, marked as a draft, before that."""
    order = read_order(request.actor, request.on, pk)
    return preview(order.pdf) if order.pdf is not None else _pdf(draft_pdf(order))


def _pdf(data: bytes) -> HttpResponse:
    answer = HttpResponse(data, content_type="application/pdf")
    answer["Content-Disposition"] = "inline"
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_GET
@staff_view
def compared(request: StaffRequest, pk: UUID, older: int, newer: int) -> HttpResponseBase:
    """What changed from one version to another."""
    order = read_order(request.actor, request.on, pk)
    context = {
        "title": _("What changed from version %(older)s to %(newer)s") % {"older": older, "newer": newer},
        "crumbs": [_register(), Crumb(str(order), presenter.order_url(order))],
        "subtitle": order.title,
        "parts": presenter.comparison(compare(order, older, newer)),
    }
    return render(request, "acts/compare.html", context)


@require_GET
@staff_view
def familiarisation(request: StaffRequest, pk: UUID, after: UUID | None = None) -> HttpResponseBase:
    """The whole list of those who have to know the order, those who do not yet first (O.P4)."""
    order = read_order(request.actor, request.on, pk)
    people = known(order, request.actor, after=after, size=ON_PAGE)
    following = reverse("orders:familiar_after", args=[order.id, people.rows[-1].id]) if people.rows else ""
    context = {
        "title": _("Familiarisation"),
        "subtitle": _("%(familiar)s of %(of)s are familiar with the order, %(waiting)s not yet")
        % {"familiar": people.familiar, "of": people.of, "waiting": people.waiting},
        "crumbs": [_register(), Crumb(str(order), presenter.order_url(order))],
        "section": presenter.familiar(people.rows),
        "pager": Pager(next_url=following if len(people.rows) == ON_PAGE else ""),
    }
    return render(request, "orders/familiar.html", context)
