"""The structure at a glance, as of a day: the figures of every region, the chart of an office (L.1.4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from qadaga.law.coverage import implements
from qadaga.offices.models import Office
from qadaga.offices.tree import Node, Tree, tree
from qadaga.offices.units import UnitOn, units_on
from qadaga.organisation.staffing.selectors import Figures, State, figures, state_of
from qadaga.staff.models import Appointment
from qadaga.staff.selectors import leader_among, offices_nobody_leads

NONE = Figures(0, None, 0)


@dataclass(frozen=True, slots=True)
class Area:
    """A level-2 office with what stands under it on the day: offices, people, vacancies, leaderless ones."""

    node: Node
    offices: int
    people: int
    vacant: int
    without_table: int
    leaderless: int


@dataclass(frozen=True, slots=True)
class Country:
    """Every area of the second level, and the offices of the first."""

    top: Sequence[Area]
    areas: Sequence[Area]


@implements("L.1.4", "O.5")
def country(on: date) -> Country:
    """The whole service on the day, in three queries whatever the number of offices."""
    nodes, found = tree(on), figures(on)
    leaderless = offices_nobody_leads(on, nodes.nodes)
    areas = [_area(node, nodes, found, leaderless) for node in nodes.nodes.values() if _is_area(node, nodes)]
    top = [_alone(node, found, leaderless) for node in nodes.nodes.values() if node.level == 1]
    return Country(top, areas)


def _is_area(node: Node, nodes: Tree) -> bool:
    above = nodes.nodes.get(node.parent) if node.parent else None
    return node.level == 2 and (above is None or above.level == 1)


def _alone(node: Node, found: Mapping[UUID, Figures], leaderless: frozenset[UUID]) -> Area:
    return _sum(node, [node], found, leaderless)


def _area(node: Node, nodes: Tree, found: Mapping[UUID, Figures], leaderless: frozenset[UUID]) -> Area:
    return _sum(node, [node, *_under(node, nodes)], found, leaderless)


def _under(node: Node, nodes: Tree) -> Iterable[Node]:
    for below in nodes.below.get(node.id, ()):
        yield below
        yield from _under(below, nodes)


def _sum(
    node: Node, within: Sequence[Node], found: Mapping[UUID, Figures], leaderless: frozenset[UUID]
) -> Area:
    rows = [found.get(one.id, NONE) for one in within]
    return Area(
        node=node,
        offices=len(within),
        people=sum(row.people for row in rows),
        vacant=sum(row.vacant or 0 for row in rows),
        without_table=sum(row.positions is None for row in rows),
        leaderless=sum(one.id in leaderless for one in within),
    )


@dataclass(frozen=True, slots=True)
class Group:
    """A unit of the office with whoever serves in it, and the vacant places its table has there."""

    unit: UnitOn | None
    people: Sequence[Appointment]
    vacant: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Chart:
    """Who leads the office on the day, who else serves where, and what is vacant."""

    leads: Appointment | None
    groups: Sequence[Group]
    state: State


@implements("L.1.4")
def chart(office: Office, on: date) -> Chart:
    """The office inside on the day. Five queries."""
    state = state_of(office, on)
    groups = [_group(unit, state) for unit in (None, *units_on(office.id, on))]
    return Chart(leader_among(state.people), [one for one in groups if _shown(one)], state)


def _group(unit: UnitOn | None, state: State) -> Group:
    unit_id = unit.id if unit else None
    people = [row for row in state.people if row.unit_id == unit_id]
    vacant = [
        (one.line.post, one.vacant) for one in state.lines if one.line.unit_id == unit_id and one.vacant
    ]
    return Group(unit, people, vacant)


def _shown(group: Group) -> bool:
    return group.unit is not None or bool(group.people) or bool(group.vacant)
