"""The card of a case, the call for a file, proceedings opened anew, the resolution's paper."""

from collections.abc import Callable
from http import HTTPStatus
from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.authority import NotPermitted
from qadaga.common.errors import NotFound
from qadaga.documents.downloads import attachment
from qadaga.journal import selectors as journal
from qadaga.offices.selectors import office_by_id
from qadaga.supervision.offences import selectors, services
from qadaga.supervision.offences.models import OffenceCase
from qadaga.supervision.offences.subject import CALL, OPEN, case_subject
from qadaga.web.cards.signed import signed_views
from qadaga.web.cards.terms import term_views
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Crumb
from qadaga.web.forms import posted
from qadaga.web.offences import presenter
from qadaga.web.offences.forms import CallForm, CaseForm, OpenNewForm
from qadaga.web.offences.steps import DESK
from qadaga.web.rulings import power_title, ruling_view
from qadaga.web.steps import refused_by_law, step_view
from qadaga.web.views import StaffRequest, staff_view

step = step_view(DESK)


@require_GET
@staff_view
def card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """One case: its file, what the check found, resolutions, acts, outcome, what may be done."""
    case = selectors.read_case(request.actor, request.on, pk)
    parts = selectors.case_parts(case)
    actions = selectors.case_actions(case, request.actor, request.on)
    context = {
        "title": case.number_text,
        "subtitle": case.body.name(request.LANGUAGE_CODE),
        "badge": presenter.case_badge(case, request.on),
        "crumbs": [_list()],
        "summary_title": _("The case"),
        "summary": presenter.summary(case, parts.letter),
        "terms": term_views(parts.terms, parts.term_events, request.on, parts.calendar),
        "texts": presenter.texts(case),
        "sections": presenter.sections(case, parts),
        "panel": presenter.panel(case, parts, actions, request.on),
        "signed": signed_views([parts.letter, *parts.resolutions], request.on),
        "timeline": timeline_views(journal.timeline("admin_case", case.id, limit=60)),
    }
    return render(request, "cards/card.html", context)


@require_GET
@staff_view
def paper(request: StaffRequest, pk: UUID, row_id: UUID) -> HttpResponseBase:
    """A resolution as it was signed, PDF/A."""
    case = selectors.read_case(request.actor, request.on, pk)
    made = case.resolutions.select_related("pdf").filter(id=row_id).first()
    if made is None:
        raise NotFound
    return attachment(made.pdf)


@require_GET
@staff_view
def letter(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """The letter that called for the file, PDF/A."""
    return attachment(selectors.letter_file(selectors.read_case(request.actor, request.on, pk), "pdf"))


@require_GET
@staff_view
def proof(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """The proof that the letter was delivered."""
    return attachment(selectors.letter_file(selectors.read_case(request.actor, request.on, pk), "proof"))


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def call_for(request: StaffRequest) -> HttpResponseBase:
    """Call for the file of a case."""

    def perform(form: CallForm) -> OffenceCase:
        values = form.cleaned_data
        given = {"ground": values["ground"], "language": values["paper_language"]}
        return services.call_for(named=form.named(), **given, by=request.actor, on=request.on)

    text = _("The letter gets its number and the term of the reply; its paper is made now.")
    return _new(request, CALL, CallForm, perform, text=text)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def open_new(request: StaffRequest) -> HttpResponseBase:
    """Open proceedings by one's own resolution."""

    def perform(form: OpenNewForm) -> OffenceCase:
        named, decided = form.named(), form.decided()
        return services.open_new(named=named, decided=decided, by=request.actor, on=request.on)

    text = _("By your own resolution; its number and paper are made now.")
    return _new(request, OPEN, OpenNewForm, perform, text=text)


def _new(
    request: StaffRequest,
    power: str,
    kind: type[CaseForm],
    perform: Callable[..., OffenceCase],
    *,
    text: str,
) -> HttpResponseBase:
    record = OffenceCase(office=office_by_id(request.actor.office_id), version=0)
    # Before its territory is chosen the law can only be asked about the office itself.
    ruling = authority.offered(
        request.actor, power, case_subject(record, request.actor, request.on), request.on
    )
    if not ruling.allowed and not (power == CALL and selectors.matters_of(request.actor)):
        raise NotPermitted(ruling)
    form = kind(posted(request), record=record, request=request)
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        try:
            done = form.carry_out(request, lambda: reverse("offences:card", args=[perform(form).id]))
        except NotPermitted as error:
            refused_by_law(form, error)
            done, status = None, HTTPStatus.FORBIDDEN
        if done is not None:
            return redirect(done.result)
    context = {
        "step": {"button": power_title(power), "text": text},
        "form": form,
        "title": power_title(power),
        "record_name": _("Administrative offences"),
        "crumbs": [_list(), *_also(request, power, record)],
        "back": reverse("offences:list"),
        "ruling": ruling_view(ruling),
    }
    return render(request, "cards/step.html", context, status=status)


def _also(request: StaffRequest, power: str, record: OffenceCase) -> list[Crumb]:
    """From the call for a file to the other way a case begins, for whom the law lets open proceedings."""
    subject = case_subject(record, request.actor, request.on)
    if power != CALL or not authority.offered(request.actor, OPEN, subject, request.on).allowed:
        return []
    return [Crumb(power_title(OPEN), reverse("offences:open"))]


def _list() -> Crumb:
    return Crumb(_("Administrative offences"), reverse("offences:list"))
