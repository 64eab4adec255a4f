"""The units of an office on a day, what may be done with each, and how they came to be so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from qadaga.offices.models import Office, UnitName, UnitPlace
from qadaga.offices.units import UnitOn
from qadaga.staff.models import Appointment
from qadaga.web.components import Column, Empty, Row, Table, Text, TimelineEntry, date_text, lines, link
from qadaga.web.offices.words import unit_kind_title, unit_name


def tree(units: Sequence[UnitOn], people: Iterable[Appointment]) -> SafeString:
    """The units as a list, each under the one it stands in, with its kind and how many serve in it."""
    if not units:
        return SafeString("")
    serving = Counter(row.unit_id for row in people)
    items = ((f"q-deep{min(unit.depth, 2)}", _said(unit, serving)) for unit in units)
    return format_html('<ul class="q-units">{}</ul>', format_html_join("", '<li class="{}">{}</li>', items))


def _said(unit: UnitOn, serving: Counter[UUID | None]) -> SafeString:
    sub = f"{unit_kind_title(unit.kind)} · {_people(serving[unit.id])}"
    return format_html('{} <span class="q-sub">{}</span>', unit_name(unit), sub)


def _people(count: int) -> str:
    return ngettext("%(count)s person", "%(count)s people", count) % {"count": count}


def table(office: Office, units: Sequence[UnitOn], people: Iterable[Appointment], may: bool) -> Table:
    """Each unit on the day with where it stands, who serves in it, and what may be done."""
    serving, called = Counter(row.unit_id for row in people), {unit.id: unit for unit in units}
    columns = [
        Column(_("Unit")),
        Column(_("Kind")),
        Column(_("Stands in")),
        Column(_("People"), "q-num"),
        *([Column(_("Change"))] if may else []),
    ]
    rows = [
        Row(
            [
                lines(f"{'— ' * unit.depth}{unit_name(unit)}", unit.code),
                unit_kind_title(unit.kind),
                unit_name(called.get(unit.parent)) if unit.parent else _("directly in the office"),
                str(serving[unit.id]),
                *([_changes(office, unit)] if may else []),
            ]
        )
        for unit in units
    ]
    nothing = Empty(
        _("The office has no units on this day."),
        _("They are created by an order of the Prosecutor General."),
        url=reverse("structure:unit_new", args=[office.code]) if may else "",
        action=_("Create a unit") if may else "",
    )
    return Table(_("Units on this day"), columns, rows, nothing, stacks=True)


def _changes(office: Office, unit: UnitOn) -> Text:
    offered = (
        ("structure:unit_name", _("Rename")),
        ("structure:unit_place", _("Move")),
        ("structure:unit_close", _("Close")),
    )
    return lines(*(link(reverse(url, args=[office.code, unit.id]), label) for url, label in offered))


def history(names: Iterable[UnitName], places: Iterable[UnitPlace]) -> list[TimelineEntry]:
    """Names, places and ends of every unit over time, the latest first."""
    found: list[tuple[date, str, str, str]] = []
    for name in names:
        called, unit = unit_name(name), name.unit
        text = _("Name: %(text)s") % {"text": called}
        found.append((name.starts_on, text, _until(name.ends_on), name.ground))
        if unit.closed_on is not None and unit.closed_on == name.ends_on:
            found.append((unit.closed_on, _("Closed: %(unit)s") % {"unit": called}, "", ""))
    for place in places:
        where = unit_name(place.parent) or _("directly in the office")
        text = _("%(unit)s stands in: %(where)s") % {"unit": unit_name(place.unit), "where": where}
        found.append((place.starts_on, text, _until(place.ends_on), place.ground))
    found.sort(key=lambda entry: entry[0], reverse=True)
    return [
        TimelineEntry(date_text(since), what, detail=" · ".join(part for part in (until, ground) if part))
        for since, what, until, ground in found
    ]


def _until(ends_on: date | None) -> str:
    return _("until %(day)s") % {"day": date_text(ends_on)} if ends_on else ""
