"""Help pages: prose written in each language by itself, not string by string."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from qadaga.common.errors import NotFound
from qadaga.web.components import Crumb
from qadaga.web.names import language
from qadaga.web.views import StaffRequest, staff_view

# Topic → title, one line about it, icon. Each has a template of that name in help/ru, help/kk and help/en.
TOPICS = {
    "clerk": (
        _("The day of a registry clerk"),
        _("Registering appeals, coupons, serving acts, sending answers"),
        "inbox",
    ),
    "assistant": (
        _("The day of an assistant"),
        _("Working a matter: requests, violations, drafts, results"),
        "folders",
    ),
    "deputy": (
        _("The day of a deputy"),
        _("Agreeing drafts, assigning, replacing the head"),
        "list-details",
    ),
    "head": (
        _("The day of a head"),
        _("Opening matters, assigning, signing, prolonging, closing"),
        "signature",
    ),
    "orders": (
        _("Orders and directives"),
        _("Drafting, signing, making known, publication, control, collegia"),
        "file-text",
    ),
    "pretrial": (
        _("Pre-trial investigation"),
        _("Cases, consents, instructions, complaints, terms, duty shifts"),
        "search",
    ),
    "covert": (
        _("Operative-search activity"),
        _("Index data only: demands, checks, stopped actions, acts on paper"),
        "eye",
    ),
    "custody": (
        _("Places of custody"),
        _("Visits, the check list without a network, people held unlawfully, complaints"),
        "lock",
    ),
    "enforcement": (
        _("Enforcement proceedings"),
        _("Bailiffs, writs, checks, hand-over to a state bailiff, sums recovered"),
        "file-text",
    ),
    "offences": (
        _("Administrative offences"),
        _("Files called for, legality checked, proceedings opened and closed"),
        "ban",
    ),
    "coordination": (
        _("Coordination"),
        _("Councils, sessions, decisions under control, information exchanged with bodies"),
        "users",
    ),
    "norms": (
        _("Norms and duties"),
        _("Other tasks, functions, rights and duties that laws give; who enters and approves them"),
        "book",
    ),
    "trust": (
        _("Trust of people"),
        _("What applicants say of answers, proposals of the staff, the review of a quarter"),
        "circle-check",
    ),
    "lookups": (
        _("Outside registers"),
        _("Looking up people and organisations in a matter: grounds, limits, who reads the answer"),
        "search",
    ),
    "bodies": (
        _("Bodies and people"),
        _("Supervised bodies, their officials, duplicates; people protected and told"),
        "building-community",
    ),
    "court": (
        _("Courts"),
        _("Judicial acts in force, cases in court, prosecution, hearings"),
        "scale",
    ),
    "inspections": (
        _("Inspections"),
        _("Beginning, letters, visits and their limits, conclusions, longer and shorter periods"),
        "eye",
    ),
    "persons": (
        _("People by IIN"),
        _("One card, namesakes, two numbers of one person, a death noted and withdrawn"),
        "id-badge-2",
    ),
    "hierarchy": (
        _("Higher and lower offices"),
        _("What a higher office decides on a lower one's act, and how the lower one knows"),
        "list-details",
    ),
    "treaties": (
        _("Treaties"),
        _("Requests from and to abroad, parts passed down, treaties, checks"),
        "language",
    ),
    "reports": (
        _("Period reports"),
        _("Figures and their lists, the year before, signing, corrections"),
        "file-spreadsheet",
    ),
    "records": (
        _("Legal statistics"),
        _("Checks of records, discrepancies, corrections demanded and made"),
        "list-details",
    ),
    "law": (
        _("The law in this product"),
        _("Six questions, clauses and powers, May I?, search, the calendar"),
        "scale",
    ),
    "basics": (
        _("What everybody should know"),
        _("Search, appointments, terms, refusals, the journal, the keyboard"),
        "book",
    ),
}


@require_safe
@staff_view
def index(request: StaffRequest) -> HttpResponse:
    """The list of topics."""
    topics = [
        (reverse("help:topic", args=[slug]), title, about, icon)
        for slug, (title, about, icon) in TOPICS.items()
    ]
    return render(request, "help/index.html", {"topics": topics})


@require_safe
@staff_view
def topic(request: StaffRequest, topic: str) -> HttpResponse:
    """One topic in the person's language."""
    if topic not in TOPICS:
        raise NotFound
    context = {
        "title": TOPICS[topic][0],
        "crumbs": [Crumb(str(_("Help")), reverse("help:index"))],
        "body": f"help/{language()}/{topic}.html",
    }
    return render(request, "help/topic.html", context)
