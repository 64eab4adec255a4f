"""The card of an exchange of information, and a new one."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga.coordination.exchange import selectors, services
from qadaga.coordination.exchange.models import Exchange
from qadaga.journal import selectors as journal
from qadaga.web.cards.actions import step_panel
from qadaga.web.cards.entry import entry_page
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Crumb, KeyValues, Text, badge, date_text, link
from qadaga.web.exchange.forms import ExchangeForm
from qadaga.web.exchange.steps import EXCHANGES, steps_of
from qadaga.web.forms import posted
from qadaga.web.names import language
from qadaga.web.orders.people import named
from qadaga.web.registers.urls import register_urls
from qadaga.web.steps import step_view
from qadaga.web.views import StaffRequest, staff_view

step = step_view(EXCHANGES)


@require_GET
@staff_view
def card(request: StaffRequest, pk: UUID) -> HttpResponse:
    """What was asked or told, until when, what was answered."""
    row = selectors.read_exchange(request.actor, request.on, pk)
    actions = selectors.exchange_actions(row, request.actor, request.on)
    late = row.status == "awaited" and row.due_on is not None and row.due_on < request.on
    texts = [(_("What is asked or told"), row.text)]
    if row.reply:
        texts.append((_("What was answered"), row.reply))
    context = {
        "title": row.number_text,
        "subtitle": row.title,
        "badge": badge(_("Overdue"), "danger", "alert-triangle")
        if late
        else badge(row.get_status_display(), "warning" if row.status == "awaited" else "success"),
        "crumbs": [_list()],
        "summary_title": f"{row.get_way_display()}: {row.get_what_display()}",
        "summary": _summary(row),
        "texts": texts,
        "panel": step_panel(actions, steps_of(row), row.id, "exchanges:step"),
        "timeline": timeline_views(journal.timeline("exchange", row.id, limit=60)),
    }
    return render(request, "cards/card.html", context)


def _summary(row: Exchange) -> KeyValues:
    pairs: list[tuple[str, Text]] = [
        (_("Body"), row.body.name(language())),
        (_("On which norm"), row.ground),
        (_("Sent or received on"), date_text(row.on)),
        (_("Number of the other side"), row.reference or "—"),
        (_("Entered"), named(row.recorded_by)),
    ]
    if row.due_on:
        pairs.insert(3, (_("Last day of the reply"), date_text(row.due_on)))
    if row.council_id:
        pairs.append((_("Coordination council"), _("Through the coordination council")))
    if row.matter:
        pairs.append((_("Matter"), link(reverse("matters:card", args=[row.matter_id]), str(row.matter))))
    if row.replied_by:
        pairs.append((_("Replied on"), f"{date_text(row.replied_on)}, {named(row.replied_by)}"))
    return KeyValues(pairs)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def new(request: StaffRequest) -> HttpResponseBase:
    """Send a request or notice to a body, or enter what came from one."""
    form = ExchangeForm(posted(request), record=selectors.new_exchange(request.actor), request=request)

    def made() -> str:
        row = services.enter(exchanged=form.exchanged(), by=request.actor, on=request.on)
        return reverse("exchanges:card", args=[row.id])

    ruling = selectors.may_enter(request.actor, request.on)
    text = _("The leadership sends; the registry or an officer enters what came in.")
    return entry_page(request, form, ruling, made, register=_list(), text=text)


def _list() -> Crumb:
    return Crumb(_("Information exchanged with bodies"), reverse("exchanges:list"))


app_name = "exchanges"
urlpatterns = [
    *register_urls("exchanges"),
    path("new/", new, name="new"),
    path("<uuid:pk>/", card, name="card"),
    path("<uuid:pk>/<slug:slug>/", step, name="step"),
]
