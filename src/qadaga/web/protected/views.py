"""The card of people whose rights were hurt."""

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from qadaga.journal import selectors as journal
from qadaga.matters.protected import KIND
from qadaga.matters.selectors import protected as selectors
from qadaga.web.cards.terms import term_views
from qadaga.web.cards.timeline import known, timeline_views
from qadaga.web.components import Crumb
from qadaga.web.protected import presenter
from qadaga.web.protected.steps import DESK
from qadaga.web.steps import step_view
from qadaga.web.views import StaffRequest, staff_view

step = step_view(DESK)


@require_GET
@staff_view
def card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """Whose right was hurt, which, by whom; what was restored, when they were told. Reading is journalled."""
    row = selectors.read_protected(request.actor, request.on, pk)
    parts = selectors.protected_parts(row)
    actions = selectors.protected_actions(row, request.actor, request.on)
    context = {
        "title": row.name,
        "subtitle": row.get_right_display(),
        "badge": presenter.standing(row, request.on),
        "crumbs": [Crumb(_("People protected"), reverse("protected:list"))],
        "summary_title": _("What was hurt and restored"),
        "summary": presenter.summary(row),
        "texts": presenter.texts(row),
        "sections": [],
        "terms": term_views(parts["terms"], parts["term_events"], request.on, parts.calendar),
        "panel": presenter.panel(row, actions),
        "timeline": timeline_views(journal.timeline(KIND, row.id, limit=60), known(row.recorded_by)),
    }
    return render(request, "cards/card.html", context)
