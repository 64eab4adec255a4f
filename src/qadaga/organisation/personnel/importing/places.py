"""Offices, units, posts and sorts of staff as the words of cells name them: read once for many rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeVar
from uuid import UUID

from django.db.models import Q

from qadaga.documents.importing.columns import Columns, plain
from qadaga.law import catalogue
from qadaga.offices.models import Office, Unit
from qadaga.organisation.personnel.importing import cells as read

T = TypeVar("T", Office, Unit)


class Places:
    """The offices that some rows name by code or Russian name, and their units. Two queries."""

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        named = list(rows)
        self._offices = _by_word(_offices({row["office"] for row in named}))
        held_in = {office.id for office in self._offices.values()}
        units = Unit.objects.filter(office__in=held_in) if any(row.get("unit") for row in named) else ()
        self._units = {
            office: _by_word(unit for unit in units if unit.office_id == office) for office in held_in
        }

    def office(self, word: str) -> Office:
        """The office of that code or Russian name. Raises InvalidInput on `office`."""
        found = self._offices.get(word.lower()) or self._offices.get(word)
        if found is None:
            raise read.unknown("office")
        return found

    def unit(self, word: str, within: Office) -> UUID | None:
        """The unit of that code or Russian name in the office; None for no word. Raises InvalidInput."""
        if not word:
            return None
        units = self._units[within.id]
        found = units.get(word.lower()) or units.get(word)
        if found is None:
            raise read.unknown("unit")
        return found.id


def office_ids(words: set[str]) -> set[UUID]:
    """The keys of the offices that these words name."""
    return {office.id for office in _offices(words)}


def _offices(words: set[str]) -> Iterable[Office]:
    # With the line of parents: where an office stands is then known without asking for each.
    rows = Office.objects.select_related("parent__parent", "region")
    return rows.filter(Q(name_ru__in=words) | Q(code__in={word.lower() for word in words}))


def _by_word(rows: Iterable[T]) -> dict[str, T]:
    """By Russian name and by code; a code wins over a name that reads like it."""
    found = list(rows)
    return {row.name_ru: row for row in found} | {row.code: row for row in found}


def post(word: str, held_in: Office) -> str:
    """The post that the word names: as offices of this kind call it, else as the catalogue does.

    Raises InvalidInput on `post`.
    """
    return _post(plain(word), held_in.kind)


@lru_cache(maxsize=1000)
def _post(wanted: str, kind: str) -> str:
    law = catalogue.load()
    for name, title in law.office_kinds[kind].calls.items():
        if wanted in (plain(title.ru), plain(title.kk), plain(title.en)):
            return name
    return read.record(wanted, law.posts.values(), field="post")


def officer(cells: dict[str, str], columns: Columns) -> bool:
    """Whether the row says officer, which it does when it says nothing. Raises InvalidInput on `sort`."""
    word = plain(cells.get("sort", ""))
    if not word:
        return True
    code = columns.codes("sort").get(word)
    if code is None:
        raise read.unknown("sort")
    return code == "officer"
