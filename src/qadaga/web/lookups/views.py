"""The card of a look-up in an outside register: its question and its answer, for those in the matter."""

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import render

from qadaga.journal import selectors as journal
from qadaga.supervision.gateway.selectors import read_lookup
from qadaga.web.acts.presenter import matter_url
from qadaga.web.cards.actions import Panel
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Crumb
from qadaga.web.lookups import presenter
from qadaga.web.views import StaffRequest, staff_view


@staff_view
def card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """One look-up. Reading it is journalled."""
    row = read_lookup(request.actor, request.on, pk)
    context = {
        "title": row.get_register_display(),
        "badge": presenter.lookup_badge(row),
        "crumbs": [Crumb(row.matter.number_text, matter_url(row.matter_id))],
        "summary_title": row.get_register_display(),
        "summary": presenter.summary(row),
        "sections": [presenter.answer(row)],
        "panel": Panel([], []),
        "timeline": timeline_views(journal.timeline("lookup", row.id, limit=60), {}),
    }
    return render(request, "cards/card.html", context)
