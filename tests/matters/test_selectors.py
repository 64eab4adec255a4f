"""Cards in few queries, the actions panel with its clauses, and what waits for a person today."""

from datetime import timedelta
from uuid import uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from qadaga.acts.selectors import MATTER_EXTRA
from qadaga.authority.scope import scope_of
from qadaga.common.errors import NotFound
from qadaga.matters import services as matters
from qadaga.matters.models import Matter, Violation
from qadaga.matters.selectors import get_matter, matter_actions, matter_parts
from tests.casework import (
    MONDAY,
    Town,
    add_violation,
    assigned_matter,
    issued_request,
    open_matter,
    served_protest,
)


def seen(town: Town, matter: Matter, who: str) -> Matter:
    return get_matter(scope_of(town.actor(who), MONDAY), matter.id)


@pytest.mark.parametrize("who", ["head", "assistant", "clerk", "region_head", "region_prosecutor"])
def test_the_own_office_and_those_above_see_it(town: Town, who: str) -> None:
    matter = open_matter(town)
    assert seen(town, matter, who) == matter


def test_another_district_finds_nothing_and_neither_does_a_made_up_id(town: Town) -> None:
    matter = open_matter(town)
    with pytest.raises(NotFound):
        seen(town, matter, "neighbour")
    for pk in (uuid4(), "not-an-id"):
        with pytest.raises(NotFound):
            get_matter(scope_of(town.actor("head"), MONDAY), pk)


@pytest.mark.parametrize("who", ["assistant", "region_head"])
def test_a_full_card_costs_no_more_than_an_empty_one(
    town: Town, who: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    empty, full = assigned_matter(town), assigned_matter(town)
    for number in range(3):
        served_protest(town, full)
        issued_request(town, full, text=f"Копия {number}")
    scope = scope_of(town.actor(who), MONDAY)
    for matter in (empty, full):
        with django_assert_num_queries(2):
            found = get_matter(scope, matter.id)
            parts = matter_parts(found, MATTER_EXTRA)
            str(found.assignee.person.name if found.assignee else "")
    assert (len(parts["violations"]), len(parts["acts"]), len(parts["measures"])) == (3, 3, 3)


def test_the_parts_are_rows_as_the_tables_hold_them(town: Town) -> None:
    matter = assigned_matter(town)
    violation = add_violation(town, matter, committed_on=MONDAY - timedelta(days=9))
    parts = matter_parts(matter, MATTER_EXTRA)
    (found,) = parts["violations"]
    stored = Violation.objects.get(pk=violation.pk)
    for field in Violation._meta.concrete_fields:
        assert getattr(found, field.attname) == getattr(stored, field.attname), field.name
    line = parts.people[town.assistant.id]
    assert (line.post, line.name.split()[0]) == ("assistant", town.assistant.person.last_name)
    assert [move.to_status for move in parts["moves"]] == ["opened", "assigned", "in_work"]
    assert parts["acts"] == []


def test_the_panel_tells_what_one_may_and_why_not(
    town: Town, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    matter = seen(town, assigned_matter(town), "assistant")
    actor = town.actor("assistant")
    # What bars the person, and whether an appeal keeps the matter open; a card has read the second already.
    with django_assert_max_num_queries(2):
        panel = {action.power: action for action in matter_actions(matter, actor, MONDAY)}
    with django_assert_max_num_queries(0):
        matter_actions(matter, actor, MONDAY, marks=())
    assert panel["matter.record_violation"].allowed
    assert not panel["matter.assign"].allowed
    assert panel["matter.assign"].ruling.missing[0].citation.clause.startswith("O.")
    head = {one.power: one for one in matter_actions(matter, town.actor("head"), MONDAY)}
    assert head["matter.assign"].allowed
    assert head["matter.resume"].ruling.allowed
    assert not head["matter.resume"].allowed


def test_a_conflict_of_the_assignee_shows_on_the_panel(town: Town) -> None:
    matter = assigned_matter(town)
    matters.declare_conflict(matter_id=matter.id, reason="Сосед", by=town.actor("assistant"), on=MONDAY)
    panel = matter_actions(seen(town, matter, "assistant"), town.actor("assistant"), MONDAY)
    refused = {one.power for one in panel if not one.ruling.allowed}
    assert {"matter.record_violation", "act.draft"} <= refused
