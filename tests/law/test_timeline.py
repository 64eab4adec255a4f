"""The law on every day of 2015–2035: no gap and no overlap that nobody explains; editions by data alone."""

import json
from datetime import date
from pathlib import Path

import pytest

from qadaga.law import catalogue, competence
from qadaga.law.competence import Engine
from qadaga.law.loading import Law, load_directory
from qadaga.law.model import Facts, Subject, Who
from qadaga.law.timeline import Fault, faults
from tests.law.small_law import BASE, T, write

FIRST, LAST = date(2015, 1, 1), date(2035, 12, 31)
ORDER = date(2017, 11, 3)


def found(folder: Path, text: str, base: str = BASE) -> list[Fault]:
    write(folder, text)
    (folder / "0.yaml").write_text(base, encoding="utf-8")
    return faults(load_directory(folder), date(2017, 1, 1), LAST)


def test_the_shipped_law_leaves_no_day_of_twenty_one_years_unexplained() -> None:
    assert faults(catalogue.law(), FIRST, LAST) == []


def test_every_power_stands_from_the_first_day_of_what_it_rests_on() -> None:
    law = catalogue.law()
    for power in law.latest.powers.values():
        since = max(FIRST, law.latest.editions[power.edition].valid_from)
        days = [day for day in (FIRST, ORDER.replace(day=2), ORDER, LAST) if (day >= since)]
        assert all(power.id in law.at(day).powers for day in days), power.id
        assert all(power.id not in law.at(day).powers for day in (FIRST, ORDER.replace(day=2)) if day < since)


def test_a_gap_between_two_editions_is_found(tmp_path: Path) -> None:
    gap = f"editions: [{{id: S@2, source: S, valid_from: 2021-01-01, title: {T}}}]"
    base = BASE.replace("valid_from: 2017-01-01", "valid_from: 2017-01-01, valid_to: 2020-01-01")
    assert Fault(date(2020, 1, 1), "S", "no edition until S@2 begins") in found(tmp_path, gap, base)


def test_two_editions_in_force_at_once_are_found(tmp_path: Path) -> None:
    both = f"editions: [{{id: S@2, source: S, valid_from: 2019-01-01, title: {T}}}]"
    base = BASE.replace("valid_from: 2017-01-01", "valid_from: 2017-01-01, valid_to: 2020-01-01")
    assert Fault(date(2019, 1, 1), "S", "both S@1 and S@2 are in force") in found(tmp_path, both, base)
    same = f"editions: [{{id: S@2, source: S, valid_from: 2017-01-01, title: {T}}}]"
    assert "begin on one day" in found(tmp_path, same)[0].problem


def test_a_power_that_outlives_a_clause_it_rests_on_is_found(tmp_path: Path) -> None:
    other = f"""
sources: [{{id: Z, kind: normative, title: {T}}}]
editions: [{{id: Z@1, source: Z, valid_from: 2016-01-01, valid_to: 2020-01-01, title: {T}}}]
provisions: [{{id: Z.1, title: {T}}}]
powers:
  - id: p
    cites: [S.1]
    title: {T}
    conditions: [{{about: [act], cite: S.1}}, {{officer: true, cite: Z.1}}]
"""
    assert found(tmp_path, other) == [
        Fault(date(2020, 1, 1), "powers:p", "rests on Z.1, which is not in force")
    ]


def test_a_repeal_explains_that_a_rule_stops(tmp_path: Path) -> None:
    repeal = f"editions: [{{id: S@2, source: S, valid_from: 2020-01-01, repeals: [act.sign], title: {T}}}]"
    assert found(tmp_path, repeal) == []


NEXT = """
editions:
  - id: "O@2027-01-01"
    source: O
    valid_from: 2027-01-01
    title: {ru: "Новая редакция", kk: "Жаңа редакция", en: "A new edition"}
powers:
  - id: act.send_back
    edition: "O@2027-01-01"
    cites: [O.14.1]
    title: {ru: "вернуть проект", kk: "жобаны қайтару", en: "send a draft back"}
    conditions:
      - {about: [act], cite: O.14.1}
      - {posts: {heads: true, acting: true}, cite: O.12}
"""


@pytest.fixture(scope="module")
def next_law(tmp_path_factory: pytest.TempPathFactory) -> Law:
    """The shipped law and one edition more, added as a file and nothing else."""
    folder = tmp_path_factory.mktemp("next")
    (folder / "z.yaml").write_text(NEXT, encoding="utf-8")
    return load_directory(catalogue.DIRECTORY, folder)


DEPUTY = Who("deputy_district", "D1", "district", 3, ("G", "R", "D1"), frozenset(), frozenset(), True)
ACT = Subject("act", "D1", ("G", "R", "D1"), status="agreement")


def test_an_old_ruling_is_made_again_under_the_edition_that_was_repealed_since(next_law: Law) -> None:
    facts, old, new = Facts(DEPUTY, "act.send_back", ACT), date(2026, 11, 23), date(2027, 1, 1)
    kept = json.loads(json.dumps(competence.stored(facts, old, competence.decide(facts, old))))
    engine = Engine(next_law)
    assert engine.rerun(kept) == competence.Ruling.from_json(kept["ruling"])
    assert engine.rerun(kept).edition == "L+O@2017-11-03"
    after = engine.decide(facts, new)
    assert (after.allowed, after.edition) == (False, "L+O@2027-01-01")
    assert after.missing[0].citation == ("O", "O.12", "O@2027-01-01")


def test_the_law_with_one_edition_more_is_as_sound(next_law: Law) -> None:
    assert faults(next_law, FIRST, LAST) == []
