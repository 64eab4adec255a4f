"""The page of the head about the trust of people; the card of a proposal, a new one, a review."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga.appeals.trust import figures, selectors, services
from qadaga.appeals.trust.models import Review
from qadaga.journal import selectors as journal
from qadaga.offices.selectors import office_by_id
from qadaga.web.cards.entry import entry_page
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Crumb
from qadaga.web.forms import posted
from qadaga.web.names import language
from qadaga.web.steps import step_view
from qadaga.web.trust import presenter
from qadaga.web.trust.forms import ProposeForm, ReviewForm
from qadaga.web.trust.steps import PROPOSALS
from qadaga.web.views import StaffRequest, staff_view

proposal_step = step_view(PROPOSALS)
_METHODS = ["GET", "HEAD", "POST"]


@require_GET
@staff_view
def page(request: StaffRequest, pk: UUID | None = None) -> HttpResponse:
    """How far people trust an office of the scope, or the own one; proposals, the head's reviews."""
    office = selectors.office_of(request.actor, request.on, pk)
    begins = figures.quarter_of(request.on)
    now, before = figures.of_quarters(office.id, begins, figures.quarter_before(begins))
    links, own = [], office.id == request.actor.office_id
    if own and selectors.may_review(office, request.actor, request.on).allowed:
        links.append((reverse("trust:review"), _("Review a quarter")))
    if own and selectors.may_propose(request.actor, request.on, office).allowed:
        links.append((reverse("proposals:new"), _("Propose an improvement")))
    sections = [
        presenter.figures_section(now, before),
        presenter.proposals_section(selectors.open_proposals(office)),
        presenter.opinions_section(selectors.last_opinions(request.actor, office)),
        presenter.reviews_section(selectors.reviews_of(office)),
    ]
    context = {
        "title": _("Trust of people"),
        "subtitle": office.name_in(language()),
        "links": links,
        "sections": sections,
    }
    return render(request, "trust/page.html", context)


@require_http_methods(_METHODS)
@staff_view
def review(request: StaffRequest) -> HttpResponseBase:
    """The head looks at a quarter."""
    office = office_by_id(request.actor.office_id)
    record = Review(office=office)
    record.version = 0  # type: ignore[attr-defined]  # a review is never changed; the form asks for one
    form = ReviewForm(posted(request), record=record, request=request)

    def made() -> str:
        said = {name: form.cleaned_data[name] for name in ("conclusion", "decision")}
        services.review(starts_on=form.starts_on(), **said, by=request.actor, on=request.on)
        return reverse("trust:page")

    ruling = selectors.may_review(office, request.actor, request.on)
    text = _("The figures of the quarter are kept with the review as they stand now.")
    crumb = Crumb(_("Trust of people"), reverse("trust:page"))
    return entry_page(request, form, ruling, made, register=crumb, text=text)


@require_GET
@staff_view
def card(request: StaffRequest, pk: UUID) -> HttpResponse:
    """One proposal: why, what was decided, what came of it."""
    row = selectors.read_proposal(request.actor, request.on, pk)
    actions = selectors.proposal_actions(row, request.actor, request.on)
    context = {
        "title": row.title,
        "subtitle": row.office.name_in(language()),
        "badge": presenter.proposal_badge(row, request.on),
        "crumbs": [_proposals()],
        "summary_title": _("The proposal"),
        "summary": presenter.summary(row),
        "texts": presenter.texts(row),
        "panel": presenter.panel(row, actions),
        "timeline": timeline_views(journal.timeline("proposal", row.id, limit=60)),
    }
    return render(request, "cards/card.html", context)


@require_http_methods(_METHODS)
@staff_view
def new(request: StaffRequest) -> HttpResponseBase:
    """Propose how to improve the work."""
    form = ProposeForm(posted(request), record=selectors.new_proposal(request.actor), request=request)

    def made() -> str:
        said = {name: form.cleaned_data[name] for name in ("aim", "title", "why")}
        row = services.propose(**said, by=request.actor, on=request.on)
        return reverse("proposals:card", args=[row.id])

    ruling = selectors.may_propose(request.actor, request.on)
    text = _("The head decides about it; what came of it stands on its card.")
    return entry_page(request, form, ruling, made, register=_proposals(), text=text)


def _proposals() -> Crumb:
    return Crumb(_("Proposals to improve the work"), reverse("proposals:list"))
