"""The history of a body, a section for each part of the service that names it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from qadaga.law.catalogue import load
from qadaga.matters.bodies.traces import MOST, Line, Trace, declared
from qadaga.web.cards.sections import Section, section
from qadaga.web.components import Text, Tone, badge, date_text, lines
from qadaga.web.doors import leading
from qadaga.web.names import language
from qadaga.web.registers.listed import LISTED

_MEASURES: Mapping[str, Tone] = {"issued": "info", "served": "warning", "replied": "success"}


def sections(found: Mapping[str, Sequence[Line]], on: date) -> list[Section]:
    """Parts that have a line, in the order of the work; one sentence where none has."""
    made = [_section(trace, found[trace.name], on) for trace in declared() if found[trace.name]]
    if made:
        return made
    empty = _("No appeal, matter, act or inspection that you may read names this body.")
    return [section("history", _("History"), [], [], empty)]


def _section(trace: Trace, rows: Sequence[Line], on: date) -> Section:
    columns = [_("Number"), _("Day"), _("What"), _("Status"), _("Due")]
    label = _(trace.label)
    if len(rows) > MOST:
        label = _("%(part)s: the newest %(most)s") % {"part": label, "most": MOST}
    over = overlapping(rows) if trace.name == "inspections" else frozenset()
    drawn = [_row(trace, row, on, overlaps=row.id in over) for row in rows[:MOST]]
    return section(trace.name, label, columns, drawn, "", stacks=True)


def _row(trace: Trace, row: Line, on: date, *, overlaps: bool) -> Sequence[Text]:
    number = row.number or row.title[:60] or _("No number yet")
    return (
        leading(trace.page, number, row.id),
        date_text(row.day),
        lines(_what(trace, row), *_besides(row, overlaps=overlaps)),
        _status(trace, row),
        _due(trace, row, on),
    )


def _what(trace: Trace, row: Line) -> str:
    kind = row.more.get("kind")
    record = load().act_kinds.get(kind) if trace.name == "acts" and kind else None
    title = record.title.get(language()) if record else ""
    return ": ".join(part for part in (title, row.title) if part)


def _besides(row: Line, *, overlaps: bool) -> Iterable[Text]:
    more = row.more
    if more.get("minutes"):
        hours = f"{more['minutes'] / 60:.1f}".rstrip("0").rstrip(".")
        yield _("On the premises: %(hours)s h") % {"hours": hours}
    if more.get("writs"):
        yield _("Writs: %(all)s, open: %(open)s, check overdue: %(late)s") % {
            "all": more["writs"],
            "open": more["writs_open"],
            "late": more["writs_late"],
        }
    for name, said in (("served", _("Served on %(day)s")), ("replied", _("Replied on %(day)s"))):
        if more.get(name):
            yield said % {"day": date_text(date.fromisoformat(more[name]))}
    if overlaps:
        yield badge(_("Overlaps another inspection"), "warning", "alert-triangle")


def _status(trace: Trace, row: Line) -> Text:
    listed = LISTED.get(trace.name)
    tones = listed.tones if listed else _MEASURES
    return badge(str(trace.words.get(row.status, row.status)), tones.get(row.status, "neutral"))


def _due(trace: Trace, row: Line, on: date) -> Text:
    if row.due_on is None or row.status not in trace.open_statuses:
        return ""
    late = badge(_("Overdue"), "danger") if row.due_on < on else ""
    return lines(date_text(row.due_on), late)


def overlapping(rows: Sequence[Line]) -> frozenset[Any]:
    """Inspections of the body whose days are shared with another one's."""
    spans = [(row, *_span(row)) for row in rows]
    shared = (
        (one[0].id, other[0].id)
        for one, other in combinations(spans, 2)
        if one[1] <= other[2] and other[1] <= one[2]
    )
    return frozenset(key for pair in shared for key in pair)


def _span(row: Line) -> tuple[str, str]:
    more = row.more
    return str(more.get("from") or row.day), str(more.get("until") or more.get("from") or row.day)


def silent(rows: Sequence[Line], on: date) -> int:
    """Acts served whose term has passed without an answer."""
    return sum(row.status == "served" and row.due_on is not None and row.due_on < on for row in rows)


def hours_text(rows: Sequence[Line]) -> str:
    """How many inspections, and the hours on the premises in all."""
    minutes = sum(row.more.get("minutes") or 0 for row in rows)
    said = ngettext("%(count)s inspection", "%(count)s inspections", len(rows)) % {"count": len(rows)}
    hours = _("On the premises: %(hours)s h") % {"hours": f"{minutes / 60:.1f}"}
    return f"{said}; {hours}" if minutes else said


def replied(*parts: Sequence[Line]) -> int:
    """Acts and measures that the body answered."""
    return sum(bool(row.more.get("replied")) for rows in parts for row in rows)


def bailiffs_text(rows: Sequence[Line]) -> list[tuple[str, str]]:
    """How many bailiffs the body employs and how many writs are with them, where it employs any."""
    if not rows:
        return []
    writs, are_open = (sum(row.more.get(name) or 0 for row in rows) for name in ("writs", "writs_open"))
    said = _("%(bailiffs)s; writs: %(writs)s, open: %(open)s")
    return [(_("Bailiffs"), said % {"bailiffs": len(rows), "writs": writs, "open": are_open})]
