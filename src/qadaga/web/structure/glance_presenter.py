"""Tiles of the country's grid and boxes of an office's chart, as finished strings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from qadaga.law import catalogue
from qadaga.organisation.restructuring.country import Area, Chart, Group
from qadaga.staff.models import Appointment
from qadaga.web.components import Text, badge, lines
from qadaga.web.names import language, post_title
from qadaga.web.offices.words import post_of, unit_kind_title, unit_name

# Where each region lies, west to east and north to south, in a grid of eight columns and five rows. The keys
# are the first two digits of the KATO code; a region that a later edition adds stands beside the grid.
PLACES = {
    "59": (5, 1), "39": (4, 1), "11": (5, 2), "55": (7, 1), "27": (1, 2), "15": (3, 2), "71": (6, 2),
    "63": (8, 2), "23": (1, 3), "47": (1, 4), "43": (3, 4), "62": (4, 3), "35": (6, 3), "10": (8, 1),
    "33": (8, 4), "61": (4, 5), "79": (5, 5), "31": (6, 5), "19": (7, 4), "75": (7, 5),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tile:
    """One region: its name as a link, its figures, and its place as a class of the style sheet."""

    name: str
    url: str
    css: str
    figures: Sequence[str]
    warning: str


def on_map(area: Area) -> bool:
    """Whether the region has a place in the grid."""
    return bool(area.node.kato) and area.node.kato[0][:2] in PLACES


def tile(area: Area, suffix: str) -> Tile:
    """A region with its figures in words."""
    figures = [
        ngettext("%(count)s office", "%(count)s offices", area.offices) % {"count": area.offices},
        ngettext("%(count)s person", "%(count)s people", area.people) % {"count": area.people},
    ]
    if area.vacant:
        figures.append(_("vacant: %(count)s") % {"count": area.vacant})
    warning = _("nobody leads: %(count)s") % {"count": area.leaderless} if area.leaderless else ""
    url = reverse("offices:card", args=[area.node.code]) + suffix
    return Tile(area.node.name_in(language()), url, _place(area), figures, warning)


def _place(area: Area) -> str:
    column, row = PLACES.get(area.node.kato[0][:2], (0, 0)) if area.node.kato else (0, 0)
    return f"q-c{column} q-r{row}" if column else ""


@dataclass(frozen=True, slots=True)
class Box:
    """A unit with its people and vacant places; `kind` says what it is, `css` how deep it stands."""

    title: str
    kind: str
    css: str
    people: Sequence[Text]
    vacant: Sequence[str]


def leader(found: Chart) -> Text:
    """Who leads the office on the day."""
    if found.leads is None:
        return badge(_("Nobody leads the office on this day"), "danger", "alert-triangle")
    return _person(found.leads, found)


def group(one: Group, found: Chart, kind: str) -> Box:
    """One unit, or what stands outside any."""
    title = unit_name(one.unit) if one.unit else _("Outside any unit")
    people = [_person(row, found) for row in one.people if row is not found.leads]
    vacant = [
        _("%(post)s: vacant %(count)s") % {"post": post_title(post, kind=kind), "count": count}
        for post, count in one.vacant
    ]
    kind_title = unit_kind_title(one.unit.kind) if one.unit else ""
    css = f"q-deep{min(one.unit.depth, 2)}" if one.unit and one.unit.depth else ""
    return Box(title, kind_title, css, people, vacant)


def _person(row: Appointment, found: Chart) -> Text:
    marks: list[Text] = [post_of(row)]
    if getattr(row, "absent", False):
        marks.append(badge(_("absent"), "warning"))
    if found.leads is row and not row.heads:
        marks.append(badge(_("replaces the head"), "info"))
    if also := _ex_officio(row):
        marks.append(also)
    return lines(row.person.name, *marks)


def _ex_officio(row: Appointment) -> str:
    """The post held by virtue of this one, as the Chief Military Prosecutor holds a deputy's (L.1.8)."""
    post = catalogue.load().posts.get(row.post)
    if post is None or post.ex_officio is None:
        return ""
    return _("by virtue of the post: %(post)s (L.1.8)") % {"post": post_title(post.ex_officio)}
