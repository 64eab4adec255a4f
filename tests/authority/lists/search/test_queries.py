"""What was typed becomes one expression of parameters; nothing typed stands in the SQL itself."""

import pytest

from qadaga.authority.lists.search import queries


def test_twelve_digits_are_one_identifier() -> None:
    query = queries.parse("850725 400331")
    assert query is not None
    assert query.params == {"whole": "'#850725400331'"}


def test_each_word_is_asked_in_both_languages() -> None:
    query = queries.parse("шағымның акимат")
    assert query is not None
    assert query.sql.count("plainto_tsquery") == 2
    assert query.params["w0"] == "шағымның"
    assert query.params["p0"] == "'шағым':*"


def test_a_number_is_asked_as_a_whole_and_by_its_parts() -> None:
    query = queries.parse("12-3/2026")
    assert query is not None
    assert query.params["whole"] == "'#12-3/2026':*"
    assert "%(w0)s" in query.sql


@pytest.mark.parametrize(
    "typed", ["АҚ-1-2026/17", "AK-1-2026/17", "ак – 1 – 2026 / 000017", "aҚ—1—2026/0017", "АК−1−2026\\17"]
)
def test_spellings_of_a_number_are_one_and_a_full_one_is_meant_to_its_end(typed: str) -> None:
    query = queries.parse(typed)
    assert query is not None
    assert query.params["whole"] == "'#ak-1-2026/17'"


@pytest.mark.parametrize("typed", ["", "  ", "и на", "—", "!!!"])
def test_nothing_to_look_for(typed: str) -> None:
    assert queries.parse(typed) is None


@pytest.mark.parametrize("typed", ["o'brien", "a\\b", "x' | 'y", "%s", ":*", "a & b"])
def test_signs_of_the_query_language_are_only_text(typed: str) -> None:
    query = queries.parse(typed)
    if query is not None:
        assert typed not in query.sql


def test_narrowing_adds_marks_of_units_and_of_the_kind() -> None:
    query = queries.parse("жалоба")
    assert query is not None
    narrow = queries.narrowed(query, ["@aa", "@bb"], "@appeal")
    assert narrow.params["units"] == "'@aa'|'@bb'"
    assert narrow.params["kind"] == "'@appeal'"
