"""An iCalendar file (RFC 5545): events on hours or whole days, times in UTC, lines folded at 75 octets.

The same events always make the same file, so that a program sees by its digest whether anything changed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

LENGTH = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Event:
    """Something at an hour, which then lasts one, or on a whole day; `made` is when it was entered."""

    uid: str
    starts: datetime | date
    summary: str
    made: datetime
    place: str = ""
    version: int = 1


def calendar(events: Iterable[Event], product: str) -> str:
    """The file of the events; `product` names what made it, in ASCII."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Qadaga//{product}//RU"]
    for event in events:
        lines += _event(event)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(event: Event) -> list[str]:
    place = [f"LOCATION:{_escaped(event.place)}"] if event.place else []
    return [
        "BEGIN:VEVENT",
        f"UID:{event.uid}@qadaga",
        f"SEQUENCE:{event.version}",
        f"DTSTAMP:{_moment(event.made)}",
        *_times(event.starts),
        f"SUMMARY:{_escaped(event.summary)}",
        *place,
        "END:VEVENT",
    ]


def _times(starts: datetime | date) -> list[str]:
    if isinstance(starts, datetime):
        return [f"DTSTART:{_moment(starts)}", f"DTEND:{_moment(starts + LENGTH)}"]
    return [f"DTSTART;VALUE=DATE:{starts:%Y%m%d}"]


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
