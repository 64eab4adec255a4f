"""The staff officers' home: who retires or reaches a rank this quarter, what ends, who is away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from qadaga import authority
from qadaga.common.period import Period
from qadaga.documents import render as papers
from qadaga.documents.tables import Sheet, xlsx
from qadaga.journal.reads import record_reads
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.personnel import due
from qadaga.organisation.personnel.due import Due, Event, RankDue, Vacancy
from qadaga.organisation.personnel.kinds import EntryKind
from qadaga.organisation.personnel.models import FileEntry
from qadaga.staff.models import Absence, Appointment, Person
from qadaga.web.cards.sections import Section
from qadaga.web.components import Text, date_text, lines, link
from qadaga.web.names import language, quarter_name
from qadaga.web.offices.words import ABSENCES
from qadaga.web.personnel import words
from qadaga.web.personnel.answers import answer, paper_language
from qadaga.web.personnel.forms import QuarterForm
from qadaga.web.views import StaffRequest, staff_view


@require_GET
@staff_view
def index(request: StaffRequest) -> HttpResponse:
    """The home of a quarter, for staff officers and leaders; everybody else goes to the register."""
    if not authority.may(request.actor, "people.export", None, on=request.on).allowed:
        return redirect(f"{reverse('people:list')}?serving=1")
    condition, on = due.within(request.actor, request.on), request.on
    quarter, form = _quarter(request)
    found = due.of_quarter(condition, on, quarter)
    context = {
        "title": _("People"),
        "form": form,
        "quarter": quarter_name(quarter.start),
        "query": f"?year={quarter.start.year}&quarter={_number(quarter)}",
        "first": _ranks(found.ranks),
        "sections": [
            _events("retiring", _("Who reaches the age of retirement"), found.retiring),
            _events("posts", _("Whose appointment ends"), found.posts),
            _events(
                "entries",
                _("Probation, attestation and penalties that end"),
                found.entries,
            ),
            _vacancies(due.vacancies(request.actor, on)),
            _away(found.away),
            _reservists(found.reservists),
        ],
    }
    return render(request, "personnel/home.html", context, status=422 if form.errors else 200)


@require_GET
@staff_view
def workbook(request: StaffRequest) -> HttpResponse:
    """Who retires or reaches a rank in the quarter, as XLSX; the export is journalled."""
    quarter, found = _exported(request)
    columns = [_("Who"), _("Post"), _("Office"), _("Date")]
    sheets = [
        Sheet(_("Ranks"), [*columns, _("Rank"), _("Next rank")], [_rank_row(one) for one in found.ranks]),
        Sheet(
            _("Retirement"),
            [*columns[:3], _("Date (unverified)")],
            [[*_who(one.held), one.on] for one in found.retiring],
        ),
        Sheet(_("Posts that end"), columns, [[*_who(one.held), one.on] for one in found.posts]),
        Sheet(
            _("Entries that end"),
            [*columns, _("What")],
            [[*_who(one.held), one.on, str(_kinds()[one.kind])] for one in found.entries],
        ),
        Sheet(
            _("Absent today"),
            [*columns[:3], _("Reason"), _("From"), _("Until")],
            [[*_who(held), str(ABSENCES[row.kind]), row.starts_on, row.ends_on] for held, row in found.away],
        ),
        Sheet(
            _("Reservists"),
            [_("Who"), _("What"), _("Number")],
            [[person.name, row.title, row.number] for person, row in found.reservists],
        ),
        Sheet(
            _("Vacancies"),
            [_("Office"), _("Positions"), _("People"), _("Vacant")],
            [
                [one.office.name_in(language()), str(one.positions), str(one.people), str(one.vacant)]
                for one in due.vacancies(request.actor, request.on)
            ],
        ),
    ]
    return answer(xlsx(sheets), f"people-{quarter.start.year}-{_number(quarter)}.xlsx")


@require_GET
@staff_view
def paper(request: StaffRequest) -> HttpResponse:
    """The same as PDF."""
    quarter, found = _exported(request)
    office = office_by_id(request.actor.office_id)
    with paper_language() as code:
        data = {
            **words.letterhead(office, code),
            "quarter": quarter_name(quarter.start),
            "date": request.on,
            "ranks": [_said(one.held, one.on, words.rank_title(one.next.id)) for one in found.ranks],
            "retiring": [_said(one.held, one.on) for one in found.retiring],
        }
        return answer(
            papers.pdf("quarter_of_people", data), f"people-{quarter.start.year}-{_number(quarter)}.pdf"
        )


def _exported(request: StaffRequest) -> tuple[Period, Due]:
    condition = due.within(request.actor, request.on)
    quarter, _form = _quarter(request)
    record_reads(
        office_id=request.actor.office_id,
        subjects=[("office", request.actor.office_id)],
        by=request.actor.journal(),
        on=request.on,
        action="people.export",
    )
    return quarter, due.of_quarter(condition, request.on, quarter, whole=True)


def _quarter(request: StaffRequest) -> tuple[Period, QuarterForm]:
    today = due.quarter_of(request.on)
    asked = {
        "year": request.GET.get("year") or today.start.year,
        "quarter": request.GET.get("quarter") or _number(today),
    }
    form = QuarterForm(asked)
    if not form.is_valid():
        return today, form
    first = 3 * int(form.cleaned_data["quarter"]) - 2
    return due.quarter_of(date(form.cleaned_data["year"], first, 1)), form


def _number(quarter: Period) -> int:
    return (quarter.start.month + 2) // 3


def _ranks(rows: Sequence[RankDue]) -> Section:
    found = []
    for row in rows:
        against = [
            _("above the highest rank of the post (unverified)") if row.above_ceiling else "",
            _("the post is not on the list of ranked posts") if row.not_listed else "",
        ]
        now = lines(words.rank_title(row.rank.rank), *_since(row.rank.starts_on))
        following = lines(words.rank_title(row.next.id), *against)
        served = words.doubtful(date_text(row.on), words.rank_doubtful(row.rank.rank))
        found.append((_person(row.held), now, following, served))
    columns = [_("Who"), _("Rank"), _("Next rank"), _("Time served on")]
    empty = _("Nobody's time in rank is served in this quarter.")
    return _part("ranks", _("Who is due for a rank"), columns, found, empty)


def _since(day: date) -> list[str]:
    return [_("since %(day)s") % {"day": date_text(day)}]


def _events(key: str, title: str, events: Iterable[Event]) -> Section:
    kinds = _kinds()
    rows = [
        (_person(one.held), str(kinds[one.kind]), words.doubtful(date_text(one.on), one.unverified))
        for one in events
    ]
    return _part(key, title, [_("Who"), _("What"), _("Date")], rows, _("Nothing in this quarter."))


def _kinds() -> Mapping[str, Any]:
    """What comes to somebody, by its kind."""
    return {
        "retirement": _("age of retirement"),
        "term": _("end of the appointment"),
        EntryKind.PROBATION: EntryKind.PROBATION.label,
        EntryKind.ATTESTATION: EntryKind.ATTESTATION.label,
        EntryKind.PENALTY: EntryKind.PENALTY.label,
    }


def _vacancies(rows: Iterable[Vacancy]) -> Section:
    found = [
        (
            link(reverse("offices:card", args=[one.office.code]), one.office.name_in(language())),
            str(one.positions),
            str(one.people),
            str(one.vacant),
        )
        for one in rows
    ]
    columns = [_("Office"), _("Positions"), _("People"), _("Vacant")]
    empty = _("No staffing table has a vacant position.")
    return _part("vacancies", _("Vacancies"), columns, found, empty)


def _away(rows: Iterable[tuple[Appointment, Absence]]) -> Section:
    found = [
        (_person(held), str(ABSENCES[row.kind]), date_text(row.starts_on), date_text(row.ends_on))
        for held, row in rows
    ]
    columns = [_("Who"), _("Reason"), _("From"), _("Until")]
    return _part("away", _("Absent today"), columns, found, _("Everybody is at work."))


def _reservists(rows: Iterable[tuple[Person, FileEntry]]) -> Section:
    found = [
        (link(reverse("personnel:file", args=[person.id]), person.name), row.title, row.number)
        for person, row in rows
    ]
    columns = [_("Who"), _("What"), _("Number")]
    empty = _("Entries of the military register are made in personal files.")
    return _part(
        "military", _("Military register of reservists"), columns, found, empty, most=due.MOST_RESERVISTS
    )


def _part(
    key: str,
    title: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[Text]],
    empty: str,
    *,
    most: int = due.MOST,
) -> Section:
    """A list of the page: no more than `most` rows, and the title says so where there are others."""
    if len(rows) > most:
        title = _("%(part)s: the first %(most)s, all are in the workbook") % {"part": title, "most": most}
    return words.part(key, title, columns, rows[:most], empty)


def _person(held: Appointment) -> Text:
    name = link(reverse("personnel:file", args=[held.person_id]), held.person.name)
    return lines(name, words.post_of(held), held.office.name_in(language()))


def _who(held: Appointment) -> list[str]:
    return [held.person.name, words.post_of(held), held.office.name_in(language())]


def _rank_row(one: RankDue) -> list[str | date]:
    ranks = [words.rank_title(one.rank.rank), words.rank_title(one.next.id)]
    return [*_who(one.held), one.on, *ranks]


def _said(held: Appointment, day: date, more: str = "") -> str:
    return ", ".join([date_text(day), *_who(held), *([more] if more else [])])
