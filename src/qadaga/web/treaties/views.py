"""Cards of requests, parts, treaties and checks; new entries; documents."""

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from qadaga.documents.downloads import attachment
from qadaga.journal import selectors as journal
from qadaga.treaties import selectors
from qadaga.treaties.models import Paper
from qadaga.web.cards.terms import term_views
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.names import language
from qadaga.web.steps import step_view
from qadaga.web.treaties import crumbs, presenter, treaty_presenter
from qadaga.web.treaties.entries import new_check, new_draft, new_request, new_treaty
from qadaga.web.treaties.steps import CHECKS, PARTS, REQUESTS, TREATIES
from qadaga.web.views import StaffRequest, staff_view

__all__ = ["new_check", "new_draft", "new_request", "new_treaty"]

request_step, part_step = step_view(REQUESTS), step_view(PARTS)
treaty_step, check_step = step_view(TREATIES), step_view(CHECKS)


@require_GET
@staff_view
def request_card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """Everything about one request, and what may be done with it."""
    row = selectors.read_request(request.actor, request.on, pk)
    parts = selectors.request_parts(row)
    actions = selectors.request_actions(row, request.actor, request.on)
    context = {
        "title": row.number_text,
        "subtitle": row.get_kind_display(),
        "badge": presenter.standing(row, request.on),
        "crumbs": [crumbs.requests()],
        "summary_title": _("The request"),
        "summary": presenter.request_summary(row),
        "texts": presenter.request_texts(row),
        "sections": presenter.request_sections(row, parts),
        "terms": term_views(parts["terms"], parts["term_events"], request.on, parts.calendar),
        "panel": presenter.request_panel(row, actions, parts),
        "timeline": timeline_views(journal.timeline("treaty_request", row.id, limit=60), parts.people),
    }
    return render(request, "cards/card.html", context)


@require_GET
@staff_view
def part_card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """One part as the office that carries it out sees it."""
    part = selectors.read_part(request.actor, request.on, pk)
    parts = selectors.part_parts(part)
    actions = selectors.part_actions(part, request.actor, request.on)
    context = {
        "title": f"{part.request.number_text}/{part.no}",
        "subtitle": part.request.get_kind_display(),
        "badge": presenter.standing(part, request.on),
        "crumbs": [crumbs.parts()],
        "summary_title": _("The part"),
        "summary": presenter.part_summary(part, request.on),
        "texts": presenter.part_texts(part),
        "sections": [presenter.papers_section(parts, "treaty_parts:paper", part.id)],
        "terms": term_views(parts["terms"], parts["term_events"], request.on, parts.calendar),
        "panel": presenter.part_panel(part, actions),
        "timeline": timeline_views(journal.timeline("treaty_part", part.id, limit=60), parts.people),
    }
    return render(request, "cards/card.html", context)


@require_GET
@staff_view
def treaty_card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """One treaty: the draft, the position, cooperation by it."""
    treaty = selectors.read_treaty(request.actor, request.on, pk)
    parts = selectors.treaty_parts(treaty)
    actions = selectors.treaty_actions(treaty, request.actor, request.on)
    context = {
        "title": treaty.title(language()),
        "subtitle": treaty.get_kind_display(),
        "badge": treaty_presenter.standing(treaty, request.on),
        "crumbs": [crumbs.treaties()],
        "summary_title": _("The treaty"),
        "summary": treaty_presenter.treaty_summary(treaty),
        "texts": treaty_presenter.treaty_texts(treaty),
        "sections": treaty_presenter.treaty_sections(treaty, parts),
        "terms": term_views(parts["terms"], parts["term_events"], request.on, parts.calendar),
        "panel": treaty_presenter.treaty_panel(treaty, actions),
        "timeline": timeline_views(journal.timeline("treaty", treaty.id, limit=60), parts.people),
    }
    return render(request, "cards/card.html", context)


@require_GET
@staff_view
def check_card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """One check of how a body keeps a treaty."""
    check = selectors.read_check(request.actor, request.on, pk)
    actions = selectors.check_actions(check, request.actor, request.on)
    context = {
        "title": check.body.name(language()),
        "subtitle": check.treaty.title(language()),
        "badge": treaty_presenter.standing(check, request.on),
        "crumbs": [crumbs.checks()],
        "summary_title": _("The check"),
        "summary": treaty_presenter.check_summary(check),
        "texts": treaty_presenter.check_texts(check),
        "sections": [],
        "panel": treaty_presenter.check_panel(check, actions),
        "timeline": timeline_views(journal.timeline("treaty_check", check.id, limit=60)),
    }
    return render(request, "cards/card.html", context)


@require_GET
@staff_view
def request_paper(request: StaffRequest, pk: UUID, file_id: UUID) -> HttpResponseBase:
    """A document of a request."""
    row = selectors.read_request(request.actor, request.on, pk)
    return attachment(selectors.paper_of(Paper.objects.filter(request=row), file_id))


@require_GET
@staff_view
def part_paper(request: StaffRequest, pk: UUID, file_id: UUID) -> HttpResponseBase:
    """A document of the request that a part belongs to."""
    part = selectors.read_part(request.actor, request.on, pk)
    return attachment(selectors.paper_of(Paper.objects.filter(request=part.request_id), file_id))


@require_GET
@staff_view
def treaty_paper(request: StaffRequest, pk: UUID, file_id: UUID) -> HttpResponseBase:
    """A document of a treaty or its draft."""
    treaty = selectors.read_treaty(request.actor, request.on, pk)
    return attachment(selectors.paper_of(Paper.objects.filter(treaty=treaty), file_id))
