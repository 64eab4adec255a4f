"""Cards of legal acts and analyses, a new one of each, an edition's text, the review queue."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.common.errors import NotFound
from qadaga.documents.downloads import attachment, fresh, preview
from qadaga.journal import selectors as journal
from qadaga.offices.selectors import office_by_id
from qadaga.supervision.legality import paper, selectors, services
from qadaga.supervision.legality.choices import AnalysisStatus, LegalActStatus
from qadaga.supervision.legality.models import Analysis, LegalAct
from qadaga.supervision.legality.subject import ENTER, ORDER, analysis_subject, legal_act_subject
from qadaga.web.cards.entry import entry_page
from qadaga.web.cards.terms import term_views
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Crumb, date_text
from qadaga.web.forms import posted
from qadaga.web.legality import analysis_presenter, presenter
from qadaga.web.legality.analysis_forms import OrderForm
from qadaga.web.legality.forms import EnterForm
from qadaga.web.legality.steps import ACTS, ANALYSES
from qadaga.web.names import language
from qadaga.web.steps import step_view
from qadaga.web.views import StaffRequest, staff_view

act_step, analysis_step = step_view(ACTS), step_view(ANALYSES)


@require_GET
@staff_view
def act_card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """Everything about one legal act, and what may be done with it."""
    row = selectors.read_act(request.actor, request.on, pk)
    parts = selectors.act_parts(row)
    actions = selectors.act_actions(row, request.actor, request.on)
    context = {
        "title": str(row),
        "subtitle": row.body.name(language()),
        "badge": presenter.act_badge(row, request.on),
        "crumbs": [_acts(), Crumb(_("Review queue"), reverse("legal_acts:queue"))],
        "summary_title": _("The act"),
        "summary": presenter.act_summary(row, request.on),
        "texts": presenter.act_texts(row, parts),
        "terms": term_views(parts.terms, parts.term_events, request.on, parts.calendar),
        "sections": presenter.act_sections(row, parts),
        "panel": presenter.act_panel(row, actions, request.on),
        "timeline": timeline_views(journal.timeline("legal_act", row.id, limit=60)),
    }
    return render(request, "cards/card.html", context)


@require_GET
@staff_view
def edition(request: StaffRequest, pk: UUID, edition_id: UUID) -> HttpResponseBase:
    """The text of one edition, or the link to its file."""
    found = selectors.read_edition(request.actor, request.on, pk, edition_id)
    row = found.legal_act
    context = {
        "title": _("Edition of %(day)s") % {"day": date_text(found.starts_on)},
        "subtitle": found.basis or _("The act as adopted"),
        "crumbs": [_acts(), Crumb(str(row), reverse("legal_acts:card", args=[row.id]))],
        "edition": found,
        "act": row,
    }
    return render(request, "legality/edition.html", context)


@require_GET
@staff_view
def edition_file(request: StaffRequest, pk: UUID, edition_id: UUID) -> HttpResponseBase:
    """The file of an edition."""
    found = selectors.read_edition(request.actor, request.on, pk, edition_id)
    if found.file is None:
        raise NotFound
    return attachment(found.file)


@require_GET
@staff_view
def queue(request: StaffRequest) -> HttpResponse:
    """What waits: acts to be given for review, reviews under way, bodies that keep silent."""
    found = selectors.queue(request.actor, request.on)
    context = {
        "title": _("Review queue"),
        "crumbs": [_acts(), Crumb(_("Analyses of legality"), reverse("analyses:list"))],
        "sections": presenter.queue_sections(found, request.on),
    }
    return render(request, "custody/plan.html", context)


@require_GET
@staff_view
def analysis_card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """One analysis: what it rests on, what it found, what it proposes, who was informed."""
    row = selectors.read_analysis(request.actor, request.on, pk)
    parts = selectors.analysis_parts(row)
    actions = selectors.analysis_actions(row, request.actor, request.on)
    context = {
        "title": row.subject,
        "subtitle": row.number_text or _("An analysis of the state of legality"),
        "badge": analysis_presenter.analysis_badge(row, request.on),
        "crumbs": [Crumb(_("Analyses of legality"), reverse("analyses:list"))],
        "summary_title": _("The analysis"),
        "summary": analysis_presenter.analysis_summary(row),
        "texts": analysis_presenter.analysis_texts(row),
        "sections": analysis_presenter.analysis_sections(row, parts),
        "panel": analysis_presenter.analysis_panel(row, actions),
        "timeline": timeline_views(journal.timeline("legality_analysis", row.id, limit=60)),
    }
    return render(request, "cards/card.html", context)


@require_GET
@staff_view
def analysis_pdf(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """The analysis on paper: as it was approved, before that the draft as it will print."""
    row = selectors.read_analysis(request.actor, request.on, pk)
    if row.pdf is not None:
        return preview(row.pdf)
    return fresh(paper.pdf(row, language()))


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def new_act(request: StaffRequest) -> HttpResponseBase:
    """Enter a legal act into the register of one's office."""
    office = office_by_id(request.actor.office_id)
    record = LegalAct(office=office, holder=office, status=LegalActStatus.REGISTERED, version=0)
    form = EnterForm(posted(request), request.FILES or None, record=record, request=request)

    def make() -> str:
        made = services.enter(entered=form.entered(), wording=form.wording(), by=request.actor, on=request.on)
        return reverse("legal_acts:card", args=[made.id])

    subject = legal_act_subject(record, request.actor, request.on)
    # Before its territory is chosen the law can only be asked about the office itself.
    ruling = authority.offered(request.actor, ENTER, subject, request.on)
    return entry_page(request, form, ruling, make, register=_acts())


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def new_analysis(request: StaffRequest) -> HttpResponseBase:
    """Order an analysis of the state of legality in one's office."""
    office = office_by_id(request.actor.office_id)
    record = Analysis(office=office, status=AnalysisStatus.DRAFT, version=0)
    form = OrderForm(posted(request), record=record, request=request)

    def make() -> str:
        made = services.order(ordered=form.ordered(), by=request.actor, on=request.on)
        return reverse("analyses:card", args=[made.id])

    subject = analysis_subject(record, request.actor, request.on)
    back = Crumb(_("Analyses of legality"), reverse("analyses:list"))
    ruling = authority.offered(request.actor, ORDER, subject, request.on)
    return entry_page(request, form, ruling, make, register=back)


def _acts() -> Crumb:
    return Crumb(_("Legal acts"), reverse("legal_acts:list"))
