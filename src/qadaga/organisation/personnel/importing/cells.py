"""Cells of a row as values: days, people by IIN, records of the catalogue by id or title."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.documents.importing.columns import plain
from qadaga.law.records import LANGUAGES, Record
from qadaga.staff.models import Person

_DATES = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y")
_UNKNOWN = N_("This word is not known here. Write the name as the system shows it, or its code.")


def day(cells: dict[str, str], name: str) -> date | None:
    """The day of a cell, None for an empty one. Raises InvalidInput on the column."""
    text = cells.get(name, "")
    if not text:
        return None
    for form in _DATES:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    message = N_("There is no such day. Write it as dd.mm.yyyy, for example 05.09.2026.")
    raise InvalidInput.of(name, "not_a_day", message)


def needed_day(cells: dict[str, str], name: str) -> date:
    """Like `day`, where a day must be given."""
    found = day(cells, name)
    if found is None:
        raise InvalidInput.of(name, "required", N_("This field must be filled in."))
    return found


def record(word: str, records: Iterable[Record], *, field: str) -> str:
    """The id of the record that the word names by its id or by a title in any language.

    Raises InvalidInput on `field`.
    """
    wanted = plain(word)
    for one in records:
        if wanted in (plain(one.id), *(plain(one.title.get(code)) for code in LANGUAGES)):
            return one.id
    raise InvalidInput.of(field, "unknown", _UNKNOWN)


def digits(iin: str) -> str:
    """The number as it is kept."""
    return "".join(sign for sign in iin if sign.isdigit())


def person(people: Mapping[str, Person], iin: str) -> Person:
    """Who of these people, by number, is meant. Raises InvalidInput."""
    found = people.get(digits(iin))
    if found is None:
        message = N_("Nobody with this IIN is registered. Import the list of staff first.")
        raise InvalidInput.of("iin", "unknown", message)
    return found


def unknown(field: str) -> InvalidInput:
    """The refusal of a word that names nothing."""
    return InvalidInput.of(field, "unknown", _UNKNOWN)
