"""The journal's entries about a card's subjects, in the words of the page."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext_lazy

from qadaga.journal.models import Entry
from qadaga.matters.gather import PersonLine
from qadaga.staff.models import Appointment
from qadaga.staff.selectors import appointments_by_id
from qadaga.web.cards.deeds import deed
from qadaga.web.components import Citation, TimelineEntry, moment_text
from qadaga.web.law.links import clause_url
from qadaga.web.names import post_title
from qadaga.web.rulings import power_title

# What the journal keeps though nobody exercised a power by it.
_EVENTS = {
    "alarm.raised": gettext_lazy("A duty began to run against the clock"),
    "alarm.escalated": gettext_lazy("The minutes passed: the office above was called"),
    "alarm.ended": gettext_lazy("The duty on the clock ended"),
}


def timeline_views(
    entries: Sequence[Entry], named: Mapping[UUID, PersonLine] | None = None
) -> list[TimelineEntry]:
    """The entries as lines, in the order given.

    `named` are people the card has named already; the others' names take one query, however many entries.
    """
    names = {
        key: f"{line.name}, {post_title(line.post, kind=line.kind)}" for key, line in (named or {}).items()
    }
    wanted = {entry.appointment_id for entry in entries if entry.appointment_id} - names.keys()
    if wanted:
        names |= {key: _who(held) for key, held in appointments_by_id(wanted).items()}
    return [_line(entry, names) for entry in entries]


def known(*posts: Appointment) -> dict[UUID, PersonLine]:
    """People a card has read with their person and office already, for `timeline_views`."""
    return {
        held.id: PersonLine(held.id, held.post, held.office.kind, held.person.short_name) for held in posts
    }


def _line(entry: Entry, names: Mapping[UUID, str]) -> TimelineEntry:
    title = str(_EVENTS.get(entry.action) or power_title(entry.action))
    done = deed(entry.subject_kind, entry.data)
    return TimelineEntry(
        when=moment_text(entry.at),
        what=done or title,
        who=names.get(entry.appointment_id, "") if entry.appointment_id else "",
        number=str(entry.seq),
        power=title if done else "",
        norms=_norms(entry),
    )


def _who(held: Appointment) -> str:
    return f"{held.person.short_name}, {post_title(held.post, kind=held.office.kind)}"


def _norms(entry: Entry) -> list[Citation]:
    # The clauses the change rested on, each leading to what it says.
    ruling = entry.ruling or {}
    clauses = dict.fromkeys(norm["clause"] for norm in ruling.get("citations", ()))
    return [Citation(clause, url=clause_url(clause)) for clause in clauses]
