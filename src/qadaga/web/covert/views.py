"""The card of a check, materials demanded, a check entered: for the narrow circle only (O.8.d5)."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.authority import NotPermitted
from qadaga.journal import selectors as journal
from qadaga.law.model import Subject
from qadaga.offices.selectors import office_by_id
from qadaga.supervision.covert import selectors, services
from qadaga.supervision.covert.models import CovertCheck
from qadaga.supervision.covert.subject import DEMAND, SUPERVISE, check_subject, may_read
from qadaga.web.cards.entry import entry_page
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Crumb
from qadaga.web.covert import presenter
from qadaga.web.covert.forms import DemandForm, EnterForm
from qadaga.web.covert.steps import DESK
from qadaga.web.forms import posted
from qadaga.web.rulings import power_title
from qadaga.web.steps import step_view
from qadaga.web.views import StaffRequest, staff_view

step = step_view(DESK)


@require_GET
@staff_view
def card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """One check: its numbers and days, the terms, what may be done. Reading it is journalled."""
    check = selectors.read_check(request.actor, request.on, pk)
    actions = selectors.check_actions(check, request.actor, request.on)
    parts = selectors.check_terms(check)
    context = {
        "title": check.register_number,
        "subtitle": check.get_body_display(),
        "badge": presenter.check_badge(check, request.on),
        "crumbs": [_list()],
        "summary_title": _("Index data"),
        "summary": presenter.summary(check),
        "terms": presenter.terms(parts, request.on),
        "sections": [],
        "panel": presenter.panel(check, actions),
        "timeline": timeline_views(journal.timeline("operative_case", check.id, limit=60), parts.people),
    }
    return render(request, "cards/card.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def demand(request: StaffRequest) -> HttpResponseBase:
    """Note that materials were demanded from a body."""
    form = DemandForm(posted(request), record=_new(request), request=request)

    def perform() -> str:
        ground = form.cleaned_data["ground"]
        made = services.demand(indexed=form.indexed(), ground=ground, by=request.actor, on=request.on)
        return reverse("covert:card", args=[made.id])

    return _entry(request, DEMAND, form, perform)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def enter(request: StaffRequest) -> HttpResponseBase:
    """Enter a check that was made without demanding materials first."""
    form = EnterForm(posted(request), record=_new(request), request=request)

    def perform() -> str:
        made = services.enter(indexed=form.indexed(), checked=form.checked(), by=request.actor, on=request.on)
        return reverse("covert:card", args=[made.id])

    return _entry(request, SUPERVISE, form, perform)


def _new(request: StaffRequest) -> CovertCheck:
    """A row of the own office for the law to look at. NotPermitted outside the circle."""
    circle = may_read(request.actor, request.on)
    if not circle.allowed:
        raise NotPermitted(circle)
    office = office_by_id(request.actor.office_id)
    return CovertCheck(office=office, region_id=office.region_id, version=0)


def _entry(
    request: StaffRequest, power: str, form: DemandForm | EnterForm, perform: Callable[[], str]
) -> HttpResponseBase:
    subject = check_subject(form.record, request.actor, request.on)
    ruling = authority.offered(request.actor, power, subject, request.on)
    text = _("Numbers, days and closed lists only: no text and no file is taken here (O.8.d5).")
    beside = _also(request, power, subject)
    return entry_page(request, form, ruling, perform, register=_list(), text=text, beside=beside)


def _also(request: StaffRequest, power: str, subject: Subject) -> list[Crumb]:
    """From entering a check to the other way a case begins, for whom the law lets demand materials."""
    if power == DEMAND or not authority.offered(request.actor, DEMAND, subject, request.on).allowed:
        return []
    return [Crumb(power_title(DEMAND), reverse("covert:demand"))]


def _list() -> Crumb:
    return Crumb(_("Operative-search activity"), reverse("covert:list"))
