"""The personal sheet as PDF and XLSX, and the papers of the file; each is a journalled reading of it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from qadaga.documents import render as papers
from qadaga.documents.downloads import attachment
from qadaga.documents.tables import Sheet, xlsx
from qadaga.law.service import Line
from qadaga.organisation.personnel import file
from qadaga.organisation.personnel.file import PersonalFile
from qadaga.organisation.personnel.models import FileEntry
from qadaga.web.components import date_text
from qadaga.web.names import language
from qadaga.web.personnel import words
from qadaga.web.personnel.answers import answer, paper_language
from qadaga.web.views import StaffRequest, staff_view


@require_GET
@staff_view
def paper(request: StaffRequest, person_id: UUID) -> HttpResponse:
    """The personal sheet as PDF."""
    opened = file.open_file(by=request.actor, on=request.on, person_id=person_id)
    with paper_language() as code:
        data = {**words.letterhead(opened.held.office, code), **_values(opened), "date": request.on}
        return answer(papers.pdf("personal_sheet", data), f"personal-sheet-{person_id}.pdf")


@require_GET
@staff_view
def workbook(request: StaffRequest, person_id: UUID) -> HttpResponse:
    """The personal sheet as XLSX."""
    opened = file.open_file(by=request.actor, on=request.on, person_id=person_id)
    dates = [_("From"), _("Until")]
    sums = ["№", *dates, _("By the calendar"), _("Factor"), _("Counted")]
    sheets = [
        Sheet(_("Posts"), [_("Post"), _("Office"), *dates, _("Order")], _posts(opened)),
        Sheet(_("Ranks"), [_("Rank"), *dates, _("Order")], _ranks(opened)),
        Sheet(
            _("Service length"),
            sums,
            _lines(opened),
        ),
        Sheet(_("Entries"), [_("Kind"), _("What"), _("Number"), *dates, _("Note")], _entries(opened)),
    ]
    return answer(xlsx(sheets), f"personal-sheet-{person_id}.xlsx")


@require_GET
@staff_view
def proof(request: StaffRequest, person_id: UUID, period_id: UUID) -> HttpResponseBase:
    """The paper that proves a period of service."""
    found = file.paper_of(by=request.actor, on=request.on, person_id=person_id, period_id=period_id)
    return attachment(found)


def _values(opened: PersonalFile) -> dict[str, Any]:
    sums, person = opened.sums, opened.person
    held = next((post for post in opened.posts if post.holds(sums.on)), None)
    return {
        "person": person.name,
        "iin": person.iin or "",
        "born": date_text(person.born_on),
        "post": f"{words.post_of(held)}, {held.office.name_in(language())}" if held else "—",
        "rank": words.rank_title(sums.rank.rank) if sums.rank else "—",
        "in_rank": words.length_text(sums.in_rank) if sums.in_rank else "—",
        "service": words.length_text(sums.service.total),
        "employment": words.length_text(sums.employment.total),
        **{name: [_said(row) for row in rows] for name, rows in _lists(opened).items()},
    }


def _lists(opened: PersonalFile) -> dict[str, list[list[str | date | None]]]:
    return {
        "posts": _posts(opened),
        "ranks": _ranks(opened),
        "lines": _printed_lines(opened),
        "entries": _entries(opened),
    }


def _posts(opened: PersonalFile) -> list[list[str | date | None]]:
    return [
        [words.post_of(row), row.office.name_in(language()), row.starts_on, row.ends_on, row.ground]
        for row in opened.posts
    ]


def _ranks(opened: PersonalFile) -> list[list[str | date | None]]:
    return [[words.rank_title(row.rank), row.starts_on, row.ends_on, row.ground] for row in opened.ranks]


def _lines(opened: PersonalFile) -> list[list[str | date | None]]:
    found: list[list[str | date | None]] = [
        [
            str(number),
            line.start,
            line.end,
            words.length_text(line.plain),
            _sure(str(line.factor), line.factor == 1),
            words.length_text(line.counted),
        ]
        for number, line in enumerate(opened.sums.service.lines, start=1)
    ]
    total = words.length_text(opened.sums.service.total)
    return [*found, [_("Total"), None, opened.sums.on, "", "", total]] if found else found


def _printed_lines(opened: PersonalFile) -> list[list[str | date | None]]:
    """The same as sentences: a factor is told only where it makes a year of service longer."""
    found: list[list[str | date | None]] = [
        [_printed_line(date_text(line.start), date_text(line.end), line)]
        for line in opened.sums.service.lines
    ]
    total = words.length_text(opened.sums.service.total)
    return [*found, [f"{_('Total')}: {total}"]] if found else found


def _printed_line(start: str, end: str, line: Line) -> str:
    plain = f"{start} – {end}: {words.length_text(line.plain)}"
    if line.factor == 1:
        return plain
    return f"{plain} × {_sure(str(line.factor), verified=False)} = {words.length_text(line.counted)}"


def _entries(opened: PersonalFile) -> list[list[str | date | None]]:
    return [
        [str(row.get_kind_display()), row.title, row.number, row.made_on, row.ends_on, _figure(row)]
        for row in opened.entries
    ]


def _figure(row: FileEntry) -> str:
    return _("the end is unverified") if file.ends_by_figure(row) else ""


def _sure(figure: str, verified: bool) -> str:
    return figure if verified else f"{figure} ({_('unverified')})"


def _said(row: list[str | date | None]) -> str:
    return ", ".join(date_text(cell) if isinstance(cell, date) else cell for cell in row if cell)
