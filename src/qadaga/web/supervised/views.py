"""The card of a body with its history, the card of an official."""

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from qadaga.authority.scope import scope_of
from qadaga.journal import selectors as journal
from qadaga.matters.bodies import selectors, violations
from qadaga.web.cards.merges import merges_section
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Crumb
from qadaga.web.names import language
from qadaga.web.steps import step_view
from qadaga.web.supervised import history, presenter
from qadaga.web.supervised.steps import DESK
from qadaga.web.views import StaffRequest, staff_view

step = step_view(DESK)


@require_GET
@staff_view
def card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """One body: everything the reader may see of its history, on one page. A merged record leads to the one
    that stands for it.
    """
    found = selectors.read_card(request.actor, request.on, pk)
    if found.body.merged_into_id is not None:
        return redirect("supervised:card", pk=found.body.merged_into_id)
    past = selectors.history(scope_of(request.actor, request.on), found, request.on)
    actions = selectors.body_actions(found, request.actor, request.on)
    context = {
        "title": found.body.name(language()),
        "subtitle": found.body.get_kind_display(),
        "badge": presenter.standing(past),
        "crumbs": [_bodies()],
        "summary_title": _("The body"),
        "summary": presenter.summary(found, past, request.on),
        "sections": [
            *presenter.alike(found),
            presenter.violations_section(past.violations),
            *history.sections(past.lines, request.on),
            presenter.officials_section(found),
            *merges_section(found.merges, _("Merged record"), lambda body: body.name(language())),
        ],
        "panel": presenter.panel(found, actions),
        "timeline": timeline_views(journal.timeline("body", found.body.id, limit=60)),
    }
    return render(request, "cards/card.html", context)


@require_GET
@staff_view
def official_card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """One official: who, in which post, which violations were theirs. The reading is journalled."""
    row = selectors.read_official(request.actor, request.on, pk)
    scope = scope_of(request.actor, request.on)
    found = violations.read(scope, [row.body_id], official=row.id)
    context = {
        "title": row.name,
        "subtitle": row.post,
        "crumbs": [
            Crumb(_("Officials of bodies"), reverse("officials:list")),
            Crumb(row.body.name(language()), reverse("supervised:card", args=[row.body_id])),
        ],
        "summary_title": _("The official"),
        "summary": presenter.official_summary(row),
        "sections": [presenter.violations_section(found)],
        "panel": presenter.nothing(),
        "timeline": timeline_views(journal.timeline("supervised_person", row.id, limit=60)),
    }
    return render(request, "cards/card.html", context)


def _bodies() -> Crumb:
    return Crumb(_("Supervised bodies"), reverse("supervised:list"))
