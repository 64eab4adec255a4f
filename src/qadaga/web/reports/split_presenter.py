"""Figures line by line, and the records behind one, as the pages show them."""

from collections.abc import Callable, Sequence
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from qadaga.law import catalogue
from qadaga.offices.selectors import names_of
from qadaga.reports.choices import Axis
from qadaga.reports.figures import FIGURES, GROUPS, Figure, Group
from qadaga.reports.listing import Correction, Page
from qadaga.reports.models import Report
from qadaga.reports.paper import period_words
from qadaga.reports.records import RECORDS
from qadaga.reports.selectors import Asked
from qadaga.reports.tables import Figures, number, signed
from qadaga.staff.models import Appointment
from qadaga.web.cards.sections import Section
from qadaga.web.components import (
    Column,
    Empty,
    Pager,
    Row,
    Table,
    Text,
    badge,
    date_text,
    lines,
    link,
    moment_text,
)
from qadaga.web.names import language
from qadaga.web.orders.people import named
from qadaga.web.registers.listed import optional_url
from qadaga.web.reports.presenter import FigureSection, corrections_url, opened, rows_url

Choice = tuple[str, str, bool]
_HEADS: dict[Axis, Callable[[], str]] = {
    Axis.OFFICE: lambda: _("Office"),
    Axis.DIRECTION: lambda: _("Direction"),
    Axis.TASK: lambda: _("Task"),
    Axis.OFFICER: lambda: _("Officer"),
}


def axes(report: Report, axis: Axis, group: Group) -> list[Choice]:
    """The ways to split: words, address, whether it is the one shown."""
    return [(str(one.label), _url(report, one, group), one == axis) for one in Axis if one != Axis.WHOLE]


def groups(report: Report, axis: Axis, group: Group) -> list[Choice]:
    """The groups of figures: words, address, whether it is the one shown."""
    return [(str(one.label), _url(report, axis, one), one.id == group.id) for one in GROUPS]


def _url(report: Report, axis: Axis, group: Group) -> str:
    return reverse("reports:split", args=[report.id, axis.value, group.id])


def split_note(axis: Axis) -> str:
    """What has to be known to read the sums of the axis."""
    return {
        Axis.OFFICE: _("Each office with what it did while it acted; the lines add up to the whole."),
        Axis.DIRECTION: _("Every record counts for one direction; the lines add up to the whole."),
        Axis.TASK: _("A matter may serve several tasks (O.6): the lines may add up to more than the whole."),
        Axis.OFFICER: _("Officers of the office itself; those of the offices below stand in their reports."),
    }.get(axis, "")


def pair_note() -> str:
    """How a cell of the split is read."""
    return _("In each cell the period stands first, under it the same period a year before.")


def split_section(report: Report, axis: Axis, group: Group, figures: Figures, on: date) -> Section:
    """A line for each office, direction, task or officer, the whole last."""
    name = _namer(axis, figures.keys(axis), on)
    keys = sorted(figures.keys(axis), key=lambda key: (key == "", name(key)))
    keys = [key for key in keys if any(any(figures.pair(one.id, axis, key)) for one in group.figures)]
    rows = [
        Row([name(key), *(_cell(report, one, axis, key, figures) for one in group.figures)]) for key in keys
    ]
    if axis != Axis.OFFICER:
        whole = [_cell(report, one, Axis.WHOLE, "", figures) for one in group.figures]
        rows.append(Row([format_html("<strong>{}</strong>", _("All together")), *whole]))
    labels = (Column(str(one.label), "q-num") for one in group.figures)
    columns = [Column(_HEADS[axis]()), *labels]
    empty = Empty(_("Nothing here yet"), _("In this period nothing of this group was counted."))
    return FigureSection("split", str(group.label), Table(str(group.label), columns, rows, empty))


def _cell(report: Report, one: Figure, axis: Axis, key: str, figures: Figures) -> Text:
    """The amount of the period over that of the year before, each the way to its list."""
    amounts = figures.of(one.id, axis, key)
    now, before = (Asked(one.id, axis, key, before=one_before) for one_before in (False, True))
    return lines(opened(report, one, now, amounts.now), opened(report, one, before, amounts.before))


def _namer(axis: Axis, keys: Sequence[str], on: date) -> Callable[[str], str]:
    """What people call a key of the axis."""
    law = catalogue.law().at(on)
    ids = [UUID(key) for key in keys if key] if axis in (Axis.OFFICE, Axis.OFFICER) else []
    if axis == Axis.OFFICE:
        known = {str(key): name for key, name in names_of(ids, language()).items()}
    elif axis == Axis.OFFICER:
        held = Appointment.objects.select_related("person", "office").filter(id__in=ids)
        known = {str(one.id): named(one) for one in held}
    else:
        entries = law.directions if axis == Axis.DIRECTION else law.tasks
        known = {key: one.title.get(language()) for key, one in entries.items()}
    nobody = {Axis.OFFICER: _("Nobody named"), Axis.TASK: _("No task named yet")}.get(axis, _("Not named"))
    return lambda key: known.get(key, key) if key else nobody


def rows_title(asked: Asked) -> str:
    """The figure's words after those of its group."""
    group = next(one for one in GROUPS if FIGURES[asked.figure] in one.figures)
    return f"{group.label}: {FIGURES[asked.figure].label}"


def rows_subtitle(report: Report, asked: Asked) -> str:
    """Whose figure, for which period."""
    said = _("The same period a year before") if asked.before else period_words(report)
    return f"{report.office.name_in(language())}: {said}"


def rows_section(asked: Asked, page: Page) -> Section:
    """The records behind the figure, each a link to its card unless it is closed to the reader."""
    figure = FIGURES[asked.figure]
    card = optional_url(f"{RECORDS[figure.record].card}:card", UUID(int=0)).replace(str(UUID(int=0)), "{}")
    adds = [Column(_("Amount"), "q-num")] if figure.adds else []
    rows = [
        Row(
            [
                date_text(line.day),
                _record(card, line.number, line.card),
                *([number(figure, line.amount)] if adds else []),
                line.office.get(language(), line.office["ru"]),
                line.officer or "—",
            ]
        )
        for line in page.lines
    ]
    columns = [
        Column(_("Day"), "q-date"),
        Column(_("Record"), "q-wide"),
        *adds,
        Column(_("Office")),
        Column(_("Officer")),
    ]
    empty = Empty(_("Nothing here yet"), _("No record counts for this figure."))
    return FigureSection(
        "rows", str(figure.label), Table(str(figure.label), columns, rows, empty, stacks=True)
    )


def _record(card: str, called: str, key: UUID | None) -> Text:
    """The number as a link; who may not read the record learns that it counts, not which one it is."""
    if key is None:
        return _("Closed to you")
    return link(card.format(key), called or _("Without a number")) if card else called


def rows_pager(report: Report, asked: Asked, page: Page, figures: Figures) -> Pager:
    """The neighbouring pages, and what the whole list comes to."""
    amounts = figures.of(asked.figure, asked.axis, asked.key)
    url = rows_url(report, asked)
    whole = number(FIGURES[asked.figure], amounts.before if asked.before else amounts.now)
    return Pager(
        previous_url=_turned(url, page.previous),
        next_url=_turned(url, page.next),
        label=_("The figure: %(number)s") % {"number": whole},
    )


def _turned(url: str, cursor: str) -> str:
    if not cursor:
        return ""
    return f"{url}{'&' if '?' in url else '?'}{urlencode({'cursor': cursor})}"


def corrections_columns(report: Report, *, before: bool) -> list[tuple[str, str, bool]]:
    """The two columns that may be corrected: words, address, whether it is the one shown."""
    said = ((False, period_words(report)), (True, _("The same period a year before")))
    return [(words, corrections_url(report, before=one), one == before) for one, words in said]


def corrections_section(found: Sequence[Correction]) -> Section:
    """Each record that came or went after the signature: when, why, by how much."""
    causes = {
        "late": badge(_("Entered after the signature"), "info"),
        "annulled": badge(_("Registration annulled"), "danger"),
        "changed": badge(_("Changed in the record"), "warning"),
    }
    rows = [
        Row(
            [
                moment_text(one.at),
                lines(str(FIGURES[one.figure].label), date_text(one.day)),
                _record(_card(one.figure), one.number, one.card),
                signed(FIGURES[one.figure], one.amount),
                causes[one.cause],
            ]
        )
        for one in found
    ]
    columns = [
        Column(_("When"), "q-date"),
        Column(_("Figure"), "q-wide"),
        Column(_("Record")),
        Column(_("Difference")),
        Column(_("Cause")),
    ]
    empty = Empty(_("Nothing here yet"), _("Nothing of this period was changed since the signature."))
    title = _("Corrections after the signature")
    return Section("corrections", title, Table(title, columns, rows, empty, stacks=True))


def _card(figure: str) -> str:
    space = RECORDS[FIGURES[figure].record].card
    return optional_url(f"{space}:card", UUID(int=0)).replace(str(UUID(int=0)), "{}")
