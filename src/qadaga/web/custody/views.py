"""Cards of places, visits and people found; a new place; the plan of visits; the resolution's paper."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.common.errors import NotFound
from qadaga.documents.downloads import attachment
from qadaga.journal import selectors as journal
from qadaga.offices.selectors import office_by_id
from qadaga.supervision.custody import sameness, selectors, services
from qadaga.supervision.custody.choices import TO_COME, PlaceStatus
from qadaga.supervision.custody.models import HeldPerson, Place
from qadaga.supervision.custody.replanned import changes
from qadaga.supervision.custody.subject import place_subject
from qadaga.web.cards.entry import entry_page
from qadaga.web.cards.sections import Section
from qadaga.web.cards.signed import signed_views
from qadaga.web.cards.timeline import known, timeline_views
from qadaga.web.components import Crumb
from qadaga.web.custody import presenter, visit_presenter
from qadaga.web.custody.alike import alike_section
from qadaga.web.custody.complaints import complaints_section
from qadaga.web.custody.forms import PlaceForm
from qadaga.web.custody.replanned import changes_section
from qadaga.web.custody.steps import HELD, PLACES
from qadaga.web.custody.visit_steps import VISITS
from qadaga.web.forms import posted
from qadaga.web.names import language
from qadaga.web.steps import step_view
from qadaga.web.views import StaffRequest, staff_view

place_step, visit_step, held_step = step_view(PLACES), step_view(VISITS), step_view(HELD)


@require_GET
@staff_view
def place_card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """Everything about one place, and what may be done with it."""
    place = selectors.read_place(request.actor, request.on, pk)
    parts = selectors.place_parts(place)
    actions = selectors.place_actions(place, request.actor, request.on)
    context = {
        "title": place.name(language()),
        "subtitle": place.get_kind_display(),
        "badge": visit_presenter.place_badge(place, request.on),
        "crumbs": [_places(), Crumb(_("Plan of visits"), reverse("visits:plan"))],
        "summary_title": _("The place"),
        "summary": visit_presenter.place_summary(place, parts),
        "sections": [visit_presenter.visits_section(parts), complaints_section(place)],
        "panel": visit_presenter.place_panel(place, actions),
        "timeline": timeline_views(journal.timeline("custody_place", place.id, limit=60)),
    }
    return render(request, "cards/card.html", context)


@require_GET
@staff_view
def visit_card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """One visit: its answers, who was spoken to, what may be done."""
    visit = selectors.read_visit(request.actor, request.on, pk)
    actions = selectors.visit_actions(visit, request.actor, request.on)
    context = {
        "title": visit.place.name(language()),
        "subtitle": visit.get_ground_display(),
        "badge": visit_presenter.visit_badge(visit, request.on),
        "crumbs": [_place(visit.place), Crumb(_("Plan of visits"), reverse("visits:plan"))],
        "summary_title": _("The visit"),
        "summary": visit_presenter.visit_summary(visit, request.on),
        "texts": visit_presenter.visit_texts(visit),
        "sections": visit_presenter.visit_sections(visit),
        "panel": visit_presenter.visit_panel(visit, actions),
        "timeline": timeline_views(
            journal.timeline("custody_visit", visit.id, limit=60),
            known(*(held for held in (visit.officer, visit.planned_by, visit.kept_by) if held)),
        ),
        "visit": visit,
        "keep": any(one.power == "custody.visit" and one.ruling.allowed for one in actions)
        and visit.status in TO_COME,
    }
    return render(request, "custody/visit.html", context)


@require_GET
@staff_view
def held_card(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """One person found: who, since when, why unlawful, how the clock stands, what became of it."""
    held = selectors.read_held(request.actor, request.on, pk)
    actions = selectors.held_actions(held, request.actor, request.on)
    context = {
        "title": held.name,
        "subtitle": held.get_wrong_display(),
        "badge": presenter.held_badge(held),
        "crumbs": [Crumb(_("People held unlawfully"), reverse("held:list")), _place(held.place)],
        "summary_title": _("The person"),
        "summary": presenter.held_summary(
            held, selectors.clocks_of(held), selectors.matter_of(held, request.actor)
        ),
        "texts": presenter.held_texts(held),
        "sections": [*_alike(held), *presenter.held_sections(held), complaints_section(held)],
        "panel": presenter.held_panel(held, actions),
        "signed": signed_views([getattr(held, "resolution", None)], request.on),
        "timeline": timeline_views(journal.timeline("held_person", held.id, limit=60)),
    }
    return render(request, "cards/card.html", context)


@require_GET
@staff_view
def held_paper(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """The resolution as it was signed, PDF/A."""
    held = selectors.read_held(request.actor, request.on, pk)
    made = presenter.resolution_of(held)
    if made is None:
        raise NotFound
    return attachment(made.pdf)


@require_GET
@staff_view
def plan(request: StaffRequest) -> HttpResponse:
    """Which visits are planned, with whom; which places are behind the plan."""
    behind = selectors.behind(request.actor, request.on)
    planned = selectors.plan(request.actor, request.on)
    sections = [
        visit_presenter.behind_section(behind),
        visit_presenter.planned_section(planned, request.on),
        *changes_section(changes(request.actor, request.on)),
        visit_presenter.how_often(request.on),
    ]
    context = {"title": _("Plan of visits"), "crumbs": [_places()], "sections": sections}
    return render(request, "custody/plan.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def new_place(request: StaffRequest) -> HttpResponseBase:
    """Enter a place into the register of one's office."""
    office = office_by_id(request.actor.office_id)
    record = Place(office=office, status=PlaceStatus.OPEN, version=0)
    # Before its territory is chosen the law can only be asked about the office itself.
    ruling = authority.may(
        request.actor,
        "custody.keep_place",
        place_subject(_here(record), request.actor, request.on),
        on=request.on,
    )
    form = PlaceForm(posted(request), record=record, request=request)
    return entry_page(request, form, ruling, lambda: _registered(request, form), register=_places())


def _registered(request: StaffRequest, form: PlaceForm) -> str:
    made = services.register(entered=form.entered(), by=request.actor, on=request.on)
    return reverse("places:card", args=[made.id])


def _here(record: Place) -> Place:
    record.kato, record.sphere = None, None  # type: ignore[assignment]  # not chosen yet
    return record


def _alike(held: HeldPerson) -> list[Section]:
    rows = sameness.others(held)
    return [alike_section(rows)] if rows else []


def _places() -> Crumb:
    return Crumb(_("Places of custody"), reverse("places:list"))


def _place(place: Place) -> Crumb:
    return Crumb(place.name(language()), reverse("places:card", args=[place.id]))
