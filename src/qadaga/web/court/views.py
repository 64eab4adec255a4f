"""Cards of cases, judicial acts and hearings; new cards; the week of hearings and its iCalendar file."""

from datetime import date, timedelta
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.court import ics, selectors, services
from qadaga.court.models import Case, Review
from qadaga.court.subject import Card, subject_of
from qadaga.documents.downloads import attachment
from qadaga.journal import selectors as journal
from qadaga.law.model import Ruling
from qadaga.matters.gather import Gathered
from qadaga.offices.selectors import office_by_id
from qadaga.web.cards.actions import Panel
from qadaga.web.cards.entry import entry_page
from qadaga.web.cards.sections import period_text
from qadaga.web.cards.signed import signed_views
from qadaga.web.cards.terms import term_views
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Crumb
from qadaga.web.court import linked, presenter
from qadaga.web.court.forms import CaseForm, ReviewForm
from qadaga.web.court.steps import (
    CASES,
    HEARINGS,
    KEEP,
    REVIEWS,
    called,
    find_case,
    find_hearing,
    find_review,
)
from qadaga.web.forms import posted
from qadaga.web.steps import step_view
from qadaga.web.views import StaffRequest, staff_view

case_step, review_step, hearing_step = step_view(CASES), step_view(REVIEWS), step_view(HEARINGS)


@require_GET
@staff_view
def case_card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """Everything about one case, and what may be done with it."""
    case = find_case(request, pk)
    parts = linked.parts_of_prosecution(case, request.actor, request.on)
    panel = presenter.case_panel(case, selectors.actions(case, request.actor, request.on), parts)
    return _card(request, case, parts, panel, _cases())


@require_GET
@staff_view
def review_card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """Everything about one judicial act under study, and what may be done with it."""
    review = find_review(request, pk)
    actions = selectors.actions(review, request.actor, request.on)
    parts = selectors.parts_of(review)
    return _card(request, review, parts, presenter.review_panel(review, actions), _reviews())


def _card(request: StaffRequest, card: Card, parts: Gathered, panel: Panel, crumb: Crumb) -> HttpResponse:
    kind, heading = (
        ("court_case", _("The case")) if isinstance(card, Case) else ("judicial_act", _("Judicial act"))
    )
    rows, events, named = linked.terms_of(parts)
    context = {
        "title": called(card),
        "subtitle": card.get_kind_display(),
        "badge": presenter.card_badge(card, request.on),
        "crumbs": [crumb],
        "summary_title": heading,
        "summary": presenter.summary(card, parts, request.on),
        "texts": presenter.texts(card),
        "sections": presenter.sections(card, parts),
        "terms": term_views(rows, events, request.on, parts.calendar, named),
        "panel": panel,
        "signed": signed_views(parts["papers"], request.on),
        "timeline": timeline_views(journal.timeline(kind, card.id, limit=60), parts.people),
    }
    return render(request, "cards/card.html", context)


@require_GET
@staff_view
def hearing_card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """One hearing: when, where, who goes, what came of it."""
    hearing = find_hearing(request, pk)
    actions = selectors.hearing_actions(hearing, request.actor, request.on)
    context = {
        "title": called(hearing.owner),
        "subtitle": _("Hearing"),
        "badge": presenter.hearing_badge(hearing, request.on),
        "crumbs": [Crumb(_("Hearings"), reverse("hearings:list"))],
        "summary_title": _("Hearing"),
        "summary": presenter.hearing_summary(hearing, request.on),
        "texts": [(_("What happened"), hearing.outcome)] if hearing.outcome else [],
        "panel": presenter.hearing_panel(hearing, actions),
        "timeline": [],
    }
    return render(request, "cards/card.html", context)


@require_GET
@staff_view
def case_paper(request: StaffRequest, pk: UUID, paper_id: UUID) -> HttpResponseBase:
    """A paper of the case as it was signed, PDF/A."""
    return attachment(selectors.paper(find_case(request, pk), paper_id))


@require_GET
@staff_view
def review_paper(request: StaffRequest, pk: UUID, paper_id: UUID) -> HttpResponseBase:
    """A paper about the judicial act as it was signed, PDF/A."""
    return attachment(selectors.paper(find_review(request, pk), paper_id))


@require_GET
@staff_view
def review_proof(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """The proof that the call for the case reached the court."""
    return attachment(selectors.proof(find_review(request, pk)))


@require_GET
@staff_view
def week(request: StaffRequest) -> HttpResponse:
    """The hearings of a week in the person's scope, day by day."""
    first = _monday(request.GET.get("from", ""), request.on)
    last, most = first + timedelta(days=6), selectors.WEEK
    found = selectors.hearings(request.actor, request.on, first, last, most=most + 1)
    context = {
        "title": _("Hearings of the week"),
        "days": period_text(first, first + timedelta(days=7)),
        "sections": presenter.week(found[:most], first, request.on),
        "most": most if len(found) > most else 0,
        "before": first - timedelta(days=7),
        "after": first + timedelta(days=7),
    }
    return render(request, "court/week.html", context)


@require_GET
@staff_view
def calendar(request: StaffRequest) -> HttpResponse:
    """The hearings to come as an iCalendar file."""
    text = ics.calendar(selectors.to_come(request.actor, request.on))
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="hearings.ics"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def new_case(request: StaffRequest) -> HttpResponseBase:
    """Open the card of a case in one's office."""
    record = Case(kind="civil", status="in_court", opened_on=request.on, version=0)
    form = CaseForm(posted(request), record=record, request=request)

    def perform() -> str:
        made = services.open_case(entered=form.entered(), by=request.actor, on=request.on)
        return reverse("courtcases:card", args=[made.id])

    ruling, title = may_keep(request, record), _("Register a case")
    return entry_page(request, form, ruling, perform, register=_cases(), title=title)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def new_review(request: StaffRequest) -> HttpResponseBase:
    """Open the card of a judicial act to look into."""
    record = Review(status="opened", opened_on=request.on, version=0)
    form = ReviewForm(posted(request), record=record, request=request)

    def perform() -> str:
        made = services.open_review(entered=form.looked(), by=request.actor, on=request.on)
        return reverse("reviews:card", args=[made.id])

    ruling, title = may_keep(request, record), _("Register a judicial act")
    return entry_page(request, form, ruling, perform, register=_reviews(), title=title)


def may_keep(request: StaffRequest, record: Card) -> Ruling:
    """Whether the person may open a card in their office: asked before anything is chosen."""
    if record.office_id != request.actor.office_id:
        record.office = office_by_id(request.actor.office_id)
    # Before its territory is chosen the law can only be asked about the office itself.
    record.kato = None  # type: ignore[assignment]  # not chosen yet
    return authority.may(request.actor, KEEP, subject_of(record, request.actor, request.on), on=request.on)


def _monday(text: str, on: date) -> date:
    """The Monday of the week asked for; of this one where that is no day."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = on
    day = day if 1900 < day.year < 2200 else on
    return day - timedelta(days=day.weekday())


def _cases() -> Crumb:
    return Crumb(_("Cases in court"), reverse("courtcases:list"))


def _reviews() -> Crumb:
    return Crumb(_("Judicial acts in force"), reverse("reviews:list"))
