"""An appeal about what an investigator did becomes a complaint in the case; and the line on its card."""

from datetime import date
from uuid import UUID

from django.http import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from qadaga.appeals.models import Appeal
from qadaga.appeals.selectors import read_appeal
from qadaga.authority.actor import Actor
from qadaga.matters.gather import Gathered
from qadaga.supervision.pretrial import selectors, services
from qadaga.supervision.pretrial.models import Case
from qadaga.web.cards.entry import entry_page
from qadaga.web.cards.sections import Section, section
from qadaga.web.components import Crumb, Text, badge, date_text, link
from qadaga.web.forms import posted
from qadaga.web.pretrial.forms import OfAppealForm
from qadaga.web.views import StaffRequest, staff_view


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def complaint_of_appeal(request: StaffRequest, appeal_id: UUID) -> HttpResponseBase:
    """Register an appeal as a complaint in the case that it is about."""
    appeal = read_appeal(request.actor, request.on, appeal_id)
    said = {
        "what": appeal.summary,
        "complainant": "; ".join(row.name for row in appeal.applicants.all())[:300],
    }
    form = OfAppealForm(posted(request), record=Case(version=0), request=request, initial=said)
    return entry_page(
        request,
        form,
        selectors.may_read(request.actor, request.on),
        lambda: _registered(request, form, appeal),
        register=Crumb(appeal.number, reverse("appeals:card", args=[appeal.id])),
        title=_("Register as a complaint in a case"),
        text=_("The complaint gets its term in the case; the appeal and the case lead to each other."),
    )


def _registered(request: StaffRequest, form: OfAppealForm, appeal: Appeal) -> str:
    values = form.cleaned_data
    case = selectors.case_of_number(request.actor, request.on, values["erdr"])
    complained = services.Complained(
        values["about"],
        values["complainant"],
        values["what"],
        max(appeal.registered_on, case.registered_on),
        (appeal.id, appeal.number),
    )
    services.take_complaint(
        case_id=case.id, version=case.version, complained=complained, by=request.actor, on=request.on
    )
    return reverse("investigations:card", args=[case.id])


def on_card(appeal: Appeal, parts: Gathered, actor: Actor, on: date) -> Section:
    """The complaint that an appeal became, or the way to make it one; empty for whom neither is."""
    rows: list[tuple[Text, ...]] = [
        (
            link(reverse("complaints:card", args=[row.id]), row.get_about_display()),
            badge(row.get_status_display(), "info"),
            date_text(row.received_on),
        )
        for row in parts["case_complaints"]
    ]
    who = actor.who(on)
    if not rows and appeal.kind == "complaint" and who is not None and who.officer:
        address = reverse("investigations:of_appeal", args=[appeal.id])
        rows = [(link(address, _("Register as a complaint in a case")), "", "")]
    columns = [_("About"), _("Status"), _("Received on")]
    return section("case-complaints", _("Complaint on an investigator"), columns, rows, "")
