"""The tables of a personal file: posts, ranks, service line by line, entries, leave, guarantees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from qadaga.law.service import Left, Line, Reckoning
from qadaga.organisation.personnel.file import Leave, ends_by_figure
from qadaga.organisation.personnel.kinds import RULES, EntryKind, GuaranteeState
from qadaga.organisation.personnel.models import FileEntry, GuaranteeRequest, RankHeld
from qadaga.organisation.personnel.ranks import due_on
from qadaga.organisation.personnel.service import Sums, Worked
from qadaga.staff.models import Appointment
from qadaga.web.cards.sections import Section
from qadaga.web.components import Text, Tone, badge, date_text, lines, link
from qadaga.web.names import language
from qadaga.web.personnel import words

_TONES: dict[str, Tone] = {"asked": "warning", "granted": "success", "refused": "danger"}


def posts(rows: Iterable[Appointment]) -> Section:
    """Every post held."""
    found = [
        (lines(words.post_of(row), row.office.name_in(language())), _days(row), row.ground or "—")
        for row in rows
    ]
    return words.part(
        "posts", _("Posts"), [_("Post"), _("Dates"), _("Order")], found, _("Appoint the person to one.")
    )


def ranks(rows: Sequence[RankHeld]) -> Section:
    """Every rank held, with the day the next one may come."""
    found = []
    for row in rows:
        due = due_on(row) if row.ends_on is None else None
        title = lines(words.rank_title(row.rank), row.get_how_display())
        served = words.doubtful(date_text(due), due is not None and words.rank_doubtful(row.rank))
        found.append((title, _days(row), served, row.ground))
    columns = [_("Rank"), _("Dates"), _("Time served on"), _("Order")]
    return words.part("ranks", _("Ranks"), columns, found, _("A rank is conferred by order."))


def periods(sums: Sums, *, writes: bool) -> Section:
    """What goes into the sums: each period with its evidence."""
    found = [_period(row, writes=writes) for row in sums.rows]
    columns = ["№", _("Kind of period"), _("Dates"), _("Evidence")]
    return words.part("periods", _("Periods of a working life"), columns, found, _("No period is recorded."))


def _period(row: Worked, *, writes: bool) -> tuple[Text, ...]:
    kind = lines(words.title("service_kinds", row.span.kind), row.organisation)
    return str(row.number), kind, _dates(row.span.start, row.span.end), _proof(row, writes=writes)


def _proof(row: Worked, *, writes: bool) -> Text:
    """The evidence, the copy of the paper where one is kept, and the way to take the period back."""
    paper = row.evidence or "—"
    if row.period is None:
        return lines(paper, _("a post held in the service: counted by itself"))
    of_row = [row.period.person_id, row.period.id]
    kept = row.period.file_id is not None
    copy = link(reverse("personnel:proof", args=of_row), _("Copy of the paper")) if kept else ""
    taken_back = link(reverse("personnel:withdraw_period", args=of_row), _("Withdraw")) if writes else ""
    return lines(paper, copy, taken_back)


def reckoning(sums: Sums) -> Section:
    """The service length, line by line, and what was left out."""
    found: list[tuple[Text, ...]] = [_line(no, line) for no, line in enumerate(sums.service.lines, start=1)]
    if found:
        total = words.length_text(sums.service.total)
        found.append((_("Total"), date_text(sums.on), "", "", total))
    found += [("—", _left(one), "", "", "0") for one in sums.service.left]
    columns = ["№", _("Days without a break"), _("By the calendar"), _("Factor"), _("Counted")]
    empty = _("No period counts for the service length yet.")
    return words.part("reckoning", _("Service length, line by line"), columns, found, empty)


def _line(no: int, line: Line) -> tuple[Text, ...]:
    from_periods = _("periods: %(numbers)s") % {"numbers": ", ".join(str(n) for n in line.spans)}
    days = lines(_dates(line.start, line.end), from_periods)
    factor: Text = "1" if line.factor == 1 else lines(str(line.factor), _("unverified"))
    return str(no), days, words.length_text(line.plain), factor, words.length_text(line.counted)


def _left(one: Left) -> str:
    reasons = {
        "not_counted": _("period %(number)s: this kind is not part of the service length"),
        "overlapped": _("period %(number)s: these days are counted already"),
        "later": _("period %(number)s: begins on that day or later"),
    }
    return reasons[one.reason] % {"number": one.span}


def totals(sums: Sums) -> list[tuple[str, Text]]:
    """What is kept apart: service length, time in rank, total employment."""
    rank = sums.rank
    in_rank = words.length_text(sums.in_rank) if sums.in_rank else "—"
    return [
        (_("Service length"), _total(sums.service)),
        (_("Rank"), words.rank_title(rank.rank) if rank else "—"),
        (_("Time in rank"), in_rank),
        (_("Total employment"), _total(sums.employment)),
    ]


def _total(found: Reckoning) -> str:
    return words.length_text(found.total)


def entries(kind: EntryKind, rows: Iterable[FileEntry], *, writes: bool) -> Section:
    """The entries of one kind."""
    found = []
    for row in rows:
        what: Text = lines(row.title, row.detail)
        if writes:
            address = reverse("personnel:withdraw_entry", args=[row.person_id, row.id])
            what = lines(row.title, row.detail, link(address, _("Withdraw")))
        days = _dates(row.made_on, row.ends_on) if RULES[kind].ends else date_text(row.made_on)
        found.append((what, row.number or "—", words.doubtful(days, ends_by_figure(row))))
    columns = [_("What"), _("Number"), _("Dates")]
    return words.part(kind, str(kind.label), columns, found, _("Nothing is recorded here."))


def leave(rows: Iterable[Leave]) -> Section:
    """Leave by year."""
    found = [
        (str(row.year), words.doubtful(str(row.granted), row.unverified), str(row.used), str(row.left))
        for row in rows
    ]
    columns = [_("Year"), _("Days granted"), _("Days used"), _("Days left")]
    return words.part("leave_days", _("Leave"), columns, found, "")


def guarantees(rows: Iterable[GuaranteeRequest], *, decides: bool) -> Section:
    """Requests for guarantees and their outcome."""
    found = []
    for row in rows:
        state: Text = badge(row.get_state_display(), _TONES[row.state])
        if decides and row.state == GuaranteeState.ASKED:
            state = lines(state, link(reverse("personnel:decide", args=[row.person_id, row.id]), _("Decide")))
        found.append(
            (lines(row.get_sort_display(), row.text), date_text(row.asked_on), state, row.outcome or "—")
        )
    columns = [_("What is asked for"), _("Asked on"), _("State"), _("Outcome")]
    empty = _("The person may ask for a guarantee of service here.")
    return words.part("guarantees", _("Guarantees of service"), columns, found, empty)


def _days(row: Appointment | RankHeld) -> str:
    return _dates(row.starts_on, row.ends_on)


def _dates(start: date, end: date | None) -> str:
    if end is None:
        return _("since %(day)s") % {"day": date_text(start)}
    return f"{date_text(start)} – {date_text(end)}"
