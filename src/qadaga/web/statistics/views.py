"""The card of a check of records, a check begun, the demand on paper."""

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
from qadaga.law.model import Ruling
from qadaga.offices.selectors import office_by_id
from qadaga.supervision.statistics import selectors, services
from qadaga.supervision.statistics.models import RecordsCheck
from qadaga.supervision.statistics.subject import CHECK, check_subject
from qadaga.web.cards.entry import entry_page
from qadaga.web.cards.signed import signed_views
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Crumb
from qadaga.web.forms import posted
from qadaga.web.statistics import presenter
from qadaga.web.statistics.forms import BeginForm
from qadaga.web.statistics.steps import DESK
from qadaga.web.steps import step_view
from qadaga.web.views import StaffRequest, staff_view

step = step_view(DESK)


@require_GET
@staff_view
def card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """One check: its discrepancies, the demand, corrections, acts, what may be done."""
    check = selectors.read_check(request.actor, request.on, pk)
    parts = selectors.check_parts(check)
    actions = selectors.check_actions(check, request.actor, request.on)
    context = {
        "title": check.number_text,
        "subtitle": check.body.name(request.LANGUAGE_CODE),
        "badge": presenter.check_badge(check, request.on),
        "crumbs": [_list()],
        "summary_title": _("The check"),
        "summary": presenter.summary(check, parts),
        "terms": presenter.terms(parts, request.on),
        "sections": presenter.sections(check, parts),
        "panel": presenter.panel(check, parts, actions),
        "signed": signed_views([selectors.demand_of(check)], request.on),
        "timeline": timeline_views(journal.timeline("records", check.id, limit=60), parts.people),
    }
    return render(request, "cards/card.html", context)


@require_GET
@staff_view
def paper(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """The demand to correct as it was signed, PDF/A."""
    made = selectors.demand_of(selectors.read_check(request.actor, request.on, pk))
    if made is None:
        raise NotFound
    return attachment(made.pdf)


@require_GET
@staff_view
def figures(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """The letter that asked for figures, PDF/A."""
    check = selectors.read_check(request.actor, request.on, pk)
    return attachment(selectors.figures_file(check, "pdf"))


@require_GET
@staff_view
def proof(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """The proof that the letter was delivered."""
    check = selectors.read_check(request.actor, request.on, pk)
    return attachment(selectors.figures_file(check, "proof"))


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def begin(request: StaffRequest) -> HttpResponseBase:
    """Begin a check of the records of a body."""
    office = office_by_id(request.actor.office_id)
    record = RecordsCheck(office=office, region_id=office.region_id, version=0)
    form = BeginForm(posted(request), record=record, request=request)

    def perform() -> str:
        made = services.begin(begun=form.begun(), by=request.actor, on=request.on)
        return reverse("records:card", args=[made.id])

    return entry_page(request, form, _may_begin(request, record), perform, register=_list())


def _may_begin(request: StaffRequest, record: RecordsCheck) -> Ruling:
    """Before its territory is chosen the law can only be asked about the office itself."""
    if selectors.may_begin(request.actor):
        # In a matter of the direction its officer begins a check as one in charge of it.
        record.officer_id = request.actor.appointment_id
    subject = check_subject(record, request.actor, request.on)
    return authority.offered(request.actor, CHECK, subject, request.on)


def _list() -> Crumb:
    return Crumb(_("Checks of records"), reverse("records:list"))
