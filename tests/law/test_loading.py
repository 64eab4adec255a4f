"""Loading: all or nothing; faults named by file, line, record and field; editions are added as data."""

import random
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from qadaga.law import catalogue
from qadaga.law.competence import Engine
from qadaga.law.loading import load_directory
from qadaga.law.model import Facts, Subject, Who
from qadaga.law.reader import CatalogueError
from tests.law.small_law import BASE, T, write

HEAD = Who("head", "D", "district", 3, ("D",), frozenset(), frozenset(), True)
CLERK = Who("clerk", "D", "district", 3, ("D",), frozenset(), frozenset(), False)
ACT = Subject("act", "D", ("D",))
BY = "unverified"


def power(condition: str) -> str:
    """A power `p` with this one condition, as YAML."""
    return f"powers: [{{id: p, cites: [S.1], title: {T}, conditions: [{condition}]}}]"


def follows(fields: str) -> str:
    """A power `p` with these fields on what follows from its use, as YAML."""
    return (
        f"powers: [{{id: p, cites: [S.1], title: {T}, {fields}, conditions: [{{about: [act], cite: S.1}}]}}]"
    )


def duty(fields: str) -> str:
    """A duty `d` with these fields, as YAML."""
    return f"duties: [{{id: d, cites: [S.1], title: {T}, arises: {T}, task: {T}, about: [act], {fields}}}]"


def fault(folder: Path, text: str) -> CatalogueError:
    with pytest.raises(CatalogueError) as raised:
        load_directory(write(folder, text))
    return raised.value


@pytest.mark.parametrize(
    ("text", "record", "field"),
    [
        (f"tasks: [{{id: t, title: {T}}}]", "t", "cites"),
        (f"tasks: [{{id: t, cites: [], title: {T}}}]", "t", "cites"),
        (f"tasks: [{{id: t, cites: [S.9], title: {T}}}]", "t", "cites"),
        (f"tasks: [{{id: t, cites: [X.1], title: {T}}}]", "t", "cites"),
        ("tasks: [{id: t, cites: [S.1]}]", "t", "title"),
        ("tasks: [{id: t, cites: [S.1], title: {ru: a, en: b}}]", "t", "title"),
        ("tasks: [{id: t, cites: [S.1], title: {ru: a, kk: '', en: b}}]", "t", "title"),
        (f"tasks: [{{id: t, cites: [S.1], title: {T}, gist: {{ru: a, en: b}}}}]", "t", "gist"),
        (f"tasks: [{{id: t, cites: [S.1], title: {T}, gist: in short}}]", "t", "gist"),
        (f"tasks: [{{id: t, cites: [S.1], status: sure, title: {T}}}]", "t", "status"),
        (f"tasks: [{{id: t, cites: [S.1], color: red, title: {T}}}]", "t", "color"),
        (f"tasks: [{{id: t, cites: [S.1], edition: S@9, title: {T}}}]", "t", "edition"),
        (f"tasks: [{{cites: [S.1], title: {T}}}]", "tasks[1]", "id"),
        ("tasks: [just words]", "tasks[1]", "-"),
        ("tasks: words", "tasks[0]", "-"),
        ("wonders: []", "wonders[0]", "-"),
        (
            f"posts: [{{id: head, cites: [S.1], staff: officer, levels: [3], appointed_by: x, title: {T}}}]",
            "head",
            "id",
        ),
        (
            f"posts: [{{id: p, cites: [S.1], staff: robot, levels: [3], appointed_by: {BY}, title: {T}}}]",
            "p",
            "staff",
        ),
        (
            f"posts: [{{id: p, cites: [S.1], staff: officer, levels: [4], appointed_by: {BY}, title: {T}}}]",
            "p",
            "level",
        ),
        (f"terms: [{{id: t, cites: [S.1], unit: days, length: 3, title: {T}}}]", "t", "unit"),
        (f"terms: [{{id: t, cites: [S.1], unit: months, length: 0, title: {T}}}]", "t", "length"),
        (f"terms: [{{id: t, cites: [S.1], unit: months, length: three, title: {T}}}]", "t", "length"),
        (f"act_kinds: [{{id: a, cites: [S.1], class: response, term: never, title: {T}}}]", "a", "term"),
        (f"powers: [{{id: p, cites: [S.1], title: {T}}}]", "p", "conditions"),
        (power("{use: ghosts}"), "p", "conditions"),
        (power("{use: {a: b}}"), "p", "conditions"),
        (f"powers: [{{id: p, cites: [S.1], title: {T}, conditions: 5}}]", "p", "conditions"),
        (
            f"editions: [{{id: S@2, source: S, valid_from: 2020-01-01 10:00:00, title: {T}}}]",
            "S@2",
            "valid_from",
        ),
        (
            power("{posts: {list: [nobody]}, cite: S.1}"),
            "p",
            "conditions.posts",
        ),
        (
            power("{officer: true, cite: S.7}"),
            "p",
            "cite",
        ),
        (
            power("{forbid: gloom, cite: S.1}"),
            "p",
            "conditions.forbid",
        ),
        (
            power("{officer: true}"),
            "p.conditions[1]",
            "cite",
        ),
        (
            power("{officer: true, territory: true, cite: S.1}"),
            "p.conditions[1]",
            "kind",
        ),
        (
            power("{relation: [near], cite: S.1}"),
            "p.conditions[1]",
            "relation",
        ),
        (
            power("{officer: true, cite: S.1, when: {moon: full}}"),
            "p.conditions[1]",
            "when",
        ),
        (
            power("{posts: {}, cite: S.1}"),
            "p.conditions[1]",
            "posts",
        ),
        (
            f"editions: [{{id: S@2, source: S, valid_from: 2020-01-01, valid_to: 2019-01-01, title: {T}}}]",
            "S@2",
            "valid_to",
        ),
        (f"editions: [{{id: S@2, source: S, valid_from: soon, title: {T}}}]", "S@2", "valid_from"),
        (f"editions: [{{id: S@2, source: Z, valid_from: 2020-01-01, title: {T}}}]", "S@2", "source"),
    ],
)
def test_a_malformed_record_is_named(tmp_path: Path, text: str, record: str, field: str) -> None:
    error = fault(tmp_path, text)
    assert (error.file, error.record, error.field) == ("1.yaml", record, field)
    assert "1.yaml" in str(error)


def test_the_line_of_the_record_is_named(tmp_path: Path) -> None:
    error = fault(
        tmp_path, f"tasks:\n  - {{id: one, cites: [S.1], title: {T}}}\n  - {{id: two, title: {T}}}\n"
    )
    assert (error.record, error.line) == ("two", 3)


@pytest.mark.parametrize(
    "text", ["tasks: [2020-13-01]", "tasks: [", "- a\n- b", "tasks: []\ntasks: []", "a: \x07"]
)
def test_a_file_that_is_no_catalogue_is_named(tmp_path: Path, text: str) -> None:
    assert fault(tmp_path, text).file == "1.yaml"


def test_bytes_that_are_no_utf8_are_named(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "9.yaml").write_bytes(b"tasks: [\xff]")
    with pytest.raises(CatalogueError) as raised:
        load_directory(tmp_path)
    assert raised.value.file == "9.yaml"


NEW_EDITION = f"""
editions:
  - {{id: S@2, source: S, valid_from: 2030-01-01, title: {T}}}
powers:
  - id: act.sign
    edition: S@2
    cites: [S.1]
    title: {T}
    conditions:
      - {{about: [act], cite: S.1}}
      - {{posts: {{list: [clerk]}}, cite: S.2}}
"""


def test_a_new_edition_is_added_by_data_alone_and_the_old_one_stays(tmp_path: Path) -> None:
    engine = Engine(load_directory(write(tmp_path, NEW_EDITION)))
    before, after = date(2029, 12, 31), date(2030, 1, 1)
    answers = [
        engine.decide(Facts(who, "act.sign", ACT), on) for on in (before, after) for who in (HEAD, CLERK)
    ]
    assert [one.allowed for one in answers] == [True, False, False, True]
    assert [one.edition for one in answers] == ["S@1", "S@1", "S@2", "S@2"]
    assert {one.missing[0].citation.edition for one in answers if one.missing} == {"S@1", "S@2"}


def test_an_edition_may_repeal_a_power_and_another_bring_it_back(tmp_path: Path) -> None:
    repeal = f"""
editions:
  - {{id: S@2, source: S, valid_from: 2030-01-01, repeals: [act.sign], title: {T}}}
  - {{id: S@3, source: S, valid_from: 2031-01-01, title: {T}}}
powers:
  - {{id: act.sign, edition: S@3, cites: [S.1], title: {T}, conditions: [{{about: [act], cite: S.1}}]}}
"""
    engine = Engine(load_directory(write(tmp_path, repeal)))
    days = [date(2016, 1, 1), date(2029, 6, 1), date(2030, 6, 1), date(2031, 6, 1)]
    rulings = [engine.decide(Facts(HEAD, "act.sign", ACT), on) for on in days]
    assert [one.allowed for one in rulings] == [False, True, False, True]
    assert rulings[0].missing[0].code == "no_norm"
    assert rulings[2].missing[0].data["since"] == "2031-01-01"


def test_after_the_last_edition_ends_the_power_is_in_no_edition_in_force(tmp_path: Path) -> None:
    (tmp_path / "0.yaml").write_text(BASE.replace("2017-01-01", "2017-01-01, valid_to: 2020-01-01"))
    engine = Engine(load_directory(tmp_path))
    ruling = engine.decide(Facts(HEAD, "act.sign", ACT), date(2020, 1, 1))
    assert [m.code for m in ruling.missing] == ["not_in_force"]


def test_the_shipped_law_covers_every_day_once() -> None:
    states = catalogue.law().states
    for earlier, later in pairwise(states):
        assert earlier.end == later.start
    assert (states[0].start, states[-1].end) == (date.min, None)


SPOILT = ["", "[]", "{}", "5", "null", "true", "nobody", "[{a: b}]", "{ru: a}", "2020-13-01", "[[x]]", "1.5"]


@pytest.mark.parametrize("seed", range(24))
def test_the_shipped_catalogue_spoilt_anywhere_loads_whole_or_names_the_place(
    tmp_path: Path, seed: int
) -> None:
    """A line lost, doubled or with a wrong value: the file and line are named, and nothing is half loaded."""
    chance, files = random.Random(seed), sorted(catalogue.DIRECTORY.glob("*.yaml"))
    for file in files:
        (tmp_path / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    spoilt = tmp_path / chance.choice(files).name
    lines = spoilt.read_text(encoding="utf-8").split("\n")
    place = chance.randrange(len(lines))
    value = re.search(r": ([^,{}\[\]]+|\[[^\]]*\])", lines[place])
    if value is None or chance.random() < 0.3:
        lines[place] = chance.choice(["", lines[place - 1]])
    else:
        lines[place] = lines[place][: value.start(1)] + chance.choice(SPOILT) + lines[place][value.end(1) :]
    spoilt.write_text("\n".join(lines), encoding="utf-8")
    fault = _fault_of(tmp_path)
    assert fault is None or (
        fault.file in {file.name for file in files} and fault.line >= 0 and fault.problem
    )


def _fault_of(folder: Path) -> CatalogueError | None:
    """What makes the folder unloadable; None where it loads, with its powers."""
    try:
        assert load_directory(folder).latest.powers
    except CatalogueError as error:
        return error
    return None
