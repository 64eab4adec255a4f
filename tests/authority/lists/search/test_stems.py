"""Forms of a word meet in one stem; short words and numbers are left alone."""

import pytest

from qadaga.authority.lists.search import stems


@pytest.mark.parametrize(
    ("asked", "form"),
    [
        ("шағым", "шағымның"),
        ("шағым", "шағымдарына"),
        ("жолданым", "жолданымдарының"),
        ("прокурор", "прокурорының"),
        ("құқық", "құқығы"),
        ("кітап", "кітабын"),
        ("аудан", "ауданның"),
        ("бұзушылық", "бұзушылығынан"),
        ("заңдылық", "заңдылықтың"),
    ],
)
def test_a_query_finds_every_form_by_its_beginning(asked: str, form: str) -> None:
    assert stems.stem(form).startswith(stems.prefix(asked))


@pytest.mark.parametrize(("asked", "other"), [("шағым", "шаруа"), ("сот", "сотталған"), ("құқық", "құрылыс")])
def test_other_words_keep_other_stems(asked: str, other: str) -> None:
    assert stems.stem(asked) != stems.stem(other)


def test_words_drop_what_is_everywhere_and_zeros_before_a_number() -> None:
    assert stems.words("Жалоба НА акимат, 00123 және ёлка") == ["жалоба", "акимат", "123", "елка"]


def test_a_zero_stays_a_number() -> None:
    assert stems.words("000") == ["0"]
