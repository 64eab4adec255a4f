"""Places, visits and the plan of visits as pages show them."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from qadaga.matters.selectors.actions import Action
from qadaga.supervision.custody.choices import (
    HeldStatus,
    PlaceKind,
    PlaceStatus,
    Verdict,
    VisitStatus,
)
from qadaga.supervision.custody.lists import lists
from qadaga.supervision.custody.models import Place, Visit
from qadaga.supervision.custody.notkept import passable
from qadaga.supervision.custody.selectors import PlaceParts, disputed, list_of, talks_of
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.sections import Section, section
from qadaga.web.components import KeyValues, Text, Tone, badge, date_text, lines, link, moment_text
from qadaga.web.custody.answers import answers_section
from qadaga.web.custody.asked import list_url
from qadaga.web.custody.history import history_section
from qadaga.web.custody.replanned import replanned_section
from qadaga.web.custody.steps import PLACE_STEPS
from qadaga.web.custody.visit_steps import VISIT_STEPS
from qadaga.web.doors import leading
from qadaga.web.law.conditions import status_flag
from qadaga.web.names import language
from qadaga.web.orders.people import named

VISIT_TONES: dict[str, Tone] = {
    "planned": "info",
    "going": "warning",
    "done": "success",
    "called_off": "neutral",
}
# Which steps stand open in which status, the expected one first.
VISIT_OPEN = {
    "planned": ("begin", "move", "call-off", "complaint"),
    "going": ("fill", "settle", "evidence", "finish", "complaint"),
    "done": ("violation", "evidence", "complaint"),
    "called_off": ("complaint",),
}


def place_badge(place: Place, on: date) -> SafeString:
    """In use, behind the plan of visits, or closed."""
    if place.status == PlaceStatus.CLOSED:
        return badge(place.get_status_display(), "neutral")
    if place.due_on and place.due_on < on:
        return badge(_("The visit is behind"), "danger", "alert-triangle")
    return badge(place.get_status_display(), "success")


def place_summary(place: Place, parts: PlaceParts) -> KeyValues:
    """Where it is, who runs it, who supervises it, how the visits stand."""
    found = sum(parts.found.values())
    waiting = parts.found.get(HeldStatus.FOUND, 0)
    held: Text = str(found)
    if waiting:
        held = format_html("{} {}", found, badge(_("%(n)s not released") % {"n": waiting}, "danger"))
    pairs: list[tuple[str, Text]] = [
        (_("Who runs it"), place.body.name(language())),
        (_("Address"), place.address),
        (_("Capacity"), str(place.capacity)),
        (_("Competent office"), place.office.name_in(language())),
        (_("Registered"), date_text(place.opened_on)),
        (_("Last visit"), date_text(place.visited_on)),
        (_("Next visit by"), format_html("{} {}", date_text(place.due_on), status_flag(lists().status))),
        (_("People found held unlawfully"), held),
    ]
    if place.closed_on:
        pairs.append((_("No longer used from"), date_text(place.closed_on)))
    return KeyValues(pairs)


def visits_section(parts: PlaceParts) -> Section:
    """The last visits."""
    rows = [
        (
            leading("visits:card", date_text(visit.planned_on), visit.id),
            visit.get_ground_display(),
            named(visit.officer),
            badge(visit.get_status_display(), VISIT_TONES[visit.status]),
        )
        for visit in parts.visits
    ]
    columns = [_("Day"), _("Ground"), _("Officer"), _("Status")]
    return section(
        "visits", _("Visits"), columns, rows, _("Plan the first visit under What to do."), stacks=True
    )


def place_panel(place: Place, actions: Sequence[Action]) -> Panel:
    """What may be done with a place."""
    return step_panel(actions, PLACE_STEPS, place.id, "places:step")


def visit_badge(visit: Visit, on: date) -> SafeString:
    """Where the visit stands; one whose day has passed is behind."""
    if visit.status == VisitStatus.PLANNED and visit.planned_on < on:
        return badge(_("The visit is behind"), "danger", "alert-triangle")
    return badge(visit.get_status_display(), VISIT_TONES[visit.status])


def visit_summary(visit: Visit, on: date) -> KeyValues:
    """Who, when, by which list; of a visit not begun that which it would be begun with."""
    answers = visit.answers.all()
    wrong = sum(answer.verdict == Verdict.NOT_HELD for answer in answers)
    pairs: list[tuple[str, Text]] = [
        (_("Officer"), named(visit.officer)),
        (_("Day of the visit"), date_text(visit.planned_on)),
        (_("Planned by"), named(visit.planned_by)),
        (_("Begun at"), moment_text(visit.started_at)),
        (_("Finished at"), moment_text(visit.finished_at)),
    ]
    asked = list_of(visit, on)
    counted = format_html("{}: {}/{}", link(list_url(asked), asked.version), len(answers), len(asked.items))
    pairs.append((_("Check list"), format_html("{} {}", counted, status_flag(lists().status))))
    if visit.list_version:
        pairs.append((_("Not kept"), str(wrong)))
    pairs.append((_("On paper"), link(reverse("visits:paper", args=[visit.id]), _("Check list, PDF"))))
    if visit.kept_by is not None:
        pairs.append((_("Check list on a device"), _kept(visit)))
    if visit.participants:
        pairs.append((_("Who else took part"), visit.participants))
    return KeyValues(pairs)


def _kept(visit: Visit) -> SafeString:
    assert visit.kept_by is not None  # asked for where somebody has it
    since = f"{named(visit.kept_by)}, {moment_text(visit.kept_at)}"
    if visit.returned_at is None:
        return lines(since, badge(_("Not sent back yet"), "warning"))
    return lines(since, _("Sent back: %(time)s") % {"time": moment_text(visit.returned_at)})


def visit_texts(visit: Visit) -> list[tuple[str, str]]:
    """What was reported and what was found."""
    texts = [(_("What was reported"), visit.reported), (_("What was found"), visit.outcome or "")]
    return [(head, text) for head, text in texts if text]


def visit_sections(visit: Visit) -> list[Section]:
    """The answers, and who was spoken to."""
    if not visit.list_version:
        return replanned_section(visit)
    return [
        *replanned_section(visit),
        *history_section(visit),
        answers_section(visit),
        section(
            "talks",
            _("Who was spoken to"),
            [_("Name"), _("What they said")],
            talks_of(visit),
            _("Whoever is spoken to without the administration is written down when the visit is finished."),
            stacks=True,
        ),
    ]


def visit_panel(visit: Visit, actions: Sequence[Action]) -> Panel:
    """What may be done with a visit as it stands."""
    steps = {slug: VISIT_STEPS[slug] for slug in VISIT_OPEN[visit.status]}
    if not passable(visit):
        steps.pop("violation", None)
    if not disputed(visit):
        steps.pop("settle", None)
    if not visit.answers.all():
        steps.pop("evidence", None)
    return step_panel(actions, steps, visit.id, "visits:step", primary="custody.visit")


def behind_section(places: Sequence[Place]) -> Section:
    """Places whose visit is overdue by the plan."""
    rows = [
        (
            link(reverse("places:card", args=[place.id]), place.name(language())),
            place.get_kind_display(),
            place.office.name_in(language()),
            date_text(place.visited_on),
            badge(date_text(place.due_on), "danger", "alert-triangle"),
        )
        for place in places
    ]
    columns = [_("Place of custody"), _("Kind"), _("Office"), _("Last visit"), _("Next visit by")]
    return section(
        "behind", _("Behind the plan"), columns, rows, _("Every place is visited in time."), stacks=True
    )


def planned_section(visits: Sequence[Visit], on: date) -> Section:
    """Visits planned and under way, with whom; one whose officer has gone has to be planned anew."""
    rows = [
        (
            leading("visits:card", date_text(visit.planned_on), visit.id),
            visit.place.name(language()),
            visit.get_ground_display(),
            named(visit.officer)
            if visit.officer.holds(on)
            else badge(_("The officer has left: plan anew"), "danger"),
            visit_badge(visit, on),
        )
        for visit in visits
    ]
    columns = [_("Day"), _("Place of custody"), _("Ground"), _("Officer"), _("Status")]
    empty = _("A visit is planned on the card of a place.")
    return section("planned", _("Visits to come"), columns, rows, empty, stacks=True)


def how_often(on: date) -> Section:
    """After how many days each kind of place is due again, and what is asked there: data, unverified."""
    rows = []
    for kind, days in lists().every_days.items():
        asked = lists().on(kind, on)
        often = ngettext("every %(n)s day", "every %(n)s days", days) % {"n": days}
        points = ngettext("%(n)s point", "%(n)s points", len(asked.items)) % {"n": len(asked.items)}
        rows.append(
            (
                str(PlaceKind(kind).label),
                format_html("{} {}", often, status_flag(lists().status)),
                lines(link(list_url(asked), asked.version), points),
            )
        )
    columns = [_("Kind"), _("Visited"), _("Check list")]
    return section("often", _("How often"), columns, rows, "", stacks=True)
