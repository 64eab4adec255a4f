"""The list behind a figure: exactly the records it counts, page by page by key, and what came after a cut."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from qadaga.authority import barred
from qadaga.authority.lists import cursors
from qadaga.authority.lists.cursors import Cursor
from qadaga.reports.choices import Axis
from qadaga.reports.counting import KNOWN, Cut, Unit
from qadaga.reports.periods import Span
from qadaga.reports.records import RECORDS, Record
from qadaga.reports.tables import Amounts, Figures

PAGE = 25
_NAMED = """
    JOIN offices_office o ON o.id = f.office_id
    LEFT JOIN staff_appointment a ON a.id = f.officer_id LEFT JOIN staff_person p ON p.id = a.person_id
"""
_ROWS = """
SELECT f.id, f.day, f.source_id, f.direction, f.amount, o.name_ru, o.name_kk, o.name_en,
    coalesce(p.last_name, ''), coalesce(p.first_name, '')
FROM (
    SELECT f.* FROM reports_fact f
    WHERE f.figure = %(figure)s AND f.day >= %(start)s AND f.day < %(end)s AND {unit} AND {known} {more}
    ORDER BY f.day {word}, f.id {word} LIMIT {limit}
) f {named}
ORDER BY f.day {word}, f.id {word}
"""
# Only what was written or voided after the month of its day was over can differ from a signed report.
_AFTER = """
FROM reports_fact f
WHERE f.late AND f.day >= %(start)s AND f.day < %(end)s AND {unit} AND (
    (f.voided_at IS NULL AND (f.recorded_at > %(cut)s OR f.recorded_tx = ANY(%(flying)s)))
    OR (f.voided_at IS NOT NULL AND (f.voided_at > %(cut)s OR f.voided_tx = ANY(%(flying)s))
        AND f.recorded_at <= %(cut)s AND NOT f.recorded_tx = ANY(%(flying)s))
)
"""
_CHANGED = (
    "SELECT '{column}', f.figure, NULL, NULL, count(*),"
    " sum(CASE WHEN f.voided_at IS NULL THEN f.amount ELSE -f.amount END)::bigint {after} GROUP BY f.figure"
)
_BY = {
    Axis.WHOLE: "true",
    Axis.OFFICE: "{line} = %(key)s::uuid",
    Axis.DIRECTION: "f.direction = %(key)s",
    Axis.TASK: "(CASE WHEN %(key)s = '' THEN f.tasks = '{{}}' ELSE %(key)s = ANY(f.tasks) END)",
    Axis.OFFICER: "coalesce(f.officer_id::text, '') = %(key)s",
}
_ASKED = {"ASC": ">", "DESC": "<"}


@dataclass(frozen=True, slots=True)
class Line:
    """One record behind a figure; `number` and `card` are empty where the record is closed to the reader."""

    id: int
    day: date
    number: str
    card: UUID | None
    direction: str
    amount: int
    office: Mapping[str, str]
    officer: str


@dataclass(frozen=True, slots=True)
class Page:
    """Lines in order of day, with the words of the neighbouring pages."""

    lines: list[Line]
    next: str = ""
    previous: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What came after a cut: a record that counts since, or does so no longer; when, and why."""

    figure: str
    day: date
    number: str
    card: UUID | None
    amount: int
    at: datetime
    cause: str


class Changed(NamedTuple):
    """How many records came or went after a cut, and by how much the figure would differ."""

    records: int
    amount: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """A figure of a unit for a period, split or whole, as known at a cut."""

    figure: str
    record: str
    unit: Unit
    period: Span
    cut: Cut
    axis: str = Axis.WHOLE
    key: str = ""

    def params(self) -> dict[str, Any]:
        """The values the statements ask."""
        asked = {"figure": self.figure, "start": self.period.start, "end": self.period.end}
        return {**asked, "unit": self.unit.value, "key": self.key, **self.cut.params()}


def page(wanted: Wanted, reader: UUID, *, cursor: str = "", size: int = PAGE) -> Page:
    """A page of the records behind the figure. Raises InvalidInput for a cursor of another list."""
    order = f"reports:{wanted.figure}:{wanted.axis}"
    at = cursors.read(cursor, order=order)
    word = "ASC" if at is not None and at.back else "DESC"
    rows = _rows(wanted, at, word, size + 1)
    more, rows = len(rows) > size, rows[:size]
    if word == "ASC":
        rows.reverse()
    lines = _lines(wanted.record, rows, reader)
    ahead, before = (at is not None, more) if word == "ASC" else (more, at is not None)
    return Page(
        lines,
        _word(lines[-1], order) if lines and ahead else "",
        _word(lines[0], order, back=True) if lines and before else "",
    )


def _word(line: Line, order: str, *, back: bool = False) -> str:
    return cursors.write(Cursor(line.day.isoformat(), UUID(int=line.id), back), order=order)


def _rows(wanted: Wanted, at: Cursor | None, word: str, limit: int) -> list[Any]:
    more = f"AND {_BY[Axis(wanted.axis)].format(line=wanted.unit.line)}"
    params = wanted.params()
    if at is not None:
        more += f" AND (f.day, f.id) {_ASKED[word]} (%(at)s::date, %(at_id)s)"
        params |= {"at": at.key, "at_id": at.id.int}
    text = _ROWS.format(unit=wanted.unit.where, known=KNOWN, more=more, word=word, limit=limit, named=_NAMED)
    with connection.cursor() as cursor:
        cursor.execute(text, params)
        found: list[Any] = cursor.fetchall()
        return found


def _lines(record: str, rows: list[Any], reader: UUID) -> list[Line]:
    numbers = _numbers(RECORDS[record], [row[2] for row in rows], reader)
    return [
        Line(
            id=row[0],
            day=row[1],
            number=numbers.get(row[2], ("", None))[0],
            card=numbers.get(row[2], ("", None))[1],
            direction=row[3],
            amount=row[4],
            office={"ru": row[5], "kk": row[6], "en": row[7]},
            officer=f"{row[8]} {row[9][:1]}." if row[8] else "",
        )
        for row in rows
    ]


def _numbers(record: Record, ids: list[UUID], reader: UUID) -> dict[UUID, tuple[str, UUID | None]]:
    """The number and the card of each record, without those that complain of the reader."""
    if not ids:
        return {}
    kept = barred.ids_sql(record.kind)
    closed = f"WHERE n.card NOT IN ({kept})" if kept else ""
    # Every piece is a constant of the declarations; the values are bound.
    text = f"SELECT n.id, n.number, n.card FROM ({record.sql}) n {closed}"  # noqa: S608 - as said
    with connection.cursor() as cursor:
        cursor.execute(text, {"ids": ids, "reader": reader})
        return {row[0]: (row[1] or "", row[2]) for row in cursor.fetchall()}


def whole(
    report: UUID, unit: Unit, period: Span, cut: Cut
) -> tuple[Figures, dict[str, Changed], dict[str, Changed]]:
    """The whole figures of a signed report, and what came after the cut by figure: in the period, in the same
    one a year before. One query.
    """
    earlier, after = period.year_before(), _AFTER.format(unit=unit.where)
    long_ago = after.replace("%(start)s", "%(start_before)s").replace("%(end)s", "%(end_before)s")
    text = (
        "SELECT 'figure', w.figure, w.amount, w.before, NULL::bigint, NULL::bigint"  # noqa: S608 - our own text
        " FROM reports_reportfigure w"
        " WHERE w.report_id = %(report)s AND w.axis = 'whole' UNION ALL"
        f" {_CHANGED.format(column='now', after=after)}"
        f" UNION ALL {_CHANGED.format(column='before', after=long_ago)}"
    )
    values = {**_since(unit, period, cut), "report": report}
    values |= {"start_before": earlier.start, "end_before": earlier.end}
    with connection.cursor() as cursor:
        cursor.execute(text, values)
        rows = cursor.fetchall()
    found = {
        (Axis.WHOLE.value, "", figure): Amounts(now, before)
        for column, figure, now, before, *_ in rows
        if column == "figure"
    }
    return Figures(found), _changed(rows, "now"), _changed(rows, "before")


def _changed(rows: Sequence[Any], wanted: str) -> dict[str, Changed]:
    return {
        figure: Changed(records, amount) for column, figure, _, _, records, amount in rows if column == wanted
    }


def corrections(
    unit: Unit, period: Span, cut: Cut, reader: UUID, *, records: Mapping[str, str], most: int = 100
) -> list[Correction]:
    """The newest of what came after the cut; `records` says of each figure what it counts."""
    text = (
        "SELECT f.figure, f.day, f.source_id, f.amount, f.recorded_at, f.voided_at, f.void_cause"
        f" {_AFTER.format(unit=unit.where)} ORDER BY coalesce(f.voided_at, f.recorded_at) DESC, f.id DESC"
        f" LIMIT {int(most)}"
    )
    with connection.cursor() as cursor:
        cursor.execute(text, _since(unit, period, cut))
        rows = cursor.fetchall()
    known: dict[UUID, tuple[str, UUID | None]] = {}
    for record in {records[row[0]] for row in rows}:
        ids = [row[2] for row in rows if records[row[0]] == record]
        known |= _numbers(RECORDS[record], ids, reader)
    return [_correction(row, known) for row in rows]


def _correction(row: Any, known: Mapping[UUID, tuple[str, UUID | None]]) -> Correction:
    figure, day, source, amount, recorded, voided, cause = row
    number, card = known.get(source, ("", None))
    if voided is None:
        return Correction(figure, day, number, card, amount, recorded, "late")
    return Correction(figure, day, number, card, -amount, voided, cause if cause == "annulled" else "changed")


def _since(unit: Unit, period: Span, cut: Cut) -> dict[str, Any]:
    return {"start": period.start, "end": period.end, "unit": unit.value, **cut.params()}
