"""The shipped catalogue against the clauses, the issue and the contract of the other layers."""

import re
from pathlib import Path

import pytest

from qadaga.law import catalogue
from qadaga.law.coverage import clauses_of
from qadaga.law.loading import SECTIONS as ALL_SECTIONS
from qadaga.law.loading import load_directory
from qadaga.law.messages import BY_KIND, BY_MARK
from qadaga.law.records import Record

CATALOGUE = catalogue.load()
SECTIONS = (
    "office_kinds",
    "posts",
    "directions",
    "tasks",
    "spheres",
    "grounds",
    "terms",
    "act_kinds",
    "ranks",
    "service_kinds",
    "service_factors",
    "powers",
)
O_CLAUSES = [
    *(f"O.P{n}" for n in range(1, 6)),
    *(f"O.{n}" for n in (1, 2, 3, 4, 5, 9, 10, 11, 12, 15)),
    *(f"O.6.{n}" for n in range(1, 5)),
    *(f"O.7.{n}" for n in range(1, 6)),
    *(f"O.8.{n}" for n in range(1, 12)),
    *(f"O.8.d{n}" for n in range(1, 9)),
    *(f"O.13.{n}" for n in range(1, 4)),
    *(f"O.14.{n}" for n in range(1, 4)),
]
L_CLAUSES = [
    *(f"L.1.{n}" for n in range(1, 13)),
    *(f"L.2.{n}" for n in range(1, 8)),
    *(f"L.3.{n}" for n in range(1, 9)),
    *(f"L.Q{n}" for n in range(1, 7)),
]


def test_every_clause_of_the_sources_is_there() -> None:
    for clause in [*O_CLAUSES, *L_CLAUSES]:
        provision = CATALOGUE.provisions[clause]
        assert all((*provision.title[:3], *provision.gist[:3])), clause


def test_no_clause_is_there_that_the_sources_do_not_have() -> None:
    found = {p.id for p in CATALOGUE.provisions.values() if p.source in ("O", "L")}
    assert found == {*O_CLAUSES, *L_CLAUSES}


def records() -> list[Record]:
    return [record for name in SECTIONS for record in getattr(CATALOGUE, name).values()]


def test_every_record_cites_a_clause_in_an_edition() -> None:
    for record in records():
        assert record.citations, record.id
        assert all(c.edition for c in record.citations), record.id


def test_every_text_stands_in_three_languages() -> None:
    for record in [*records(), *CATALOGUE.provisions.values()]:
        assert re.search("[а-яё]", record.title.ru, re.I), record.id
        assert re.search("[а-яёәғқңөұүһі]", record.title.kk, re.I), record.id
        assert re.search("[a-z]", record.title.en, re.I), record.id


def test_a_figure_that_is_only_recalled_is_never_passed_off_as_known() -> None:
    for record in CATALOGUE.terms.values():
        if record.citations[0].source == "R":
            assert record.status == "unverified", record.id
    assert all(kind.class_status in ("unverified", "seed") for kind in CATALOGUE.act_kinds.values())


def test_a_condition_that_is_our_own_rule_is_marked_as_one() -> None:
    for power in CATALOGUE.powers.values():
        for condition in power.conditions:
            source = condition.cite.split(".", maxsplit=1)[0]
            expected = {"Q": "product", "APPC": "found", "CL155": "found", "HOL": "found", "R": "unverified"}
            assert condition.status == expected.get(source, condition.status), power.id


def test_every_kind_of_condition_and_every_mark_has_its_words() -> None:
    for power in CATALOGUE.powers.values():
        for condition in power.conditions:
            assert condition.kind in BY_KIND or condition.values[0] in BY_MARK


def test_levels_collegia_and_personality_follow_the_lecture_and_the_order() -> None:
    kinds = CATALOGUE.office_kinds.values()
    assert {k.id for k in kinds if k.collegium} == {
        "general",
        "agency",
        "region",
        "city_republican",
        "chief_military",
        "chief_transport",
    }
    assert not any(k.legal_personality or k.collegium for k in kinds if k.level == 3)
    assert all(bool(k.sphere) == k.specialised for k in kinds)


def test_the_heads_of_kinds_are_posts_that_head() -> None:
    for kind in CATALOGUE.office_kinds.values():
        post = CATALOGUE.posts[kind.head]
        assert post.heads
        assert kind.level in post.levels


def test_who_appoints_is_as_the_sources_say() -> None:
    posts = CATALOGUE.posts
    general = posts["prosecutor_general"]
    assert (general.appointed_by, general.consent_of, general.term_years) == ("president", "senate", 5)
    assert posts["chief_military_prosecutor"].ex_officio == "deputy_pg"
    assert posts["district_prosecutor"].appointed_by == "prosecutor_general"


def test_the_twelve_kinds_of_acts_are_there_and_the_former_one_is_inactive() -> None:
    response_and_supervision = {
        k.id for k in CATALOGUE.act_kinds.values() if not k.internal and k.id != "conclusion"
    }
    assert len(response_and_supervision) == 11
    assert [k.id for k in CATALOGUE.act_kinds.values() if not k.active] == ["prescription"]
    assert CATALOGUE.act_kinds["protest"].suspends


# Points that name a right, a duty or a power of somebody: each has to be one, not only be spoken of.
EXERCISED = [
    *(f"O.P{n}" for n in range(1, 6)),
    *("O.2", "O.3", "O.4", "O.5", "O.10", "O.11", "O.12", "O.15"),
    *(f"O.8.{n}" for n in range(1, 12)),
    *(f"O.8.d{n}" for n in range(1, 9)),
    *("O.13.1", "O.13.2", "O.13.3", "O.14.1", "O.14.2", "O.7.2", "O.7.3", "O.7.4"),
    *("L.1.1", "L.1.2", "L.1.3", "L.1.5", "L.1.7", "L.1.9", "L.1.10", "L.1.11", "L.1.12"),
    *(f"L.2.{n}" for n in (1, 2, 3, 4, 5, 6, 7)),
    *(f"L.3.{n}" for n in range(1, 9)),
]


def test_every_right_duty_and_power_that_a_clause_names_is_one() -> None:
    resting = [*CATALOGUE.powers.values(), *CATALOGUE.duties.values()]
    named = {clause for record in resting for clause in clauses_of(record)}
    assert [clause for clause in EXERCISED if clause not in named] == []


@pytest.mark.parametrize("right", [f"O.8.{n}" for n in range(1, 11)])
def test_a_right_that_needs_a_ground_is_refused_without_one(right: str) -> None:
    """Of each right at least one power needs a ground; O.8.4 and O.8.7 have none that does without."""
    powers = [p for p in CATALOGUE.powers.values() if right in {c.clause for c in p.citations}]
    assert any(power.grounds for power in powers)
    opening = [p for p in powers if {"inspection", "summons"} & set(p.issues)]
    assert all(power.grounds for power in opening)


def test_whoever_is_held_unlawfully_is_freed_in_minutes_by_the_officer_on_the_spot() -> None:
    duty, power = CATALOGUE.duties["duty.release"], CATALOGUE.powers["detention.release"]
    assert duty.alarm_minutes is not None
    assert duty.alarm_minutes <= 60
    assert (duty.alarm_status, duty.alarms, duty.term) == ("unverified", ("own", "higher"), None)
    assert power.id in duty.fulfilled_by
    assert power.own_name
    doors = {door for condition in power.conditions for door in condition.doors}
    assert {"visiting", "on_duty"} <= doors


def test_every_power_of_another_direction_says_what_is_recorded() -> None:
    silent = [p.id for p in CATALOGUE.powers.values() if p.file.startswith(("l1", "l2b-p", "o2g", "o2h"))]
    assert all(CATALOGUE.powers[name].records for name in silent if name != "norm.consult")


def test_what_goes_out_in_the_office_name_is_signed_by_the_head_or_decided_by_the_leadership() -> None:
    """An act kind that a power issues in the office's name is never one officer's alone (O.15)."""
    kinds = set(CATALOGUE.act_kinds) & {"protest", "court_application", "judicial_protest"}
    for power in CATALOGUE.powers.values():
        if kinds & set(power.issues) and not power.own_name:
            posts = next(c for c in power.conditions if c.kind == "posts")
            assert set(posts.values) <= {"@heads"}, power.id


def test_other_rights_and_functions_are_added_as_data(tmp_path: Path) -> None:
    text = """
powers:
  - id: right.new
    cites: [O.8.11, O.7.5]
    title: {ru: "новое право", kk: "жаңа құқық", en: "a new right"}
    conditions: [{about: [matter], cite: O.8.11}, {ground: [law_names_it], cite: O.8.11}]
"""
    (tmp_path / "z.yaml").write_text(text, encoding="utf-8")
    found = load_directory(catalogue.DIRECTORY, tmp_path).latest.powers["right.new"]
    assert found.grounds == ("law_names_it",)


# What a duty is about stands in its own two fields; the others are the catalogue's technical vocabulary.
TOLD_OTHERWISE = {"duties", "sources", "editions", "subjects", "statuses"}


def test_every_record_is_told_plainly_in_three_languages() -> None:
    sections = [name for name in ALL_SECTIONS if name not in TOLD_OTHERWISE]
    told = [(section, record) for section in sections for record in getattr(CATALOGUE, section).values()]
    assert not [(section, record.id) for section, record in told if not all(record.gist[:3])]
    assert not [(section, record.id) for section, record in told if _repeats(record)]
    assert not [duty.id for duty in CATALOGUE.duties.values() if not all((*duty.arises[:3], *duty.task[:3]))]


def _repeats(record: Record) -> bool:
    """Whether the sentence about a record is no more than its title, in any of the languages."""
    pairs = zip(record.title[:3], record.gist[:3], strict=True)
    return any(title.casefold() == gist.casefold().rstrip(".") for title, gist in pairs)
