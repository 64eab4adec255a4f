"""The card of a case, a new case, the papers; rows of further registers lead to their case."""

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.common.errors import NotFound
from qadaga.documents.downloads import attachment
from qadaga.journal import selectors as journal
from qadaga.offices.selectors import office_by_id
from qadaga.supervision.pretrial import selectors, services
from qadaga.supervision.pretrial.choices import CaseStatus
from qadaga.supervision.pretrial.models import Case
from qadaga.supervision.pretrial.subject import case_subject
from qadaga.web.cards.entry import entry_page
from qadaga.web.cards.signed import signed_views
from qadaga.web.cards.terms import term_views
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Crumb
from qadaga.web.court import linked
from qadaga.web.forms import posted
from qadaga.web.pretrial import presenter
from qadaga.web.pretrial.forms import CaseForm
from qadaga.web.pretrial.steps import CASES
from qadaga.web.steps import step_view
from qadaga.web.views import StaffRequest, staff_view

POWER = "investigation.register"
case_step = step_view(CASES)


@require_GET
@staff_view
def case_card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """Everything about one case, and what may be done with it."""
    case = selectors.read_case(request.actor, request.on, pk)
    parts = linked.parts_of_investigation(case, request.actor, request.on)
    actions = selectors.case_actions(case, request.actor, request.on)
    context = {
        "title": case.erdr,
        "subtitle": ", ".join(case.articles),
        "badge": presenter.case_badge(case),
        "crumbs": [_cases()],
        "summary_title": _("The case"),
        "summary": presenter.case_summary(case, request.on),
        "texts": [(_("What the investigation is about"), case.gist)],
        "terms": term_views(
            *(parts["terms"], parts["term_events"], request.on, parts.calendar),
            presenter.terms_named(parts),
        ),
        "sections": [
            *presenter.case_sections(case, parts),
            linked.prosecutions(case, parts, request.actor, request.on),
        ],
        "panel": presenter.case_panel(case, actions, parts, request.on),
        "signed": signed_views([row for kind in selectors.PAPERS for row in parts[kind]], request.on),
        "timeline": timeline_views(journal.timeline("investigation", case.id, limit=60), parts.people),
    }
    return render(request, "cards/card.html", context)


@require_GET
@staff_view
def case_paper(request: StaffRequest, pk: UUID, kind: str, row_id: UUID) -> HttpResponseBase:
    """One of the papers of the case as it was signed, PDF/A."""
    case = selectors.read_case(request.actor, request.on, pk)
    stored = selectors.paper_of(case, kind, row_id)
    if stored is None:
        raise NotFound
    return attachment(stored)


@require_GET
@staff_view
def case_proof(request: StaffRequest, pk: UUID, kind: str, row_id: UUID) -> HttpResponseBase:
    """The proof that an instruction or a cancellation reached the body."""
    case = selectors.read_case(request.actor, request.on, pk)
    return attachment(selectors.proof_of(case, kind, row_id))


@require_GET
@staff_view
def row_card(request: StaffRequest, pk: UUID, kind: str) -> HttpResponseBase:
    """A row of a register leads to its part of the case's card."""
    case_id = selectors.case_of(request.actor, request.on, kind, pk)
    return redirect(f"{reverse('investigations:card', args=[case_id])}#{kind}")


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def new_case(request: StaffRequest) -> HttpResponseBase:
    """Take an investigation under the supervision of one's office."""
    office = office_by_id(request.actor.office_id)
    record = Case(office=office, region_id=office.region_id, status=CaseStatus.OPENED, version=0)
    # Before its territory is chosen the law can only be asked about the office itself.
    record.kato = None  # type: ignore[assignment]  # not chosen yet
    subject = case_subject(record, request.actor, request.on)
    ruling = authority.may(request.actor, POWER, subject, on=request.on)
    form = CaseForm(posted(request), record=record, request=request)
    return entry_page(request, form, ruling, lambda: _registered(request, form), register=_cases())


def _registered(request: StaffRequest, form: CaseForm) -> str:
    made = services.register(taken=form.taken(), by=request.actor, on=request.on)
    return reverse("investigations:card", args=[made.id])


def _cases() -> Crumb:
    return Crumb(_("Pre-trial investigations"), reverse("investigations:list"))
