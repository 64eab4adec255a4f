"""The card of a matter."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from qadaga.acts.selectors import MATTER_EXTRA
from qadaga.appeals.obstacles import marks_among
from qadaga.appeals.selectors import OF_MATTER
from qadaga.appeals.summonses.selectors import OF_MATTER as SUMMONSES
from qadaga.common.errors import NotFound
from qadaga.court.applications.selectors import OF_MATTER as APPLICATIONS
from qadaga.documents.downloads import attachment
from qadaga.documents.selectors import files_by_id
from qadaga.journal import selectors as journal
from qadaga.matters.gather import Gathered
from qadaga.matters.models import Matter
from qadaga.matters.norms.selectors import OF_MATTER as NORMS
from qadaga.matters.selectors import matter_actions, matter_parts, read_matter, told_to
from qadaga.supervision.gateway.selectors import OF_MATTER as LOOKUPS
from qadaga.supervision.inspections.selectors.card import OF_MATTER as INSPECTIONS
from qadaga.web.cards.actions import step_panel
from qadaga.web.cards.sections import file_views
from qadaga.web.cards.terms import term_views
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Empty
from qadaga.web.matters import presenter
from qadaga.web.matters.changed_hands import HANDS, told_summary
from qadaga.web.matters.groups import GROUPS
from qadaga.web.matters.steps import DESK
from qadaga.web.steps import step_view
from qadaga.web.views import StaffRequest, staff_view

step = step_view(DESK)

EXPECTED = {
    "opened": "matter.assign",
    "assigned": "matter.record_violation",
    "suspended": "matter.resume",
}


@staff_view
def told(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """What another competent office told this one of its matter (L.1.9)."""
    row = told_to(request.actor, request.on, pk)
    context = {
        "title": row.matter.number_text,
        "summary_title": _("Another competent office holds this matter"),
        "summary": told_summary(row),
    }
    return render(request, "matters/told.html", context)


@staff_view
def card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """Everything about one matter, and what may be done with it."""
    matter = read_matter(request.actor, request.on, pk)
    extra = (*MATTER_EXTRA, *OF_MATTER, *INSPECTIONS, *LOOKUPS, *NORMS, *APPLICATIONS, *SUMMONSES, HANDS)
    parts = matter_parts(matter, extra, reader=request.actor.person_id)
    actions = matter_actions(matter, request.actor, request.on, marks_among(parts["appeals"]))
    return _shown(
        request,
        matter,
        parts,
        {
            "panel": step_panel(
                actions,
                DESK.steps,
                matter.id,
                "matters:step",
                primary=_expected(matter, parts),
                parts=parts,
                groups=GROUPS,
            ),
        },
    )


def _expected(matter: Matter, parts: Gathered) -> str:
    """The power that usually comes next: what the course of the matter still lacks."""
    if not matter.tasks and matter.status in ("opened", "assigned", "in_work"):
        return "matter.set_tasks"
    if _in_conflict(matter, parts):
        return "matter.assign"
    if matter.status != "in_work":
        return EXPECTED.get(matter.status, "")
    if not parts["violations"]:
        return "matter.record_violation"
    if not parts["acts"]:
        return "act.draft"
    return "matter.record_result" if len(parts["results"]) < 4 else "matter.close"


def _in_conflict(matter: Matter, parts: Gathered) -> bool:
    """Whether the officer in charge has declared a conflict: nothing goes on until somebody else has it."""
    declared = {row.person_id for row in parts["conflicts"]}
    return matter.assignee is not None and matter.assignee.person_id in declared


def _shown(
    request: StaffRequest, matter: Matter, parts: Gathered, context: dict[str, object]
) -> HttpResponse:
    also = [("act", act.id) for act in parts["acts"]] + [("measure", row.id) for row in parts["measures"]]
    context |= {
        "title": matter.number_text,
        "subtitle": matter.title,
        "badge": presenter.status_badge(matter),
        "summary_title": _("The matter"),
        "summary": presenter.summary(matter, parts, request.on),
        "texts": [(head, text) for head, text in _texts(matter) if text],
        "sections": presenter.sections(matter, parts),
        "terms": term_views(parts["terms"], parts["term_events"], request.on, parts.calendar),
        "timeline": timeline_views(journal.timeline("matter", matter.id, also=also, limit=60), parts.people),
        "files": file_views(parts["attachments"], "matters:file", matter.id),
        "no_files": Empty(_("No files yet"), _("Attach what the matter rests on.")),
    }
    return render(request, "cards/card.html", context)


def _texts(matter: Matter) -> list[tuple[str, str]]:
    return [(_("What it is about"), matter.gist), (_("Conclusion"), matter.conclusion)]


@staff_view
def file(request: StaffRequest, pk: UUID, file_id: UUID) -> HttpResponseBase:
    """A file attached to the matter."""
    matter = read_matter(request.actor, request.on, pk)
    known = {row.file_id for row in matter_parts(matter)["attachments"]}
    found = files_by_id([file_id]) if file_id in known else {}
    if file_id not in found:
        raise NotFound
    return attachment(found[file_id])
