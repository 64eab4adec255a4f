"""The calendar of a year as the page draws it: months, its special days, and what a change would move."""

from __future__ import annotations

from calendar import Calendar as Weeks
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import formats
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.law import wording
from qadaga.law.calendar import Calendar, Day
from qadaga.offices.selectors import names_of
from qadaga.organisation.workdays import Preview
from qadaga.web.components import Column, ProgressView, Row, Table, date_text, link
from qadaga.web.law.conditions import status_flag
from qadaga.web.law.links import titled
from qadaga.web.names import language
from qadaga.workdays.models import Recount
from qadaga.workdays.table import Special, YearTable

_MOST_SHOWN = 200
_CSS = {
    "weekend": "q-day-rest",
    "holiday": "q-day-holiday",
    "observed": "q-day-holiday",
    "moved_off": "q-day-moved",
    "moved_work": "q-day-worked",
}
KINDS = {
    "moved": gettext_lazy("day off moved"),
    "rest": gettext_lazy("declared a day of rest"),
    "work": gettext_lazy("holiday that is worked"),
}
LEGEND = (
    ("q-day-rest", gettext_lazy("day off")),
    ("q-day-holiday", gettext_lazy("holiday, or rest moved from it")),
    ("q-day-moved", gettext_lazy("day off moved here")),
    ("q-day-worked", gettext_lazy("worked in place of another day")),
)


@dataclass(frozen=True, slots=True)
class Month:
    """A month: its name and its finished table."""

    name: str
    table: SafeString
    worked: int


def months(year: int, calendar: Calendar) -> list[Month]:
    """The twelve months of a year."""
    return [_month(date(year, number, 1), calendar) for number in range(1, 13)]


def _month(first: date, calendar: Calendar) -> Month:
    name = formats.date_format(first, "F")
    weeks = Weeks().monthdatescalendar(first.year, first.month)
    rows = (format_html("<tr>{}</tr>", _cells(week, first.month, calendar)) for week in weeks)
    head = format_html_join(
        "", '<th scope="col">{}</th>', ((formats.date_format(day, "D"),) for day in weeks[0])
    )
    table = format_html(
        '<table class="q-month"><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>',
        name,
        head,
        SafeString("".join(rows)),
    )
    days = (day for week in weeks for day in week if day.month == first.month)
    return Month(name, table, sum(calendar.working_day(day) for day in days))


def _cells(week: Iterable[date], month: int, calendar: Calendar) -> SafeString:
    return SafeString("".join(_cell(day, calendar) if day.month == month else "<td></td>" for day in week))


def _cell(on: date, calendar: Calendar) -> SafeString:
    day = calendar.day(on)
    said = said_of(day)
    if not said:
        css = _CSS.get(day.kind, "")
        return format_html('<td class="{}">{}</td>', css, on.day)
    return format_html(
        '<td class="{}" title="{}">{}<span class="visually-hidden"> {}</span></td>',
        _CSS.get(day.kind, ""),
        said,
        on.day,
        said,
    )


def said_of(day: Day) -> str:
    """What a day is, in words; nothing for an ordinary one."""
    other = date_text(day.other) if day.other else ""
    if day.kind == "moved_off":
        return _("day off moved from %(day)s") % {"day": other}
    if day.kind == "moved_work":
        return _("worked in place of %(day)s") % {"day": other}
    name = day.name.get(language())
    return _("%(name)s, date estimated") % {"name": name} if day.estimated and name else name


def days_table(table: YearTable, *, editable: bool) -> Table:
    """The special days of a year with the decisions they rest on."""
    rows = [Row(_day_row(day, table.year, editable=editable)) for day in table.days]
    columns = [
        Column(_("What")),
        Column(_("Day of rest"), "q-date"),
        Column(_("Worked"), "q-date"),
        Column(_("Decision")),
        Column(""),
        *([Column("")] if editable else []),
    ]
    return Table(_("Moved and declared days"), columns, rows)


def _day_row(day: Special, year: int, *, editable: bool) -> list[str | SafeString]:
    decided = date_text(day.decided_on) if day.decided_on else ""
    cells: list[str | SafeString] = [
        day.name_in(language()) or str(KINDS[day.kind]),
        date_text(day.rest),
        date_text(day.worked),
        " · ".join(part for part in (day.act, decided) if part),
        status_flag("unverified") if day.status == "unverified" else "",
    ]
    if editable:
        url = reverse("law:calendar_change", args=[year]) + f"?remove={day.first.isoformat()}"
        cells.append(link(url, _("Take out")))
    return cells


def moves_tables(preview: Preview) -> list[Table]:
    """Which terms would move: how many in each office, and the first of them from day to day."""
    names = names_of({move.office_id for move in preview.moves}, language()) if preview.moves else {}
    counts = Counter(move.office_id for move in preview.moves)
    by_office = [Row([names.get(key, ""), str(count)]) for key, count in counts.most_common()]
    each = [
        Row(
            [
                names.get(move.office_id, ""),
                titled("terms", move.rule, wording.title("terms", move.rule, language())),
                date_text(move.before),
                date_text(move.after) if move.after else _("cannot be counted: look at it"),
            ]
        )
        for move in preview.moves[:_MOST_SHOWN]
    ]
    offices, terms = _("Terms that would move, by office"), _("From which day to which")
    return [
        Table(offices, [Column(_("Office")), Column(_("Terms"), "q-num")], by_office),
        Table(
            terms,
            [
                Column(_("Office")),
                Column(_("Term")),
                Column(_("Now"), "q-date"),
                Column(_("Would be"), "q-date"),
            ],
            each,
        ),
    ]


def preview_notes(preview: Preview) -> Sequence[str]:
    """What a preview found, in sentences."""
    if not preview.days:
        return [_("No day changes between work and rest: no term would move.")]
    days = ", ".join(date_text(day) for day in preview.days)
    notes = [
        _("Days whose work changes: %(days)s.") % {"days": days},
        _("Open terms looked at: %(looked)s; would move: %(moved)s.")
        % {"looked": preview.looked, "moved": len(preview.moves)},
    ]
    if preview.bounded:
        notes.append(
            _("More open terms run over these days than are looked at here: all are counted on saving.")
        )
    if len(preview.moves) > _MOST_SHOWN:
        notes.append(_("The first %(most)s are shown.") % {"most": _MOST_SHOWN})
    return notes


def progress(row: Recount) -> ProgressView:
    """How far a recount has come."""
    done = row.state == "done"
    percent = 100 if done else min(99, 100 * row.looked // max(row.expected, 1))
    return ProgressView(
        label=_("Counting the open terms again"),
        percent=percent,
        url=reverse("law:recount", args=[row.id]),
        done=done,
        detail=_detail(row),
        result_url=reverse("law:calendar", args=[row.year]) if done else "",
        result_label=_("Back to the calendar"),
    )


def _detail(row: Recount) -> str:
    counts = {"looked": row.looked, "moved": row.moved, "stuck": row.stuck}
    text = _("Terms looked at: %(looked)s; moved: %(moved)s.") % counts
    if not row.stuck:
        return text
    return f"{text} {_('Cannot be counted any more, look at them: %(stuck)s.') % counts}"


def recounts_table(rows: Iterable[Recount]) -> Table:
    """The last recounts of a year."""
    states = {"waiting": _("waiting"), "running": _("under way"), "done": _("done")}
    shown = [
        Row(
            [
                link(reverse("law:recount", args=[row.id]), date_text(row.created_at)),
                states[row.state],
                str(row.looked),
                str(row.moved),
            ]
        )
        for row in rows
    ]
    columns = [
        Column(_("When"), "q-date"),
        Column(_("State")),
        Column(_("Looked at"), "q-num"),
        Column(_("Moved"), "q-num"),
    ]
    return Table(_("Recounts of open terms"), columns, shown)
