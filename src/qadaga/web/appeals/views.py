"""The card of an appeal, its papers, and what waits in the registry."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qadaga.appeals import papers, services
from qadaga.appeals.kinds import AnswerState
from qadaga.appeals.models import Answer, Appeal
from qadaga.appeals.reading import require_reading
from qadaga.appeals.row_papers import paper_of
from qadaga.appeals.selectors import (
    answer_of,
    appeal_actions,
    appeal_parts,
    get_appeal,
    to_register,
    to_tell,
)
from qadaga.appeals.summonses.selectors import OF_APPEAL as SUMMONSES
from qadaga.appeals.trust.selectors import OF_APPEAL as OPINIONS
from qadaga.authority import barred
from qadaga.authority.scope import scope_of
from qadaga.common.errors import NotFound
from qadaga.documents.downloads import attachment, fresh, preview
from qadaga.documents.selectors import files_by_id
from qadaga.journal import selectors as journal
from qadaga.matters.gather import Gathered
from qadaga.offices.selectors import names_of
from qadaga.supervision.custody.lodged import complaint_of
from qadaga.supervision.custody.models import Complaint
from qadaga.supervision.pretrial.selectors import OF_APPEAL
from qadaga.web.appeals import presenter
from qadaga.web.appeals.inbox import notices_table, received_rows
from qadaga.web.appeals.row_steps import STEPS as ROW_STEPS
from qadaga.web.appeals.row_steps import desk_of
from qadaga.web.appeals.steps import DESK, PANEL, find
from qadaga.web.cards.actions import step_panel
from qadaga.web.cards.sections import Section, file_views
from qadaga.web.cards.terms import term_views
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Empty
from qadaga.web.names import language
from qadaga.web.pretrial.of_appeal import on_card
from qadaga.web.steps import step_view
from qadaga.web.views import StaffRequest, staff_view

step = step_view(DESK)

EXPECTED = {
    "registered": "matter.open",
    "in_matter": "appeal.draft_answer",
    "answer_draft": "appeal.sign_answer",
}


@staff_view
def card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """Everything about one appeal, and what may be done with it; the reading is journalled."""
    appeal = get_appeal(scope_of(request.actor, request.on), pk)
    parts = appeal_parts(appeal, (*OPINIONS, *OF_APPEAL, *SUMMONSES))
    require_reading(appeal, request.actor, request.on, parts)
    return _shown(request, appeal, parts)


def _shown(request: StaffRequest, appeal: Appeal, parts: Gathered) -> HttpResponse:
    actions = appeal_actions(appeal, parts, request.actor, request.on)
    answers = parts["answers"]
    context = {
        "title": appeal.number,
        "subtitle": appeal.summary.split("\n", 1)[0][:160],
        "badge": presenter.status_badge(appeal),
        "summary_title": _("The appeal"),
        "summary": presenter.summary(appeal, _kept_from(request, appeal), _from_custody(appeal)),
        "texts": [(_("What it is about"), appeal.summary), *[(_("Answer"), one.text) for one in answers]],
        "sections": [
            *presenter.sections(appeal, parts, _addressees(parts)),
            *_in_case(request, appeal, parts),
        ],
        "panel": step_panel(
            actions,
            PANEL,
            appeal.id,
            "appeals:step",
            primary=_expected(appeal, answers),
            parts=parts,
        ),
        "terms": term_views(parts["terms"], parts["term_events"], request.on, parts.calendar),
        "timeline": timeline_views(journal.timeline("appeal", appeal.id, limit=60), parts.people),
        "files": file_views(parts["attachments"], "appeals:file", appeal.id),
        "no_files": Empty(_("No files yet"), _("Attach what came with the appeal.")),
        "appeal": appeal,
        "answer": answers[0] if answers else None,
    }
    return render(request, "appeals/card.html", context)


def _in_case(request: StaffRequest, appeal: Appeal, parts: Gathered) -> list[Section]:
    made = on_card(appeal, parts, request.actor, request.on)
    return [made] if made.count else []


def _kept_from(request: StaffRequest, appeal: Appeal) -> frozenset[UUID]:
    """Appeals that complain of the reader; asked only where the card would lead to another appeal."""
    if not (appeal.repeats_id or appeal.challenges_id):
        return frozenset()
    return barred.ids(request.actor.person_id, "appeal")


def _from_custody(appeal: Appeal) -> Complaint | None:
    """Whence somebody held complained; asked only of an appeal of somebody held."""
    return complaint_of(appeal.id) if appeal.detained else None


def _expected(appeal: Appeal, answers: list[Answer]) -> str:
    """The power that is likely used next."""
    if any(one.state == AnswerState.SIGNED for one in answers):
        return "appeal.send_answer"
    return EXPECTED.get(appeal.status, "")


def _addressees(parts: Gathered) -> dict[UUID, str]:
    ids = {row.to_office_id for row in parts["forwardings"] if row.to_office_id}
    return names_of(ids, language()) if ids else {}


@staff_view
def row_step(request: StaffRequest, pk: UUID, row_id: UUID, slug: str) -> HttpResponseBase:
    """A step on a forwarding, a decision or a request of the appeal."""
    if slug not in ROW_STEPS:
        raise NotFound
    return step_view(desk_of(slug, row_id))(request, pk, slug)


@staff_view
def coupon(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """The applicant's coupon, to be printed; in the language of the appeal."""
    appeal = find(request, pk)
    return fresh(papers.coupon(appeal, papers.language_of(appeal)))


@staff_view
def answer(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """The frozen PDF/A of a signed answer; before that the draft as it will print."""
    appeal = find(request, pk)
    row = answer_of(appeal)
    if row is None:
        raise NotFound
    if row.pdf is not None:
        return preview(row.pdf)
    return fresh(papers.answer(appeal, row, appeal.applicants.order_by("position"), None))


@staff_view
def row_paper(request: StaffRequest, pk: UUID, kind: str, row_id: UUID) -> HttpResponseBase:
    """The letter or notice of one forwarding, decision or request of the appeal."""
    appeal = find(request, pk)
    made = paper_of(appeal, kind, row_id)
    if made is None:
        raise NotFound
    return fresh(made)


@staff_view
def file(request: StaffRequest, pk: UUID, file_id: UUID) -> HttpResponseBase:
    """A file of the appeal as a download."""
    known = {row.file_id for row in appeal_parts(find(request, pk))["attachments"]}
    found = files_by_id([file_id]) if file_id in known else {}
    if file_id not in found:
        raise NotFound
    return attachment(found[file_id])


@staff_view
def inbox(request: StaffRequest) -> HttpResponseBase:
    """What other offices forwarded here and is to be registered; applicants still to be told."""
    context = {
        "title": _("To register and to tell"),
        "received": received_rows(to_register(request.actor)),
        "notices": notices_table(to_tell(request.actor), request.on),
    }
    return render(request, "appeals/inbox.html", context)


@require_POST
@staff_view
def receive(request: StaffRequest, forwarding_id: UUID) -> HttpResponseBase:
    """Register what was forwarded here, and show it."""
    appeal = services.receive(forwarding_id=forwarding_id, by=request.actor, on=request.on)
    return redirect(reverse("appeals:card", args=[appeal.id]))
