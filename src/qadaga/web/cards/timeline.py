"""The journal's entries about a card's subjects, in the words of the page."""

from collections.abc import Sequence
from uuid import UUID

from qadaga.journal.models import Entry
from qadaga.staff.models import Appointment
from qadaga.staff.selectors import appointments_by_id
from qadaga.web.components import TimelineEntry, moment_text
from qadaga.web.names import post_title
from qadaga.web.rulings import power_title


def timeline_views(entries: Sequence[Entry]) -> list[TimelineEntry]:
    """The entries as lines, in the order given; two queries for all names, however many entries."""
    people = appointments_by_id({entry.appointment_id for entry in entries if entry.appointment_id})
    return [_line(entry, people) for entry in entries]


def _line(entry: Entry, people: dict[UUID, Appointment]) -> TimelineEntry:
    held = people.get(entry.appointment_id) if entry.appointment_id else None
    return TimelineEntry(
        when=moment_text(entry.at),
        what=power_title(entry.action),
        who=_who(held) if held else "",
        detail=_norms(entry),
        number=str(entry.seq),
    )


def _who(held: Appointment) -> str:
    return f"{held.person.short_name}, {post_title(held.post)}"


def _norms(entry: Entry) -> str:
    # The clauses the change rested on; a reader who wants the whole ruling opens the journal's entry.
    ruling = entry.ruling or {}
    return ", ".join(dict.fromkeys(norm["clause"] for norm in ruling.get("citations", ())))
