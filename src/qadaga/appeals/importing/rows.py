"""One row of a register becomes an entry, or a list of what is wrong with it, column by column."""

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from qadaga.appeals.checking import checked
from qadaga.appeals.entry import AppealEntry, ApplicantEntry
from qadaga.appeals.importing import columns
from qadaga.appeals.kinds import ApplicantKind, NoIdReason, Status
from qadaga.common.errors import FieldError, InvalidInput, Problems
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.documents.importing.reading import Line

_DATES = ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y", "%d-%m-%Y")
_DAYS = ("registered_on", "arrived_on", "closed_on", "birth_date")
_CODED = ("kind", "language", "way", "applicant_kind", "no_id_reason", "anonymous", "outcome")
_DEFAULTS = {
    "language": "ru",
    "way": "post",
    "applicant_kind": "",
    "no_id_reason": "",
    "anonymous": "no",
    "outcome": "",
}
_OF_APPLICANT = ("name", "iin", "bin", "address", "phone", "email")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceAppeal:
    """A checked row: the entry with its number, days and outcome in the source register."""

    line: int
    number: str
    registered_on: date
    status: str
    closed_on: date | None
    entry: AppealEntry

    def as_json(self) -> dict[str, Any]:
        """Plain JSON values for the staging table; `from_json` restores an equal row."""
        values: dict[str, Any] = _plain(asdict(self))
        return values

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "SourceAppeal":
        """Restores a staged row."""
        entry = dict(stored["entry"])
        entry["arrived_on"] = date.fromisoformat(entry["arrived_on"])
        entry["applicants"] = tuple(_applicant(one) for one in entry["applicants"])
        return cls(
            line=stored["line"],
            number=stored["number"],
            registered_on=date.fromisoformat(stored["registered_on"]),
            status=stored["status"],
            closed_on=_day(stored["closed_on"]),
            entry=AppealEntry(**entry),
        )

    @property
    def key(self) -> tuple[int, str]:
        """What makes the row the same appeal when it comes again: year and number."""
        return self.registered_on.year, self.number


def source_appeal(line: Line, *, on: date) -> SourceAppeal:
    """The checked row. Raises InvalidInput whose fields are names of columns."""
    problems = Problems()
    cells = dict.fromkeys(("number", *_OF_APPLICANT), "") | line.cells
    coded = {name: _code(cells, name, problems) for name in _CODED}
    days = {
        name: _date(cells, name, problems)
        for name in ("registered_on", "arrived_on", "closed_on", "birth_date")
    }
    with problems.collect():
        cells["number"] = clean(cells["number"], field="number", max_length=60, required=True)
    registered_on = _registered(days, on, problems)
    _check_outcome(coded["outcome"], days["closed_on"], registered_on, on, problems)
    try:
        entry = checked(_entry(cells, coded, days, registered_on), on=registered_on)
    except InvalidInput as error:
        raise _by_column(problems, error) from error
    problems.check()
    return SourceAppeal(
        line=line.number,
        number=cells["number"],
        registered_on=registered_on,
        status=coded["outcome"] or Status.REGISTERED,
        closed_on=days["closed_on"],
        entry=entry,
    )


def _code(cells: dict[str, str], name: str, problems: Problems) -> str:
    word = columns.plain(cells.get(name, ""))
    if not word and name in _DEFAULTS:
        return _DEFAULTS[name]
    code = columns.codes(name).get(word)
    if code is None:
        problems.add(
            name,
            "unknown_word",
            N_("«%(word)s» is not known here. Use one of: %(known)s."),
            word=cells.get(name, "")[:60],
            known=", ".join(sorted(set(columns.codes(name).values()))),
        )
    return code or ""


def _date(cells: dict[str, str], name: str, problems: Problems) -> date | None:
    text = cells.get(name, "").strip().split(" ")[0]
    if not text:
        return None
    for form in _DATES:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    problems.add(
        name,
        "bad_date",
        N_("«%(text)s» is not a day. Write it as dd.mm.yyyy, for example 05.09.2025."),
        text=text[:40],
    )
    return None


def _registered(days: dict[str, date | None], on: date, problems: Problems) -> date:
    day = days["registered_on"]
    if day is None:
        problems.add("registered_on", "required", N_("This field must be filled in."))
    elif day > on:
        problems.add("registered_on", "in_future", N_("This day has not come yet: %(day)s."), day=day)
    return day or on


def _check_outcome(
    outcome: str, closed_on: date | None, registered_on: date, on: date, problems: Problems
) -> None:
    if outcome and closed_on is None:
        problems.add("closed_on", "required", N_("A finished appeal has the day on which it was finished."))
    if closed_on is not None and not outcome:
        problems.add("outcome", "required", N_("The day of the end is given, but not what the end was."))
    if closed_on is not None and not registered_on <= closed_on <= on:
        problems.add(
            "closed_on",
            "out_of_order",
            N_("The end %(closed)s must lie between the registration %(registered)s and today."),
            closed=closed_on,
            registered=registered_on,
        )


def _entry(
    cells: dict[str, str], coded: dict[str, str], days: dict[str, date | None], registered_on: date
) -> AppealEntry:
    anonymous = coded["anonymous"] == "yes"
    return AppealEntry(
        kind=coded["kind"],
        language=coded["language"],
        way=coded["way"],
        arrived_on=days["arrived_on"] or registered_on,
        summary=cells.get("summary", ""),
        paper_place=cells.get("paper_place", ""),
        body_name=cells.get("body_name", ""),
        official_name=cells.get("official_name", ""),
        anonymous=anonymous,
        applicants=() if anonymous else (_applicant_entry(cells, coded, days["birth_date"]),),
    )


def _applicant_entry(cells: dict[str, str], coded: dict[str, str], birth_date: date | None) -> ApplicantEntry:
    organisation = coded["applicant_kind"] == ApplicantKind.ORGANISATION or (
        not coded["applicant_kind"] and bool(cells["bin"])
    )
    values = {name: cells[name] for name in _OF_APPLICANT}
    return ApplicantEntry(
        **values | {"iin": _twelve(cells["iin"]), "bin": _twelve(cells["bin"])},
        kind=ApplicantKind.ORGANISATION if organisation else ApplicantKind.PERSON,
        # An old register may simply not have it; the row says so instead of being refused.
        no_id_reason=coded["no_id_reason"] or _no_number(cells),
        birth_date=birth_date,
    )


def _no_number(cells: dict[str, str]) -> str:
    return "" if cells["iin"] or cells["bin"] else NoIdReason.NOT_GIVEN


def _twelve(text: str) -> str:
    # A spreadsheet takes the zeros off the front of a number; the check digit tells if they belonged there.
    return text.zfill(12) if text.isdigit() and 9 <= len(text) < 12 else text


def _by_column(problems: Problems, error: InvalidInput) -> InvalidInput:
    """All faults, one a column: `applicants.0.iin` is the column `iin`; the row's own faults come first."""
    faults = list(error.fields)
    try:
        problems.check()
    except InvalidInput as own:
        faults = [*own.fields, *faults]
    seen: dict[str, FieldError] = {}
    for fault in faults:
        name = fault.field.rsplit(".", 1)[-1]
        seen.setdefault(name, replace(fault, field=name))
    return InvalidInput(*seen.values())


def _applicant(stored: dict[str, Any]) -> ApplicantEntry:
    return ApplicantEntry(**stored | {"birth_date": _day(stored["birth_date"])})


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value
