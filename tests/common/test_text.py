"""Text from outside: what cannot be stored is a fault of its field."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qadaga.common.errors import InvalidInput
from qadaga.common.text import clean, is_writable


def code(value: object, **options: object) -> str:
    with pytest.raises(InvalidInput) as refusal:
        clean(value, field="name", max_length=10, **options)  # type: ignore[arg-type]  # options of clean
    (found,) = refusal.value.fields
    assert found.field == "name"
    assert str(found)
    return found.code


@pytest.mark.parametrize(
    "bad", ["a\0b", "\ud800", "a\x07", "a\x9fb", "a\u202eb", "a\nb", "a\tb", "a\u2028b", "a\x85b"]
)
def test_unwritable_signs_are_refused_with_their_place(bad: str) -> None:
    assert code(bad) == "bad_character"


@pytest.mark.parametrize("bad", ["a\0b", "\udfff", "a\x0bb"])
def test_lines_do_not_let_other_controls_in(bad: str) -> None:
    assert code(bad, multiline=True) == "bad_character"


def test_the_message_names_the_sign_and_its_place() -> None:
    with pytest.raises(InvalidInput, match=r"Character 3 \(U\+0000\)"):
        clean("ab\0", field="name", max_length=10)


@pytest.mark.parametrize("value", [None, 5, b"bytes", ["a"]])
def test_what_is_not_text_is_refused(value: object) -> None:
    assert code(value) == "not_text"


def test_length_counts_composed_letters() -> None:
    assert clean("и\u0306" * 10, field="name", max_length=10) == "й" * 10
    assert code("а" * 11) == "too_long"
    assert code("а" * 10_000_000) == "too_long"


def test_nothing_is_refused_only_where_something_is_required() -> None:
    assert clean("  ", field="name", max_length=10) == ""
    assert code(" \n ", required=True) == "required"


def test_lines_and_tabs_are_kept_where_lines_are_meant() -> None:
    kept = clean("\ufeff a\r\nb\rc\u2028d\te \n", field="text", max_length=50, multiline=True)
    assert kept == "a\nb\nc\nd\te"


@given(st.text(st.characters(), max_size=60), st.booleans())
def test_what_passes_is_writable_composed_and_trimmed(text: str, multiline: bool) -> None:
    try:
        kept = clean(text, field="text", max_length=60, multiline=multiline)
    except InvalidInput:
        return
    kept.encode()
    assert is_writable(kept)
    assert kept == unicodedata.normalize("NFC", kept).strip()
    assert clean(kept, field="text", max_length=60, multiline=multiline) == kept
