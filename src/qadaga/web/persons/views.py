"""A person is looked up by IIN, posted; the card gathers what the reader may see."""

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.journal import selectors as journal
from qadaga.matters.bodies.selectors import read_official
from qadaga.matters.persons import selectors, services
from qadaga.matters.persons.models import Person
from qadaga.matters.persons.subject import CARD, GATHER, KIND
from qadaga.web.cards.entry import entry_page
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Crumb
from qadaga.web.forms import posted
from qadaga.web.persons import presenter
from qadaga.web.persons.forms import LookUpForm
from qadaga.web.persons.steps import DESK
from qadaga.web.steps import step_view
from qadaga.web.views import StaffRequest, staff_view

step = step_view(DESK)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def find(request: StaffRequest) -> HttpResponseBase:
    """Look a person up by IIN: the number is posted and stands in no address."""
    form = LookUpForm(posted(request), record=Person(version=0), request=request)

    def perform() -> str:
        found = services.look_up(iin=form.cleaned_data["iin"], **form.who)
        return reverse("persons:card", args=[found.id])

    return entry_page(
        request,
        form,
        authority.may(request.actor, GATHER, CARD, on=request.on),
        perform,
        register=_lookup(),
        title=_("Look a person up by IIN"),
        text=_("Everything registers say of the person that you may read, on one card."),
        button=_("Look up"),
    )


@require_GET
@staff_view
def of_official(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """From the card of an official to everything about the person."""
    official = read_official(request.actor, request.on, pk)
    found = services.look_up(iin=official.iin, by=request.actor, on=request.on)
    return redirect("persons:card", pk=found.id)


@require_GET
@staff_view
def card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """One person in every role, as far as the reader may see. A merged card leads to the one that stands."""
    found = selectors.read_card(request.actor, request.on, pk)
    if found.person.merged_into_id is not None:
        return redirect("persons:card", pk=found.person.merged_into_id)
    actions = selectors.card_actions(found, request.actor, request.on)
    context = {
        "title": next(iter(found.names), _("The person")),
        "subtitle": _("Everything about the person"),
        "crumbs": [_lookup()],
        "summary_title": _("The person"),
        "summary": presenter.summary(found),
        "sections": presenter.sections(found),
        "panel": presenter.panel(found, actions),
        "timeline": timeline_views(journal.timeline(KIND, found.person.id, limit=60)),
    }
    return render(request, "cards/card.html", context)


def _lookup() -> Crumb:
    return Crumb(_("People by IIN"), reverse("persons:find"))
