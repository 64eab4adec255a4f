"""The card of an inspection and its papers."""

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from qadaga.acts.above.selectors import resolution
from qadaga.common.errors import NotFound
from qadaga.documents.downloads import attachment, fresh, preview
from qadaga.journal import selectors as journal
from qadaga.matters.gather import Gathered
from qadaga.supervision.inspections import content, reading
from qadaga.supervision.inspections.models import Inspection
from qadaga.supervision.inspections.selectors import card as selectors
from qadaga.supervision.inspections.subject import documents_mark
from qadaga.web.cards.actions import step_panel
from qadaga.web.cards.signed import signed_views
from qadaga.web.cards.terms import term_views
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Crumb
from qadaga.web.inspections import lines, presenter
from qadaga.web.inspections.hands import told_summary
from qadaga.web.inspections.steps import DESK
from qadaga.web.names import language
from qadaga.web.rulings import again_view
from qadaga.web.steps import step_view
from qadaga.web.views import StaffRequest, staff_view

step = step_view(DESK)


@require_GET
@staff_view
def card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """Everything about one inspection, and what may be done with it."""
    inspection = reading.read(request.actor, request.on, pk)
    parts, found = selectors.inspection_parts(inspection), selectors.seen_overlaps(inspection, request.actor)
    actions = selectors.inspection_actions(inspection, request.actor, request.on, parts, found)
    if inspection.notified_on is not None or inspection.no_notice:
        actions = [one for one in actions if one.power != "inspection.notify"]
    primary = _expected(inspection, parts)
    context = {
        "title": inspection.number_text or _("Draft inspection"),
        "subtitle": inspection.body.name(language()),
        "badge": lines.status_badge(inspection),
        "crumbs": [Crumb(_("Inspections"), reverse("inspections:list"))],
        "summary_title": _("The inspection"),
        "summary": presenter.summary(inspection, parts),
        "texts": presenter.texts(inspection),
        "sections": presenter.sections(inspection, parts, request.on),
        "overlaps": lines.overlapping(found),
        "terms": term_views(parts["terms"], parts["term_events"], request.on, parts.calendar),
        "panel": step_panel(
            actions, DESK.steps, inspection.id, "inspections:step", primary=primary, parts=parts
        ),
        "again": again_view(inspection.ruling, request.on),
        "signed": signed_views(parts["above_papers"], request.on),
        "timeline": timeline_views(journal.timeline("inspection", inspection.id, limit=60), parts.people),
        "inspection": inspection,
    }
    return render(request, "inspections/card.html", context)


STANDING_STILL = {"suspended": "inspection.resume", "stopped": "lower.resume"}


def _expected(inspection: Inspection, parts: Gathered) -> str:
    """The power that usually comes next."""
    if inspection.status == "draft":
        return "inspection.open"
    if all(row.relieved_on for row in parts["officers"]):
        return "inspection.name_officers"
    if inspection.status in STANDING_STILL:
        return STANDING_STILL[inspection.status]
    if inspection.notified_on is None and not inspection.no_notice:
        return "inspection.notify"
    if inspection.findings_on is None:
        return "inspection.findings" if parts["visits"] else "inspection.visit"
    return _last(parts)


def _last(parts: Gathered) -> str:
    """What comes after the findings: a conclusion that is awaited, documents still here, the end."""
    if any(row.awaited for row in parts["specialists"]):
        return "inspection.record_conclusion"
    return "inspection.return_documents" if documents_mark(parts["documents"]) else "inspection.finish"


@require_GET
@staff_view
def paper(request: StaffRequest, pk: UUID, paper: str) -> HttpResponseBase:
    """The frozen resolution or notice of a signed inspection; as it will print, marked as a draft, before.
    The note of findings as it stands.
    """
    inspection = reading.read(request.actor, request.on, pk)
    if paper == "findings" and inspection.findings_on is not None:
        return fresh(content.findings(inspection, inspection.specialists.order_by("id")))
    made = {"resolution": content.resolution, "notice": content.notice}
    if paper not in made:
        raise NotFound
    frozen = inspection.pdf if paper == "resolution" else inspection.notice_pdf
    if frozen is not None:
        return preview(frozen)
    if inspection.signed_on is not None:
        raise NotFound
    return fresh(made[paper](inspection))


@require_GET
@staff_view
def above(request: StaffRequest, pk: UUID, row_id: UUID) -> HttpResponseBase:
    """A resolution of the office above on the inspection, as it was signed."""
    return attachment(resolution(reading.read(request.actor, request.on, pk).id, row_id).pdf)


@require_GET
@staff_view
def told(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """What another competent office told this one of its inspection (L.1.9)."""
    row = selectors.told_to(request.actor, request.on, pk)
    secret = row.inspection.secrecy != "none"
    context = {
        "title": _("Under a secrecy mark") if secret else row.inspection.number_text,
        "summary_title": _("Another competent office inspects"),
        "summary": told_summary(row),
    }
    return render(request, "inspections/told.html", context)


@require_GET
@staff_view
def pause(request: StaffRequest, pk: UUID, file_id: UUID) -> HttpResponseBase:
    """A notice that the inspection stood still, or that it went on."""
    inspection = reading.read(request.actor, request.on, pk)
    return attachment(selectors.pause_notice(inspection, file_id))


@require_GET
@staff_view
def summons(request: StaffRequest, pk: UUID, row_id: UUID) -> HttpResponseBase:
    """The letter of a summons for explanations, PDF/A."""
    return attachment(selectors.summons_letter(reading.read(request.actor, request.on, pk), row_id))


@require_GET
@staff_view
def conclusion(request: StaffRequest, pk: UUID, file_id: UUID) -> HttpResponseBase:
    """The conclusion of a specialist."""
    inspection = reading.read(request.actor, request.on, pk)
    return attachment(selectors.conclusion(inspection, file_id))
