"""Whether two people found in one place may be one: a warning for the officer, never a refusal."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.identifiers import parse_iin
from qadaga.common.sortkeys import sort_key
from qadaga.supervision.custody.models import HeldPerson, Place

_DAY = re.compile(r"(\d{1,2})[.\-/ ](\d{1,2})[.\-/ ](\d{4})")
_OLDEST = 120
# The newest of a place: nobody found longer ago is taken for somebody found now.
_LAST = 500
_ASKED = ("name", "iin", "birth_year", "born_on", "wrong", "status", "found_at")


@dataclass(frozen=True, slots=True)
class Born:
    """The day somebody was born, or the year alone, or neither where they do not say."""

    year: int | None = None
    on: date | None = None

    def may_be(self, other: "Born") -> bool:
        """Whether nothing known of the two speaks against one birth."""
        if self.on and other.on:
            return self.on == other.on
        return None in (self.year, other.year) or self.year == other.year


def born(text: str, *, iin: str | None, on: date) -> Born:
    """The birth as written: 04.05.1990, or 1990, or nothing; what the IIN says where nothing is written.

    Raises InvalidInput on `born`.
    """
    written = text.strip()
    if not written:
        known = parse_iin(iin).birth_date if iin else None
        return Born(known.year, known) if known else Born()
    found = _DAY.fullmatch(written)
    try:
        day = date(int(found[3]), int(found[2]), int(found[1])) if found else None
        year = day.year if day else int(written)
    except ValueError:
        raise _unreadable() from None
    if not on.year - _OLDEST <= year <= on.year or (day is not None and day > on):
        raise _unreadable()
    return Born(year, day)


def born_of(held: HeldPerson) -> Born:
    """The birth of somebody found, as far as it is known."""
    return Born(held.birth_year, held.born_on)


def perhaps_same(place: Place, name: str, birth: Born, iin: str | None = None) -> list[HeldPerson]:
    """People found in the place who may be the one named, the newest first; one query."""
    words = _words(name)
    rows = HeldPerson.objects.filter(place=place).only(*_ASKED).order_by("-found_at", "-id")[:_LAST]
    return [row for row in rows if _same(words, birth, iin, row)] if words else []


def others(held: HeldPerson) -> list[HeldPerson]:
    """Other rows of the place that may be of the same person."""
    rows = perhaps_same(held.place, held.name, born_of(held), held.iin)
    return [row for row in rows if row.id != held.id]


def _same(words: set[str], birth: Born, iin: str | None, row: HeldPerson) -> bool:
    if iin and row.iin:
        return iin == row.iin
    return _one_name(words, _words(row.name)) and birth.may_be(born_of(row))


def _one_name(one: Iterable[str], other: Iterable[str]) -> bool:
    """A patronymic left out, or the words in another order, is still the same name."""
    shorter, longer = sorted((set(one), set(other)), key=len)
    return shorter == longer or (len(shorter) > 1 and shorter <= longer)


def _words(name: str) -> set[str]:
    return set(sort_key(name).split())


def _unreadable() -> InvalidInput:
    return InvalidInput.of(
        "born", "unreadable", N_("Write the birth date as 04.05.1990, or the year alone, or leave it empty.")
    )
