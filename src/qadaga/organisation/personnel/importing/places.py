"""Offices, units, posts and sorts of staff as the words of a cell name them."""

from __future__ import annotations

from uuid import UUID

from qadaga.documents.importing.columns import Columns, plain
from qadaga.law import catalogue
from qadaga.offices.models import Office, Unit
from qadaga.organisation.personnel.importing import cells as read


def office(word: str) -> Office:
    """The office of that code or Russian name. Raises InvalidInput on `office`."""
    found = Office.objects.filter(code=word.lower()).first() or Office.objects.filter(name_ru=word).first()
    if found is None:
        raise read.unknown("office")
    return found


def unit(word: str, within: Office) -> UUID | None:
    """The unit of that code or Russian name in the office; None for no word. Raises InvalidInput."""
    if not word:
        return None
    found = Unit.objects.filter(office=within, code=word.lower()).first()
    found = found or Unit.objects.filter(office=within, name_ru=word).first()
    if found is None:
        raise read.unknown("unit")
    return found.id


def post(word: str, held_in: Office) -> str:
    """The post that the word names: as offices of this kind call it, else as the catalogue does.

    Raises InvalidInput on `post`.
    """
    law, wanted = catalogue.load(), plain(word)
    for name, title in law.office_kinds[held_in.kind].calls.items():
        if wanted in (plain(title.ru), plain(title.kk), plain(title.en)):
            return name
    return read.record(word, law.posts.values(), field="post")


def officer(cells: dict[str, str], columns: Columns) -> bool:
    """Whether the row says officer, which it does when it says nothing. Raises InvalidInput on `sort`."""
    word = plain(cells.get("sort", ""))
    if not word:
        return True
    code = columns.codes("sort").get(word)
    if code is None:
        raise read.unknown("sort")
    return code == "officer"
