"""New requests, treaties, drafts and checks."""

from django.http import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from qadaga import authority
from qadaga.offices.selectors import office_by_id
from qadaga.treaties import services
from qadaga.treaties.models import Request, Treaty, TreatyCheck
from qadaga.treaties.subject import (
    KEEP,
    KEEP_REQUEST,
    SUPERVISE,
    check_subject,
    request_subject,
    treaty_subject,
)
from qadaga.web.cards.entry import entry_page
from qadaga.web.forms import posted
from qadaga.web.treaties import crumbs
from qadaga.web.treaties.forms import RequestForm
from qadaga.web.treaties.treaty_forms import CheckForm, DraftForm, TreatyForm
from qadaga.web.views import StaffRequest, staff_view

entry = require_http_methods(["GET", "HEAD", "POST"])


@entry
@staff_view
def new_request(request: StaffRequest) -> HttpResponseBase:
    """Enter a request: from abroad, or one to be sent abroad."""
    record = Request(office=office_by_id(request.actor.office_id), status="draft", way="outgoing", version=0)
    subject = request_subject(record, request.actor, request.on)
    ruling = authority.may(request.actor, KEEP_REQUEST, subject, on=request.on)
    form = RequestForm(posted(request), record=record, request=request)

    def perform() -> str:
        made = services.register_request(asked=form.entered(), by=request.actor, on=request.on)
        return reverse("treaty_requests:card", args=[made.id])

    said = _("What came from abroad is entered by the General Prosecutor's Office only.")
    register = crumbs.requests()
    return entry_page(
        request, form, ruling, perform, title=_("Enter a request"), register=register, text=said
    )


@entry
@staff_view
def new_treaty(request: StaffRequest) -> HttpResponseBase:
    """Enter a treaty whose keeping is supervised."""
    record = Treaty(office=office_by_id(request.actor.office_id), status="concluded", version=0)
    ruling = authority.may(
        request.actor, KEEP, treaty_subject(record, request.actor, request.on), on=request.on
    )
    form = TreatyForm(posted(request), record=record, request=request)

    def perform() -> str:
        made = services.enter_treaty(
            entered=form.entered(), concluded=form.concluded(), by=request.actor, on=request.on
        )
        return reverse("treaties:card", args=[made.id])

    said = _("A treaty concluded already. A draft sent for the position is entered on a page of its own.")
    register = crumbs.treaties()
    return entry_page(
        request,
        form,
        ruling,
        perform,
        title=_("Enter a treaty"),
        register=register,
        text=said,
        beside=(crumbs.draft(),),
    )


@entry
@staff_view
def new_draft(request: StaffRequest) -> HttpResponseBase:
    """Enter a draft sent for the position."""
    record = Treaty(office=office_by_id(request.actor.office_id), status="draft", version=0)
    ruling = authority.may(
        request.actor, KEEP, treaty_subject(record, request.actor, request.on), on=request.on
    )
    form = DraftForm(posted(request), record=record, request=request)

    def perform() -> str:
        made = services.receive_draft(
            entered=form.entered(), sent=form.sent(), by=request.actor, on=request.on
        )
        return reverse("treaties:card", args=[made.id])

    register = crumbs.treaties()
    return entry_page(
        request,
        form,
        ruling,
        perform,
        title=_("Enter a draft treaty"),
        register=register,
        text=_("The term of the position begins on the day the draft was received."),
    )


@entry
@staff_view
def new_check(request: StaffRequest) -> HttpResponseBase:
    """Begin a check of how a body keeps a treaty."""
    record = TreatyCheck(office=office_by_id(request.actor.office_id), status="begun", version=0)
    subject = check_subject(record, request.actor, request.on)
    ruling = authority.offered(request.actor, SUPERVISE, subject, request.on)
    form = CheckForm(posted(request), record=record, request=request)

    def perform() -> str:
        made = services.begin_check(begun=form.begun(), by=request.actor, on=request.on)
        return reverse("treaty_checks:card", args=[made.id])

    return entry_page(request, form, ruling, perform, title=_("Begin a check"), register=crumbs.checks())
