"""Likely earlier appeals: by number, by name, by body, within the scope only."""

from dataclasses import replace

from django.db import connection
from django.test.utils import CaptureQueriesContext

from qadaga.appeals.selectors import find_body, likely_earlier, suggested_bodies
from qadaga.authority.scope import NATION, NOTHING, scope_of
from qadaga.matters.services import register_body
from tests.intake import MONDAY, PERSON, make_appeal


def found(registry, *, by="clerk", **asked):
    rows = likely_earlier(scope_of(registry.actor(by), MONDAY), **asked)
    return [(row.number, row.why) for row in rows]


def test_the_surest_reason_comes_first_and_none_twice(registry):
    body = register_body(kind="executive", name_ru="Акимат")
    other = replace(PERSON, iin="", no_id_reason="not_given")
    by_body = make_appeal(registry, body_id=body.id, applicants=(replace(other, name="Ким"),))
    by_name = make_appeal(registry, applicants=(replace(other, name=PERSON.name.upper()),))
    by_number = make_appeal(registry, body_id=body.id)
    assert found(registry, numbers=[PERSON.iin], names=["ахметова әсел"], body_id=body.id) == [
        (by_number.number, "number"),
        (by_name.number, "name"),
        (by_body.number, "body"),
    ]


def test_a_few_letters_and_nothing_find_nothing(registry):
    make_appeal(registry)
    assert found(registry, names=["Ах"]) == []
    assert found(registry) == []
    with CaptureQueriesContext(connection) as queries:
        assert likely_earlier(NATION, numbers=[""], names=["", " "]) == []
    assert len(queries) == 0


def test_only_what_the_person_may_see_is_found(registry):
    mine, theirs = make_appeal(registry), make_appeal(registry, by="other_clerk")
    assert found(registry, numbers=[PERSON.iin]) == [(mine.number, "number")]
    assert {number for number, _ in found(registry, by="region_head", numbers=[PERSON.iin])} == {
        mine.number,
        theirs.number,
    }
    assert likely_earlier(NOTHING, numbers=[PERSON.iin]) == []


def test_at_most_eight_the_newest(registry):
    appeals = [make_appeal(registry) for _ in range(10)]
    shown = [number for number, _ in found(registry, numbers=[PERSON.iin])]
    assert shown == [appeal.number for appeal in reversed(appeals)][:8]


def test_a_body_is_found_by_name_or_bin_but_not_by_a_guess(registry):
    body = register_body(
        kind="executive", name_ru="Акимат города", name_kk="Қала әкімдігі", bin="230140001236"
    )
    register_body(kind="executive", name_ru="Акимат района")
    assert find_body(" 2301 4000 1236 ") == find_body("қала ӘКІМДІГІ") == body
    assert find_body("Акимат") is None
    assert find_body("") is None
    assert [one.name_ru for one in suggested_bodies("акимат")] == ["Акимат города", "Акимат района"]
    assert list(suggested_bodies("23014")) == [body]
    assert list(suggested_bodies("а")) == []
