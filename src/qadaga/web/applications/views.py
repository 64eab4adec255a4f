"""The card of an application to court and its paper."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from qadaga.court.applications import selectors
from qadaga.court.applications.choices import OPEN
from qadaga.court.applications.models import Application
from qadaga.documents.downloads import attachment
from qadaga.journal import selectors as journal
from qadaga.matters.gather import Gathered
from qadaga.web.applications.steps import APPLICATIONS, STEPS
from qadaga.web.cards.actions import step_panel
from qadaga.web.cards.sections import Section, section, who
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Crumb, KeyValues, Text, Tone, badge, date_text, link
from qadaga.web.orders.people import named
from qadaga.web.registers.urls import register_urls
from qadaga.web.rulings import again_view
from qadaga.web.steps import step_view
from qadaga.web.views import StaffRequest, staff_view

TONES: dict[str, Tone] = {
    "filed": "warning",
    "accepted": "info",
    "returned": "danger",
    "granted": "success",
    "granted_part": "warning",
    "dismissed": "danger",
    "ended": "neutral",
}
step = step_view(APPLICATIONS)


@require_GET
@staff_view
def card(request: StaffRequest, pk: UUID) -> HttpResponse:
    """In whose interest, against whom, what the court is asked, what it decided."""
    row = selectors.read_application(request.actor, request.on, pk)
    actions = selectors.application_actions(row, request.actor, request.on)
    texts = [(_("What the court is asked, and why"), row.claim)]
    if row.decision:
        texts.append((_("What it decided, and why"), row.decision))
    context = {
        "title": row.number_text,
        "subtitle": row.court,
        "badge": _badge(row),
        "crumbs": [Crumb(_("Applications to court"), reverse("applications:list"))],
        "summary_title": _("The application"),
        "summary": _summary(row),
        "texts": texts,
        "panel": step_panel(actions, STEPS if row.status in OPEN else {}, row.id, "applications:step"),
        "again": again_view(row.ruling, request.on),
        "timeline": timeline_views(journal.timeline("court_claim", row.id, limit=60)),
    }
    return render(request, "cards/card.html", context)


def _badge(row: Application) -> SafeString:
    return badge(row.get_status_display(), TONES[row.status])


def _summary(row: Application) -> KeyValues:
    pairs: list[tuple[str, Text]] = [
        (_("Ground"), row.get_ground_display()),
        (_("In whose interest"), row.person),
        (_("Against whom"), row.defendant),
        (_("Court"), row.court),
        (_("Norm"), row.norm),
        (_("Matter"), link(reverse("matters:card", args=[row.matter_id]), str(row.matter))),
        (_("Paper"), link(reverse("applications:paper", args=[row.id]), row.number_text)),
        (_("Signed"), f"{named(row.signer)}, {date_text(row.signed_on)}"),
    ]
    if row.act:
        label = row.act.number_text or row.act.heading
        pairs.insert(
            6, (_("Act that was not satisfied"), link(reverse("acts:card", args=[row.act_id]), label))
        )
    if row.case_number:
        pairs.append((_("Number of the case"), row.case_number))
    if row.decided_by:
        pairs.append((_("Decided on"), f"{date_text(row.decided_on)}, {named(row.decided_by)}"))
    return KeyValues(pairs)


def in_matter(parts: Gathered) -> Section:
    """Applications to court, on the card of their matter."""
    rows = [
        (
            link(reverse("applications:card", args=[row.id]), row.number_text),
            row.court,
            _badge(row),
            date_text(row.signed_on),
            who(parts, row.signer_id),
        )
        for row in parts["applications"]
    ]
    columns = [_("Number"), _("Court"), _("Status"), _("Signed"), _("By")]
    return section("applications", _("Applications to court"), columns, rows, "")


@require_GET
@staff_view
def paper(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """The application as it was signed, PDF/A."""
    return attachment(selectors.read_application(request.actor, request.on, pk).pdf)


app_name = "applications"
urlpatterns = [
    *register_urls("applications"),
    path("<uuid:pk>/", card, name="card"),
    path("<uuid:pk>/application.pdf", paper, name="paper"),
    path("<uuid:pk>/<slug:slug>/", step, name="step"),
]
