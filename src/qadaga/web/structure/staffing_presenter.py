"""The staffing of an office as tables and figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.documents.tables import Sheet
from qadaga.law.model import Subject
from qadaga.offices.models import Office
from qadaga.organisation.staffing.models import StaffingTable, StaffLimit
from qadaga.organisation.staffing.selectors import Difference, LineState, State
from qadaga.web.components import ActionView, Column, Empty, Row, Table, Text, badge, date_text, link
from qadaga.web.components import lines as under
from qadaga.web.names import post_title
from qadaga.web.offices.words import post_of, unit_name
from qadaga.web.rulings import ruling_view


def figures(state: State) -> list[tuple[str, Text]]:
    """The limit, the positions, who serves, what is vacant."""
    limit = str(state.limit.positions) if state.limit else badge(_("not set"), "warning", "alert-triangle")
    found: list[tuple[str, Text]] = [
        (_("Staff limit"), limit),
        (_("Limit set by"), state.limit.ground if state.limit else "—"),
        (_("People who serve"), str(len(state.people))),
    ]
    if state.table is not None:
        found += [
            (_("Positions in the table"), str(state.positions)),
            (_("Full positions"), format(state.units.normalize(), "f")),
            (_("Vacant"), str(state.vacant)),
            (_("Table set by"), state.table.ground),
            (_("In force from"), date_text(state.table.starts_on)),
        ]
    return found


def lines(state: State, add_url: str = "") -> Table:
    """Each line with who holds its places; a vacant one leads to `add_url`, where somebody is added."""
    columns = [
        Column(_("Unit")),
        Column(_("Post")),
        Column(_("Positions"), "q-num"),
        Column(_("Rate"), "q-num"),
        Column(_("Held"), "q-num"),
        Column(_("Vacant"), "q-num"),
        Column(_("Who")),
    ]
    kind = state.people[0].office.kind if state.people else ""
    return Table(_("Staffing table"), columns, [_line(one, kind, add_url) for one in state.lines])


def _line(state: LineState, kind: str, add_url: str) -> Row:
    line = state.line
    names = [row.person.short_name for row in state.people]
    return Row(
        [
            unit_name(line.unit) or "—",
            under(post_title(line.post, kind=kind), _sort(line.officer)),
            str(line.positions),
            format(line.rate.normalize(), "f"),
            str(len(names)),
            _vacant(state.vacant, add_url),
            ", ".join(names) or "—",
        ]
    )


def _vacant(count: int, add_url: str) -> Text:
    if not count:
        return "0"
    mark = badge(str(count), "warning")
    return under(mark, link(add_url, _("Appoint"))) if add_url else mark


def sheets(office: Office, state: State) -> list[Sheet]:
    """The table as a workbook: its lines, and whoever serves outside them."""
    heads = [_("Unit"), _("Post"), _("Staff"), _("Positions"), _("Rate"), _("Held"), _("Vacant"), _("Who")]
    rows = [
        [
            unit_name(one.line.unit),
            post_title(one.line.post, kind=office.kind),
            _sort(one.line.officer),
            str(one.line.positions),
            format(one.line.rate.normalize(), "f"),
            str(len(one.people)),
            str(one.vacant),
            ", ".join(row.person.name for row in one.people),
        ]
        for one in state.lines
    ]
    outside = [[row.person.name, post_of(row), unit_name(row.unit)] for row in state.outside]
    return [
        Sheet(_("Staffing table"), heads, rows),
        Sheet(_("Posts outside the table"), [_("Name"), _("Post"), _("Unit")], outside),
    ]


def _sort(officer: bool) -> str:
    return _("officer") if officer else _("employee")


def outside(state: State) -> Table:
    """People whose post the table does not have."""
    rows = [Row([row.person.name, under(post_of(row), unit_name(row.unit))]) for row in state.outside]
    return Table(_("Posts outside the table"), [Column(_("Name")), Column(_("Post"))], rows)


def versions(office: Office, rows: Sequence[StaffingTable]) -> Table:
    """Every version, the newest first; each leads to what it changed."""
    columns = [
        Column(_("Version")),
        Column(_("From"), "q-date"),
        Column(_("Until"), "q-date"),
        Column(_("Order")),
    ]
    found = [
        Row(
            [
                link(
                    reverse("structure:staffing_version", args=[office.code, row.version]), str(row.version)
                ),
                date_text(row.starts_on),
                date_text(row.ends_on),
                row.ground,
            ]
        )
        for row in rows
    ]
    nothing = Empty(_("No staffing table yet"), _("People are appointed without one; it is flagged here."))
    return Table(_("Versions"), columns, found, nothing)


def limits(rows: Iterable[StaffLimit]) -> Table:
    """Every limit, the newest first."""
    columns = [
        Column(_("Positions"), "q-num"),
        Column(_("From"), "q-date"),
        Column(_("Until"), "q-date"),
        Column(_("Order")),
    ]
    found = [
        Row([str(row.positions), date_text(row.starts_on), date_text(row.ends_on), row.ground])
        for row in rows
    ]
    return Table(_("Staff limits"), columns, found, Empty(_("No staff limit is set")))


def version_facts(table: StaffingTable) -> list[tuple[str, Text]]:
    """Which version it is and what it rests on."""
    return [
        (_("In force from"), date_text(table.starts_on)),
        (_("Until"), date_text(table.ends_on)),
        (_("Order"), table.ground),
    ]


def differences(rows: Iterable[Difference]) -> Table:
    """Each place with its positions before and now."""
    columns = [
        Column(_("Unit")),
        Column(_("Post")),
        Column(_("Before"), "q-num"),
        Column(_("Now"), "q-num"),
        Column(_("Change"), "q-num"),
    ]
    return Table(_("What this version changed"), columns, [_difference(row) for row in rows])


def _difference(row: Difference) -> Row:
    change = row.after - row.before
    tone = "success" if change > 0 else "danger"
    return Row(
        [
            unit_name(row.unit) or "—",
            under(post_title(row.post), _sort(row.officer)),
            str(row.before),
            str(row.after),
            badge(f"{change:+d}", tone) if change else "0",  # type: ignore[arg-type]  # one of the tones
        ]
    )


def actions(actor: Actor, office: Office, subject: Subject, on: date) -> list[ActionView]:
    """Setting the limit and the table, filling a vacancy, and why not."""
    offered = [
        ("staff_limit.set", _("Set the staff limit"), "structure:staffing_limit", "adjustments"),
        ("staffing_table.set", _("Change the staffing table"), "structure:staffing_edit", "pencil"),
        ("appointment.make", _("Add a person"), "offices:add_person", "users"),
    ]
    return [
        ActionView(
            label,
            ruling_view(authority.may(actor, power, subject, on=on)),
            url=reverse(url, args=[office.code]),
            icon=icon,
        )
        for power, label, url, icon in offered
    ]


def adding(offered: Iterable[ActionView], office: Office) -> str:
    """Where somebody is added to the office; empty for whoever may not."""
    url = reverse("offices:add_person", args=[office.code])
    return url if any(one.url == url and one.ruling.allowed for one in offered) else ""


def saved(request: HttpRequest, fresh: bool, url: str) -> HttpResponse:
    """Back to the table after a change; said once."""
    if fresh:
        messages.success(request, _("Saved."))
    return redirect(url)
