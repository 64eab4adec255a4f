"""The sections of the day as the template shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.appeals.selectors.day import Section
from qadaga.authority.lists.pages import Page
from qadaga.web.names import language
from qadaga.web.registers.listed import LISTED
from qadaga.web.registers.rows import Drawing
from qadaga.web.registers.states import State

_COLUMNS = {
    "appeals": ("number", "kind", "applicant", "status", "due_on"),
    "matters": ("number", "title", "officer", "status", "due_on"),
    "acts": ("number", "kind", "heading", "status", "due_on"),
}


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section with rows: its title, how many (or "7+"), the rows, where all of them are, if any is late."""

    title: str
    count: str
    labels: Sequence[str]
    rows: Sequence[SafeString]
    all_url: str
    late: bool = False


MOST = 7
"""How many of each sort My day asks for; the register has all of them."""


def at_least(found: int, most: int) -> str:
    """How many a section holds, where no more than `most` were asked for: "7+" says there may be others."""
    return f"{found}+" if found >= most else str(found)


def section_views(
    found: Sequence[tuple[Section, Page]], *, office_id: UUID, today: date
) -> list[SectionView]:
    """The sections that have something in them."""
    drawings = {name: _drawing(name, today) for name in {section.register for section, _page in found}}
    return [
        SectionView(
            title=_(section.title),
            count=f"{len(page.rows)}{'+' if page.next else ''}",
            labels=[_(column.label) for column in drawings[section.register].columns],
            rows=[drawings[section.register].row(row) for row in page.rows],
            all_url=_all(section, office_id),
            late=any(drawings[section.register].tone(row) == "danger" for row in page.rows),
        )
        for section, page in found
        if page.rows
    ]


def _drawing(name: str, today: date) -> Drawing:
    listed = LISTED[name]
    wanted = {column.name: column for column in listed.register.columns}
    columns = tuple(wanted[column] for column in _COLUMNS[name])
    return Drawing(listed, columns, language=language(), today=today)


def _all(section: Section, office_id: UUID) -> str:
    listed = LISTED[section.register]
    sort = "due" if section.by_due else ""
    state = State(listed.register, section.values, sort=sort, office=office_id)
    return listed.url("list") + state.query()
