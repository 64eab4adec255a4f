"""Alphabetical order of Kazakh, Russian and Latin names, compared byte by byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qadaga.common.sortkeys import KAZAKH_ALPHABET, sort_key


def in_order(names: list[str]) -> list[str]:
    return sorted(names, key=lambda name: sort_key(name).encode())


def test_the_alphabet_has_its_forty_two_letters_once() -> None:
    assert len(KAZAKH_ALPHABET) == len(set(KAZAKH_ALPHABET)) == 42


def test_letters_stand_in_the_order_of_the_alphabet() -> None:
    assert in_order(list(reversed(KAZAKH_ALPHABET))) == list(KAZAKH_ALPHABET)


@pytest.mark.parametrize(
    "names",
    [
        ["Абай", "Әділ", "Болат", "Яна"],
        ["Гани", "Ғани", "Дана"],
        ["Елена", "Ёлкин", "Жанар"],
        ["Ибраев", "Йод", "Қайрат", "Лена"],
        ["Ұлан", "Үміт", "Федоров", "Харитон", "Һалел", "Цой"],
        ["Ыбырай", "Іле", "Эмма", "Юлия"],
        ["10", "2 отдел", "Акимат", "Zhanar"],
        ["Алма", "Алма Ата", "Алмагуль"],
        ["Müller", "Munz", "Mutter"],
    ],
)
def test_names_in_order(names: list[str]) -> None:
    assert in_order(list(reversed(names))) == names


def test_case_and_punctuation_do_not_count_and_hyphens_part_words() -> None:
    assert sort_key("«ТОО» Көркем.") == sort_key("тоо  көркем")
    assert sort_key("Римский-Корсаков") == sort_key("Римский Корсаков")


def test_decomposed_letters_are_the_same_letters() -> None:
    assert sort_key("и\u0306од") == sort_key("йод")


@given(st.text(max_size=40))
def test_a_key_is_whole_text_whatever_the_name(name: str) -> None:
    key = sort_key(name)
    key.encode()
    assert key == key.strip()
    assert "\0" not in key


@given(st.text(KAZAKH_ALPHABET + "abcxyz0123456789 ", max_size=30))
def test_a_key_costs_a_byte_a_letter(name: str) -> None:
    assert sort_key(name).isascii()
    assert len(sort_key(name)) <= len(name)
