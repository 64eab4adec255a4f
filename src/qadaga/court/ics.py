"""Hearings as events of a calendar: case, court, room; never a person's name."""

from collections.abc import Iterable

from qadaga.common import ical
from qadaga.court.models import Hearing


def calendar(hearings: Iterable[Hearing]) -> str:
    """The file that a person fetches: with what the case is about, and the room."""
    return ical.calendar((_event(row) for row in hearings), "Hearings")


def _event(row: Hearing) -> ical.Event:
    place = ", ".join(part for part in (row.court, row.room) if part)
    about = f"{row.owner.number}, {row.owner.about}"
    return ical.Event(str(row.id), row.starts_at, about, row.created_at, place, row.version)


def outside(row: Hearing, word: str) -> ical.Event:
    """What may go to a calendar service outside: the case's number after the word, the court, the hour."""
    summary = f"{word}: {row.owner.number}" if row.owner.number else word
    return ical.Event(str(row.id), row.starts_at, summary, row.created_at, row.court, row.version)
