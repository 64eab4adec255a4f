"""The card of an act, its text as it will print, what changed between versions; the card of a measure."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from qadaga.acts.above.selectors import resolution
from qadaga.acts.choices import ORDERED, MeasureKind
from qadaga.acts.letters.selectors import letter_file
from qadaga.acts.models import Act, Measure
from qadaga.acts.selectors import (
    act_actions,
    act_parts,
    compare,
    draft_pdf,
    measure_actions,
    measure_parts,
    read_act,
    read_measure,
)
from qadaga.common.errors import NotFound
from qadaga.documents.downloads import attachment, preview
from qadaga.documents.selectors import files_by_id
from qadaga.journal import selectors as journal
from qadaga.matters.gather import Gathered
from qadaga.web.acts import presenter
from qadaga.web.acts.measure_presenter import measure_badge, measure_sections, measure_summary
from qadaga.web.acts.measure_steps import DESK as MEASURE_DESK
from qadaga.web.acts.steps import DESK
from qadaga.web.cards.actions import step_panel
from qadaga.web.cards.sections import file_views
from qadaga.web.cards.signed import signed_views
from qadaga.web.cards.terms import term_views
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Crumb
from qadaga.web.matters.presenter import act_badge
from qadaga.web.rulings import again_view
from qadaga.web.steps import step_view
from qadaga.web.views import StaffRequest, staff_view

step = step_view(DESK)
measure_step = step_view(MEASURE_DESK)

EXPECTED = {
    "draft": "act.submit",
    "agreement": "act.agree",
    "agreed": "act.sign",
    "signed": "act.serve",
    "served": "act.record_reply",
    "replied": "act.assess_reply",
    "satisfied": "act.confirm_removal",
    "partly": "act.confirm_removal",
    "refused": "act.escalate",
    "in_court": "act.court_outcome",
    "granted": "act.confirm_removal",
    "granted_part": "act.confirm_removal",
}


def _act(request: StaffRequest, pk: UUID) -> Act:
    return read_act(request.actor, request.on, pk)


@staff_view
def card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """Everything about one act, and what may be done with it."""
    act = _act(request, pk)
    parts = act_parts(act)
    actions = act_actions(act, request.actor, request.on)
    expected = EXPECTED.get(act.status, "")
    panel = step_panel(actions, DESK.steps, act.id, "acts:step", primary=expected, parts=parts)
    return _shown(request, act, parts, {"panel": panel})


def _shown(request: StaffRequest, act: Act, parts: Gathered, context: dict[str, object]) -> HttpResponse:
    context |= {
        "title": act.number_text or presenter.kind_title(act),
        "subtitle": act.heading,
        "badge": act_badge(act.status),
        "crumbs": [Crumb(act.matter.number_text, presenter.matter_url(act.matter_id))],
        "summary_title": presenter.kind_title(act),
        "summary": presenter.summary(act),
        "texts": presenter.texts(parts),
        "sections": presenter.sections(act, parts),
        "terms": term_views(parts["terms"], parts["term_events"], request.on, parts.calendar),
        "timeline": timeline_views(journal.timeline("act", act.id, limit=60), parts.people),
        "files": file_views(parts["attachments"], "acts:file", act.id),
        "again": again_view(act.ruling, request.on),
        "signed": signed_views(parts["above_papers"], request.on),
        "act": act,
    }
    return render(request, "acts/card.html", context)


@staff_view
def paper(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """The frozen PDF/A of a signed act; the last text as it will print, marked as a draft, before that."""
    act = _act(request, pk)
    if act.pdf is not None:
        return preview(act.pdf)
    answer = HttpResponse(draft_pdf(act), content_type="application/pdf")
    answer["Content-Disposition"] = "inline"
    answer["Cache-Control"] = "private, no-store"
    return answer


@staff_view
def above(request: StaffRequest, pk: UUID, row_id: UUID) -> HttpResponseBase:
    """A resolution of the office above on the act, as it was signed."""
    return attachment(resolution(_act(request, pk).id, row_id).pdf)


@staff_view
def measure_above(request: StaffRequest, pk: UUID, row_id: UUID) -> HttpResponseBase:
    """A resolution of the office above on the measure, as it was signed."""
    return attachment(resolution(read_measure(request.actor, request.on, pk).id, row_id).pdf)


@staff_view
def compared(request: StaffRequest, pk: UUID, older: int, newer: int) -> HttpResponseBase:
    """What changed from one version to another."""
    act = _act(request, pk)
    name = act.number_text or presenter.kind_title(act)
    context = {
        "title": _("What changed from version %(older)s to %(newer)s") % {"older": older, "newer": newer},
        "crumbs": [Crumb(name, presenter.act_url(act.id))],
        "subtitle": act.heading,
        "parts": presenter.comparison(compare(act, older, newer)),
    }
    return render(request, "acts/compare.html", context)


@staff_view
def proof(request: StaffRequest, pk: UUID, file_id: UUID) -> HttpResponseBase:
    """A file that stands in the act's course: the proof of service, a reply, the proof of removal."""
    act = _act(request, pk)
    parts = act_parts(act)
    rows = [*parts["service"], *parts["removal"]]
    known = {row.proof_id for row in rows}
    known |= {row.file_id for row in (*parts["replies"], *parts["attachments"], *parts["decisions"])}
    found = files_by_id([file_id]) if file_id in known else {}
    if file_id not in found:
        raise NotFound
    return attachment(found[file_id])


@staff_view
def measure_card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """Everything about one measure, and what may be done with it."""
    measure = read_measure(request.actor, request.on, pk)
    actions = measure_actions(measure, request.actor, request.on)
    parts = measure_parts(measure)
    context = {
        "title": measure.number_text,
        "badge": measure_badge(measure),
        "crumbs": [Crumb(measure.matter.number_text, presenter.matter_url(measure.matter_id))],
        "summary_title": measure.get_kind_display(),
        "summary": measure_summary(measure, parts),
        "texts": _texts(measure),
        "sections": measure_sections(measure, parts, request.on),
        "panel": step_panel(
            actions,
            MEASURE_DESK.steps,
            measure.id,
            "measures:step",
            primary=_measure_expected(measure),
            parts=parts,
        ),
        "terms": term_views(parts["terms"], parts["term_events"], request.on, parts.calendar),
        "again": again_view(measure.ruling, request.on),
        "signed": signed_views(parts["above_papers"], request.on),
        "timeline": timeline_views(journal.timeline("measure", measure.id, limit=60), parts.people),
        "measure": measure,
        "letters": parts["letters"],
    }
    return render(request, "acts/measure.html", context)


MEASURE_EXPECTED = {"issued": "measure.request", "served": "measure.record_reply"}
ORDERED_EXPECTED = {"issued": "measure.serve", "served": "measure.record_reply"}


def _measure_expected(measure: Measure) -> str:
    if measure.kind == MeasureKind.CHECK and measure.status == "served":
        return "check.record_report"
    expected = ORDERED_EXPECTED if measure.kind in ORDERED else MEASURE_EXPECTED
    return expected.get(measure.status, "")


def _texts(measure: Measure) -> list[tuple[str, str]]:
    named = [(_("Ground"), measure.ground), (_("Text"), measure.text), (_("Reply"), measure.reply or "")]
    return [(label, text) for label, text in named if text]


@require_GET
@staff_view
def measure_letter(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """The letter by which a measure went out, PDF/A."""
    found = letter_file(read_measure(request.actor, request.on, pk).id)
    if found is None:
        raise NotFound
    return preview(found)


@staff_view
def measure_reply(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """The file of the reply to a request."""
    measure = read_measure(request.actor, request.on, pk)
    if measure.reply_file is None:
        raise NotFound
    return attachment(measure.reply_file)


@staff_view
def measure_proof(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """The proof that a measure ordered from others was delivered."""
    measure = read_measure(request.actor, request.on, pk)
    proofs = [row.proof_id for row in measure_parts(measure)["ordered"] if row.proof_id]
    found = files_by_id(proofs)
    if not found:
        raise NotFound
    return attachment(found[proofs[0]])
