"""The law is found in three languages, by any form of a word and by the number of a clause."""

import pytest

from qadaga.authority.lists.search.law import beginnings, find
from qadaga.law import catalogue


def found(text: str) -> list[str]:
    return [f"{hit.section}:{hit.record.id}" for hit in find(text, catalogue.load())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("O.15", "provisions:O.15"),
        ("О.15", "provisions:O.15"),
        ("o.8.d1", "provisions:O.8.d1"),
        ("протестом", "act_kinds:protest"),
        ("наразылықтың", "act_kinds:protest"),
        ("protests", "act_kinds:protest"),
        ("подписать акт", "powers:act.sign"),
        ("актіге қол қою", "powers:act.sign"),
        ("помощника прокурора", "posts:assistant"),
        ("шағым", "terms:complaint_consider"),
    ],
)
def test_a_form_of_the_word_finds_the_record(text: str, expected: str) -> None:
    assert expected in found(text)[:8]


def test_the_number_of_a_clause_stands_first() -> None:
    assert found("O.15")[0] == "provisions:O.15"
    assert found("О.14")[0].startswith("provisions:O.14")


@pytest.mark.parametrize("text", ["шағымның", "шағымдарына", "шағымды"])
def test_kazakh_forms_find_what_the_word_finds(text: str) -> None:
    assert set(found("шағым")) & set(found(text))


@pytest.mark.parametrize("text", ["", "  ", "…", "зкщсзкщс", "и", "0"])
def test_nothing_is_found_for_nothing(text: str) -> None:
    assert found(text) == []


def test_all_words_come_before_any() -> None:
    hits = found("рассмотрение протеста")
    assert hits[0] in ("terms:protest_consider", "provisions:L1995.protest")
    assert set(hits) <= set(found("протеста"))
    assert set(found("протест зкщсзкщс")) == set(found("протест")), "where nothing has all words, any"


def test_a_number_matches_itself_only() -> None:
    assert beginnings("15") == ("15",)
