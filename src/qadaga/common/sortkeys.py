"""Alphabetical order of names in Kazakh and Russian, as a key any database compares byte by byte."""

import unicodedata
from collections.abc import Iterator

# The official order of the Kazakh Cyrillic alphabet; all 33 Russian letters stand in it in their own order.
KAZAKH_ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"

# Separators sort first, then digits, then Cyrillic, then Latin: 42 + 26 letters fit between '9' and '~',
# so a letter costs one byte in an index.
_FIRST_LETTER = ord("9") + 1
_RANK = {letter: chr(_FIRST_LETTER + rank) for rank, letter in enumerate(KAZAKH_ALPHABET + _LATIN)}
_RANK |= {digit: digit for digit in "0123456789"}


def sort_key(name: str) -> str:
    """A key of ASCII for digits, Cyrillic and Latin; case and punctuation do not count, words do.

    Letters of other scripts keep their code points and come last.
    """
    words = "".join(_ranked(unicodedata.normalize("NFC", name).lower())).split()
    return " ".join(words)


def _ranked(text: str) -> Iterator[str]:
    for sign in text:
        if sign in _RANK:
            yield _RANK[sign]
        elif sign.isalnum():
            yield from _without_marks(sign)
        elif sign.isspace() or sign == "-":
            yield " "


def _without_marks(sign: str) -> Iterator[str]:
    for part in unicodedata.normalize("NFKD", sign):
        if not unicodedata.combining(part):
            yield _RANK.get(part, part)
