"""Hearings as an iCalendar file (RFC 5545): case, court, room; never a person's name."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from qadaga.common import clock
from qadaga.court.models import Hearing

LENGTH = timedelta(hours=1)


def calendar(hearings: Iterable[Hearing]) -> str:
    """The file: one event a hearing, its times in UTC, lines folded at 75 octets."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Qadaga//Hearings//RU"]
    for row in hearings:
        lines += _event(row)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(row: Hearing) -> list[str]:
    place = ", ".join(part for part in (row.court, row.room) if part)
    return [
        "BEGIN:VEVENT",
        f"UID:{row.id}@qadaga",
        f"SEQUENCE:{row.version}",
        f"DTSTAMP:{_moment(clock.now())}",
        f"DTSTART:{_moment(row.starts_at)}",
        f"DTEND:{_moment(row.starts_at + LENGTH)}",
        f"SUMMARY:{_escaped(f'{row.owner.number}, {row.owner.about}')}",
        f"LOCATION:{_escaped(place)}",
        "END:VEVENT",
    ]


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(value: str) -> str:
    for mark in ("\\", ";", ","):
        value = value.replace(mark, f"\\{mark}")
    return value.replace("\r", "").replace("\n", "\\n")


def _folded(line: str) -> str:
    """A long line goes on after a space; no letter is cut in two."""
    parts, current = [], ""
    for letter in line:
        if len((current + letter).encode()) > 74:
            parts.append(current)
            current = " "
        current += letter
    return "\r\n".join([*parts, current])
