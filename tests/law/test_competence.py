"""Competence against the golden table; the table itself must cover every condition of every power."""

import json
from collections import defaultdict
from dataclasses import replace
from datetime import date

import pytest

from qadaga.law import catalogue, competence
from qadaga.law.model import Facts, Ruling, Subject, Who, facts_json, facts_of
from tests.law.golden_tables import Row, rows, table

ROWS = list(rows())
HEAD = Who("district_prosecutor", "D1", "district", 3, ("G", "R", "D1"), frozenset(), frozenset(), True)
ON = date(2026, 11, 23)


def found(ruling: Ruling) -> set[tuple[str, str]]:
    """(condition key, clause) of everything missing, as golden rows name it."""
    return {
        (f"forbid:{m.data['mark']}" if m.code == "forbid" else m.code, m.citation.clause)
        for m in ruling.missing
    }


def test_every_golden_row_is_ruled_as_the_lawyer_wrote_it() -> None:
    # One test for the table: thousands of rows are ruled in less time than thousands of tests are begun.
    wrong = []
    for row in ROWS:
        ruling = competence.decide(row.facts, row.on)
        if (ruling.allowed, found(ruling)) != (row.allowed, set(row.missing)):
            wrong.append(f"{row}: allowed {ruling.allowed}, missing {sorted(found(ruling))}")
    assert not wrong, "\n".join(wrong)


def test_every_row_names_its_clauses_and_an_allowed_one_those_its_ruling_rests_on() -> None:
    """No row leaves them empty: `tools/golden.py write` fills them in for rows that are new."""
    assert not [str(row) for row in ROWS if not row.clauses]
    allowed = [(row, competence.decide(row.facts, row.on)) for row in ROWS if row.allowed]
    cited = {row: tuple(dict.fromkeys(c.clause for c in ruling.citations)) for row, ruling in allowed}
    assert not [str(row) for row, clauses in cited.items() if row.clauses != clauses]


def test_the_tables_are_as_long_as_was_promised() -> None:
    floors = {"competence.csv": 400, "terms.csv": 150, "service.csv": 60}
    assert {name: len(table(name)) for name in floors if len(table(name)) < floors[name]} == {}


def test_every_power_has_an_allowed_row_and_a_refused_row_for_each_condition() -> None:
    own: defaultdict[str, list[Row]] = defaultdict(list)
    for row in ROWS:
        own[row.facts.power].append(row)
    lacking = {power: lacks(power, own[power]) for power in catalogue.load().powers}
    assert {power: what for power, what in lacking.items() if what} == {}


def lacks(power: str, own: list[Row]) -> list[str]:
    """What the power's own rows do not show."""
    refused = {missing for row in own if not row.allowed for missing in row.missing}
    conditions = {(c.key, c.cite) for c in catalogue.load().powers[power].conditions}
    begins = catalogue.load().editions[catalogue.load().powers[power].edition].valid_from
    return [
        *([] if any(row.allowed for row in own) else ["an allowed row"]),
        *(f"a row refused for {key} ({cite})" for key, cite in sorted(conditions - refused)),
        *(
            []
            if begins == date.min or "no_norm" in {key for key, _ in refused}
            else ["a day before it began"]
        ),
    ]


def test_the_conditions_of_a_power_can_be_told_apart() -> None:
    for power in catalogue.load().powers.values():
        keys = [(c.key, c.cite) for c in power.conditions]
        assert len(keys) == len(set(keys)), power.id


def test_no_golden_row_is_there_twice() -> None:
    seen = [(json.dumps(facts_json(row.facts), sort_keys=True), row.on) for row in ROWS]
    assert len(seen) == len(set(seen))


def test_a_day_before_the_order_has_no_norm_in_force() -> None:
    ruling = competence.decide(Facts(HEAD, "act.sign"), date(2017, 11, 2))
    assert [m.code for m in ruling.missing] == ["no_norm"]
    assert ruling.missing[0].data == {"on": "2017-11-02", "since": "2017-11-03"}


def test_an_unknown_power_is_a_mistake_of_the_program() -> None:
    with pytest.raises(competence.UnknownPower):
        competence.decide(Facts(HEAD, "act.sgn"), ON)


def test_a_power_on_a_subject_is_refused_without_one() -> None:
    ruling = competence.decide(Facts(HEAD, "act.sign"), ON)
    assert [m.code for m in ruling.missing] == ["about"]


def test_a_refusal_names_everything_that_is_missing_at_once() -> None:
    clerk = replace(HEAD, post="registry_clerk", officer=False, territory=frozenset({"351000000"}))
    marks = frozenset({"conflict", "own_head", "protest"})
    act = Subject("act", "D1", ("G", "R", "D1"), territory="191000000", marks=marks)
    ruling = competence.decide(Facts(clerk, "act.sign", act), ON)
    assert {key for key, _ in found(ruling)} == {
        "officer",
        "posts",
        "territory",
        "forbid:conflict",
        "forbid:own_head",
    }


def test_facts_the_catalogue_has_never_heard_of_are_refused_and_not_an_error() -> None:
    who = replace(HEAD, post="wizard", office_kind="castle", level=9)
    subject = Subject("spell", "D9", ("G", "R9", "D9"))
    for power in catalogue.load().powers:
        ruling = competence.decide(Facts(who, power, subject, "whim"), ON)
        assert not ruling.allowed


@pytest.mark.parametrize("code", ["351011000", "351000000"])
def test_a_place_inside_a_place_of_the_territory_is_within_it(code: str) -> None:
    who = replace(HEAD, territory=frozenset({"351000000"}))
    act = Subject("act", "D1", ("G", "R", "D1"), territory=code)
    assert competence.decide(Facts(who, "act.sign", act), ON).allowed


def test_every_missing_condition_carries_a_clause_in_an_edition() -> None:
    provisions = catalogue.load().provisions
    for row in ROWS:
        ruling = competence.decide(row.facts, row.on)
        assert ruling.citations
        for missing in ruling.missing:
            assert missing.citation.clause in provisions
            assert missing.citation.edition


def test_a_ruling_and_its_facts_survive_storage() -> None:
    for row in ROWS:
        ruling = competence.decide(row.facts, row.on)
        kept = json.loads(json.dumps(competence.stored(row.facts, row.on, ruling)))
        assert Ruling.from_json(kept["ruling"]) == ruling
        assert facts_of(kept["facts"]) == row.facts
        assert competence.rerun(kept) == ruling
        assert competence.same(kept)


def test_a_stored_ruling_that_the_law_no_longer_gives_is_noticed() -> None:
    facts = Facts(HEAD, "act.sign", Subject("act", "D1", ("G", "R", "D1")))
    kept = competence.stored(facts, ON, competence.decide(facts, ON))
    kept["ruling"]["allowed"] = False
    assert not competence.same(kept)
