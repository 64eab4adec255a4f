"""Cards of councils, sessions and decisions, their lists and papers."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.common.errors import NotFound
from qadaga.coordination import paper, selectors, services
from qadaga.coordination.choices import CouncilStatus, Organ
from qadaga.coordination.models import Council, Session
from qadaga.coordination.subject import council_subject
from qadaga.documents.downloads import attachment
from qadaga.journal import selectors as journal
from qadaga.law.model import Ruling
from qadaga.offices.selectors import office_by_id
from qadaga.web.cards.entry import entry_page
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Crumb
from qadaga.web.coordination import parts as pieces
from qadaga.web.coordination import presenter
from qadaga.web.coordination.decision_steps import DECISIONS
from qadaga.web.coordination.forms import CouncilForm, NewSessionForm
from qadaga.web.coordination.steps import COUNCILS, FORM, SESSIONS
from qadaga.web.forms import posted
from qadaga.web.names import language
from qadaga.web.rulings import again_view
from qadaga.web.steps import step_view
from qadaga.web.views import StaffRequest, staff_view

council_step, session_step, decision_step = step_view(COUNCILS), step_view(SESSIONS), step_view(DECISIONS)


@require_GET
@staff_view
def session_card(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Everything about one session, and what may be done with it."""
    session = selectors.read_session(request.actor, request.on, pk)
    parts = selectors.session_parts(session)
    actions = selectors.session_actions(session, request.actor, request.on)
    context = {
        "title": session.title,
        "subtitle": f"{session.get_organ_display()}, {presenter.hour(session)}",
        "badge": presenter.session_badge(session, request.on),
        "crumbs": [Crumb(_("Sittings"), reverse("sessions:list"))],
        "summary_title": _("The session"),
        "summary": presenter.session_summary(session, parts),
        "texts": presenter.session_texts(session),
        "sections": presenter.session_sections(session, parts, request.on),
        "panel": presenter.session_panel(session, parts, actions),
        "again": again_view(session.ruling, request.on),
        "timeline": timeline_views(journal.timeline("session", session.id, limit=60)),
    }
    return render(request, "cards/card.html", context)


@require_GET
@staff_view
def session_paper(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """The minutes as they were signed, PDF/A."""
    session = selectors.read_session(request.actor, request.on, pk)
    if session.pdf is None:
        raise NotFound
    return attachment(session.pdf)


@require_GET
@staff_view
def decision_card(request: StaffRequest, pk: UUID) -> HttpResponse:
    """One decision: who, until when, what was done."""
    decision = selectors.read_decision(request.actor, request.on, pk)
    reports, terms = selectors.decision_parts(decision)
    actions = selectors.decision_actions(decision, request.actor, request.on)
    session = decision.session
    context = {
        "title": f"{session} · {decision.no}",
        "subtitle": session.get_organ_display(),
        "badge": presenter.decision_badge(decision, request.on),
        "crumbs": [
            Crumb(_("Decisions under control"), reverse("decisions:list")),
            Crumb(str(session), reverse("sessions:card", args=[session.id])),
        ],
        "summary_title": _("The decision"),
        "summary": pieces.decision_summary(decision),
        "texts": [(_("What was decided"), decision.text)],
        "sections": [pieces.reports_section(reports), pieces.terms_section(decision, terms)],
        "panel": pieces.decision_panel(decision, actions),
        "timeline": timeline_views(journal.timeline("decision", decision.id, limit=60)),
    }
    return render(request, "cards/card.html", context)


@require_GET
@staff_view
def decision_paper(request: StaffRequest, pk: UUID) -> HttpResponse:
    """An extract from signed minutes with the one decision, PDF/A."""
    decision = selectors.read_decision(request.actor, request.on, pk)
    if decision.set_on is None:
        raise NotFound
    made = paper.extract(decision, "kk" if language() == "kk" else "ru")
    name = f"extract-{decision.session.year}-{decision.session.number}-{decision.no}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


@require_GET
@staff_view
def council_list(request: StaffRequest) -> HttpResponse:
    """The councils of the scope; where the own office has none, the way to form one."""
    rows = selectors.councils(request.actor, request.on)
    sections = [pieces.councils_section(rows, request.on)]
    own = any(row.office_id == request.actor.office_id and row.ended_on is None for row in rows)
    new = "" if own or not _may_form(request).allowed else reverse("councils:new")
    context = {"title": _("Coordination councils"), "sections": sections, "new_url": new}
    return render(request, "coordination/councils.html", context)


@require_GET
@staff_view
def council_card(request: StaffRequest, pk: UUID) -> HttpResponse:
    """One council: its members, what may be done."""
    council = selectors.read_council(request.actor, request.on, pk)
    actions = selectors.council_actions(council, request.actor, request.on)
    context = {
        "title": _("Coordination council"),
        "subtitle": council.office.name_in(language()),
        "crumbs": [Crumb(_("Coordination councils"), reverse("councils:list"))],
        "summary_title": _("The council"),
        "summary": pieces.council_summary(council),
        "sections": [pieces.members_section(selectors.members_of(council))],
        "panel": pieces.council_panel(council, actions),
        "timeline": timeline_views(journal.timeline("council", council.id, limit=60)),
    }
    return render(request, "cards/card.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def new_council(request: StaffRequest) -> HttpResponseBase:
    """Form the council of one's own office."""
    ruling = _may_form(request)
    form = CouncilForm(posted(request), record=Council(version=0), request=request)

    def made() -> str:
        values = form.cleaned_data
        row = services.form_council(
            basis=values["basis"], formed_on=values["formed_on"], by=request.actor, on=request.on
        )
        return reverse("councils:card", args=[row.id])

    return entry_page(request, form, ruling, made, register=_home("councils:list"), text="")


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def new_session(request: StaffRequest) -> HttpResponseBase:
    """Set a session of the collegium or council of one's own office."""
    office = office_by_id(request.actor.office_id)
    organs = selectors.own_organs(office, request.on) or [Organ.COUNCIL.value]
    ruling = selectors.may_plan(request.actor, organs[0], office, request.on)
    form = NewSessionForm(posted(request), record=Session(version=0), request=request)

    def made() -> str:
        row = services.plan(
            organ=form.cleaned_data["organ"], planned=form.planned(), by=request.actor, on=request.on
        )
        return reverse("sessions:card", args=[row.id])

    form.initial.setdefault("organ", organs[0])
    return entry_page(
        request, form, ruling, made, register=_home("sessions:list"), title=_("Set a session"), text=""
    )


def _may_form(request: StaffRequest) -> Ruling:
    office = office_by_id(request.actor.office_id)
    row = Council(office=office, status=CouncilStatus.OPEN)
    subject = council_subject(row, request.actor, request.on)
    return authority.may(request.actor, FORM, subject, on=request.on)


def _home(name: str) -> Crumb:
    return Crumb(_("Coordination"), reverse(name))
