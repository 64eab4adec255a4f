"""Cards of writs and bailiffs, new entries, the paper of a transfer."""

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.common.errors import NotFound
from qadaga.documents.downloads import attachment
from qadaga.journal import selectors as journal
from qadaga.offices.selectors import office_by_id
from qadaga.supervision.enforcement import selectors, services
from qadaga.supervision.enforcement.models import Bailiff, Writ
from qadaga.supervision.enforcement.subject import KEEP, bailiff_subject, writ_subject
from qadaga.web.cards.entry import entry_page
from qadaga.web.cards.signed import signed_views
from qadaga.web.cards.terms import term_views
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Crumb
from qadaga.web.enforcement import presenter
from qadaga.web.enforcement.forms import BailiffForm, WritForm
from qadaga.web.enforcement.steps import BAILIFFS, WRITS
from qadaga.web.forms import posted
from qadaga.web.steps import step_view
from qadaga.web.views import StaffRequest, staff_view

writ_step, bailiff_step = step_view(WRITS), step_view(BAILIFFS)


@require_GET
@staff_view
def writ_card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """Everything about one writ, and what may be done with it."""
    writ = selectors.read_writ(request.actor, request.on, pk)
    parts = selectors.writ_parts(writ)
    actions = selectors.writ_actions(writ, request.actor, request.on)
    context = {
        "title": writ.number,
        "subtitle": writ.get_issuer_kind_display(),
        "badge": presenter.writ_badge(writ, request.on),
        "crumbs": [_writs()],
        "summary_title": _("The writ"),
        "summary": presenter.writ_summary(writ, request.on),
        "texts": [(_("What is demanded"), writ.demand)],
        "sections": presenter.writ_sections(writ, parts),
        "terms": term_views(parts["terms"], parts["term_events"], request.on, parts.calendar),
        "panel": presenter.writ_panel(writ, actions, parts),
        "signed": signed_views([getattr(writ, "transfer", None)], request.on),
        "timeline": timeline_views(journal.timeline("enforcement_case", writ.id, limit=60), parts.people),
    }
    return render(request, "cards/card.html", context)


@require_GET
@staff_view
def bailiff_card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """One bailiff and the writs with them."""
    bailiff = selectors.read_bailiff(request.actor, request.on, pk)
    actions = selectors.bailiff_actions(bailiff, request.actor, request.on)
    context = {
        "title": bailiff.name,
        "subtitle": bailiff.get_kind_display(),
        "badge": presenter.bailiff_badge(bailiff),
        "crumbs": [_bailiffs()],
        "summary_title": _("The bailiff"),
        "summary": presenter.bailiff_summary(bailiff),
        "sections": [presenter.writs_section(selectors.writs_of(bailiff, request.actor, request.on))],
        "panel": presenter.bailiff_panel(bailiff, actions),
        "timeline": timeline_views(journal.timeline("bailiff", bailiff.id, limit=60)),
    }
    return render(request, "cards/card.html", context)


@require_GET
@staff_view
def writ_paper(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """The resolution that passed the writ on, as it was signed, PDF/A."""
    made = presenter.transfer_of(selectors.read_writ(request.actor, request.on, pk))
    if made is None:
        raise NotFound
    return attachment(made.pdf)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def new_writ(request: StaffRequest) -> HttpResponseBase:
    """Enter a writ into the register of one's office."""
    office = office_by_id(request.actor.office_id)
    record = Writ(office=office, region_id=office.region_id, version=0)
    # Before its territory is chosen the law can only be asked about the office itself.
    record.kato = None  # type: ignore[assignment]  # not chosen yet
    ruling = authority.may(
        request.actor, KEEP, writ_subject(record, request.actor, request.on), on=request.on
    )
    form = WritForm(posted(request), record=record, request=request)

    def perform() -> str:
        made = services.register(entered=form.entered(), by=request.actor, on=request.on)
        return reverse("writs:card", args=[made.id])

    return entry_page(request, form, ruling, perform, title=_("Enter a writ"), register=_writs())


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def new_bailiff(request: StaffRequest) -> HttpResponseBase:
    """Enter a bailiff into the register of one's office."""
    office = office_by_id(request.actor.office_id)
    record = Bailiff(office=office, region_id=office.region_id, status="working", version=0)
    record.kato = None  # type: ignore[assignment]  # not chosen yet
    ruling = authority.may(
        request.actor, KEEP, bailiff_subject(record, request.actor, request.on), on=request.on
    )
    form = BailiffForm(posted(request), record=record, request=request)

    def perform() -> str:
        made = services.enter(licensed=form.entered(), by=request.actor, on=request.on)
        return reverse("bailiffs:card", args=[made.id])

    return entry_page(request, form, ruling, perform, title=_("Enter a bailiff"), register=_bailiffs())


def _writs() -> Crumb:
    return Crumb(_("Writs"), reverse("writs:list"))


def _bailiffs() -> Crumb:
    return Crumb(_("Bailiffs"), reverse("bailiffs:list"))
