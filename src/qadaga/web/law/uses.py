"""How often a record of the law was used within what the reader sees: by itself, or through its powers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.authority.lists.search.entries import numbers_of
from qadaga.authority.scope import Scope
from qadaga.authority.uses import selectors
from qadaga.authority.uses.selectors import Count, Key, UseLine
from qadaga.law import wording
from qadaga.law.loading import Catalogue
from qadaga.law.records import Duty, Record
from qadaga.law.reference import index
from qadaga.staff.models import Appointment
from qadaga.staff.selectors import appointments_by_id
from qadaga.web.components import Column, Empty, Row, Table, Text, date_text, lines, link, moment_text
from qadaga.web.law.links import titled
from qadaga.web.law.lists import Block
from qadaga.web.names import language, post_title
from qadaga.web.registers.listed import LISTED
from qadaga.web.rulings import power_title

MOST = 12
NEVER = Count()


def block(section: str, record: Record, state: Catalogue, scope: Scope, on: date) -> list[Block]:
    """The counts as a block of the record's page; none for what is never used. Three queries."""
    keys = keys_of(section, record, state)
    if not keys:
        return []
    counts = selectors.used(scope, keys, on)
    first = sorted(keys, key=lambda key: -counts.get(key, NEVER).ever)[:MOST]
    rows = [_row(key, counts.get(key, NEVER)) for key in first]
    if len(keys) > 1 and section not in selectors.COUNTED:
        rows = [_sum(counts.values()), *rows]
    title = _("How often it is used")
    return [Block(title, Table(title, _columns(on), rows), note=_note(len(keys) - len(first)))]


def keys_of(section: str, record: Record, state: Catalogue) -> list[Key]:
    """The records whose counts say how often this one is used."""
    if section in selectors.COUNTED:
        return [(section, record.id)]
    if isinstance(record, Duty):
        return [("powers", power) for power in record.fulfilled_by]
    places = {
        "provisions": index(state).resting.get(record.id, ()),
        **dict.fromkeys(
            ("terms", "measures", "grounds"), index(state).speaking.get((section, record.id), ())
        ),
    }.get(section, ())
    return [("powers", place.record.id) for place in places if place.section == "powers"]


def listing(key: Key, scope: Scope) -> Table:
    """The newest uses of a record as a table; what each was used on is a link, where it has a card."""
    found = selectors.newest(scope, key)
    held = appointments_by_id({line.appointment_id for line in found if line.appointment_id})
    cards = {one.register.kind: one.card_url() for one in LISTED.values()}
    columns = [
        Column(_("Day"), "q-date"),
        Column(_("What was done")),
        Column(_("On what")),
        Column(_("By whom")),
    ]
    numbers = numbers_of({line.subject_id for line in found})
    rows = [Row(_cells(line, held, cards, numbers)) for line in found]
    nothing = Empty(
        _("No use of it is among the newest entries"),
        _("Only the newest entries of the journal in the offices you see are looked through."),
    )
    return Table(_("The newest uses"), columns, rows, nothing)


def _cells(
    line: UseLine, held: Mapping[UUID, Appointment], cards: Mapping[str, str], numbers: Mapping[UUID, str]
) -> Sequence[Text]:
    kind = wording.title("subjects", line.subject_kind, language())
    shown = kind[:1].upper() + kind[1:]
    card = cards.get(line.subject_kind, "")
    who = held.get(line.appointment_id) if line.appointment_id else None
    return [
        date_text(line.on),
        power_title(line.power),
        _subject(card.format(line.subject_id), numbers.get(line.subject_id, ""), shown) if card else shown,
        lines(who.person.short_name, post_title(who.post, kind=who.office.kind)) if who else "—",
    ]


def _subject(url: str, number: str, kind: str) -> SafeString:
    return lines(link(url, number), kind) if number else link(url, kind)


def _row(key: Key, count: Count) -> Row:
    section, name = key
    opened: Text = ""
    if count.ever:
        opened = link(reverse("law:uses", args=[section, name]), _("Open the list"))
    return Row([titled(section, name, wording.title(section, name, language())), *_numbers(count), opened])


def _sum(counts: Iterable[Count]) -> Row:
    found = list(counts)
    total = Count(
        sum(one.month for one in found), sum(one.year for one in found), sum(one.ever for one in found)
    )
    return Row([format_html("<b>{}</b>", _("Altogether")), *_numbers(total), ""])


def _numbers(count: Count) -> list[SafeString]:
    figures = (count.month, count.year, count.ever)
    return [format_html('<span class="q-figure">{}</span>', figure) for figure in figures]


def _columns(on: date) -> list[Column]:
    return [
        Column(_("What was used")),
        Column(on.strftime("%m.%Y"), "q-num"),
        Column(str(on.year), "q-num"),
        Column(_("In all"), "q-num"),
        Column("", "q-min"),
    ]


def _note(left: int) -> SafeString:
    at = selectors.as_of()
    if at is None:
        said = _("Nothing is counted yet: the counts are made from the journal every minute.")
    else:
        said = _(
            "In the offices you see, as counted from the journal at %(at)s. A refusal changes nothing and is "
            "no use."
        ) % {"at": moment_text(at)}
    more = _("Records used less are left out: %(left)s.") % {"left": left} if left > 0 else ""
    return format_html("{} {}", said, more)
