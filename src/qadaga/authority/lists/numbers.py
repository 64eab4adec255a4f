"""Numbers of papers as people type them: look-alike letters, kinds of dashes and leading zeros count as one.

«AҚ-1-2026/17» with a Latin A, «ак-1-2026/17» and «АҚ—1—2026/000017» are the same number.
"""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 60
# Each line: letters that look or are typed alike, and the one that stands for all of them.
_ALIKE = (
    ("аәa", "a"),
    ("вb", "b"),
    ("сc", "c"),
    ("еёe", "e"),
    ("нңһh", "h"),
    ("иіi", "i"),
    ("кқk", "k"),
    ("мm", "m"),
    ("оөo", "o"),
    ("рp", "p"),
    ("тt", "t"),
    ("хx", "x"),
    ("уұүy", "y"),
    ("гғ", "г"),
)
_FOLD = {ord(letter): one for letters, one in _ALIKE for letter in letters}
_FOLD |= {ord(sign): "/" for sign in "\\∕⁄"}
_SPACES_AT_SIGNS = re.compile(r"\s*([-/])\s*")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_FULL = re.compile(r"^[^\W\d_]+-.+-\d{4}/\d+$")


def folded(number: str) -> str:
    """What all spellings of the number share. Digits alone keep their zeros: it may be an IIN or a BIN."""
    plain = unicodedata.normalize("NFKC", number).casefold().translate(_FOLD)
    plain = "".join("-" if unicodedata.category(sign) == "Pd" or sign == "−" else sign for sign in plain)
    plain = re.sub(r"\s+", "", plain)[:_LONGEST]
    return plain if plain.isdigit() else _ZEROS.sub("", plain)


def lexeme(number: str) -> str:
    """The number as one word of the search index."""
    return "#" + folded(number)


def quoted(word: str) -> str:
    """A word of the index as a search expression takes it."""
    escaped = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def tight(typed: str) -> str:
    """What was typed without the spaces around dashes and slashes, as «АҚ - 1 - 2026 / 17»."""
    dashed = "".join("-" if unicodedata.category(sign) == "Pd" else sign for sign in typed.strip())
    return _SPACES_AT_SIGNS.sub(r"\1", dashed)


def is_full(number: str) -> bool:
    """Whether it is a number of ours to its end, so that nothing that only begins like it is meant."""
    return bool(_FULL.match(folded(number)))
