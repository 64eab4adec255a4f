"""Who applies in the demonstration, and what about, read from `appeals.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from qadaga.appeals.entry import AppealEntry, ApplicantEntry
from qadaga.common.identifiers import check_digit
from qadaga.matters.models import Body
from qadaga.staff.models import Appointment

_FILE = Path(__file__).with_name("appeals.yaml")
_CHILD = {"kk": "Серік Айару Талғатқызы", "ru": "Серикова Аяру Талгатовна"}
_REPRESENTATIVE = "Сатпаев Марат Олжасович"
_DOCUMENT = "нотариальная доверенность № 1-318 от 14.01.2026"


@dataclass(frozen=True, slots=True)
class Told:
    """One appeal of the file: its place among them, and what is said of it."""

    place: int
    row: Mapping[str, Any]

    @property
    def office(self) -> str:
        """The office's prefix of logins."""
        return str(self.row["office"])

    @property
    def language(self) -> str:
        """Burabay is written to in Kazakh, the others in Russian."""
        return "kk" if self.office == "burabay" else "ru"

    def entry(self, on: date, body: Body | None, head: Appointment | None) -> AppealEntry:
        """What the clerk enters on the day; the appeal arrived the day before, or that day by hand."""
        row = self.row
        at_once = row["way"] in ("in_person", "reception", "e_appeals", "email")
        return AppealEntry(
            kind=row["kind"],
            language=self.language,
            way=row["way"],
            arrived_on=on if at_once else on - timedelta(days=1),
            summary=row["text"],
            applicants=() if "anonymous" in row else self._applicants(),
            body_id=body.id if body else None,
            official_id=head.person_id if head and row.get("about_head") else None,
            anonymous="anonymous" in row,
            anonymous_ground=row.get("anonymous", ""),
            oral=bool(row.get("oral")),
            detained=bool(row.get("detained")),
            paper_place=f"{row['ago'] % 12 + 1}-{self.place}" if row["way"] == "post" else "",
        )

    def _applicants(self) -> tuple[ApplicantEntry, ...]:
        row = self.row
        if row.get("child"):
            born = date(2014, 5, 20)
            return (ApplicantEntry(name=_CHILD[self.language], birth_date=born, no_id_reason="child"),)
        if row.get("foreign_name"):
            return (ApplicantEntry(name=row["foreign_name"], no_id_reason=row["no_iin"]),)
        if row.get("organisation"):
            return (_organisation(self.place),)
        people = [_person(self.place + step) for step in range(row.get("applicants", 1))]
        if row.get("representative"):
            return (_represented(people[0]),)
        if row.get("no_iin"):
            return (ApplicantEntry(name=people[0].name, no_id_reason=row["no_iin"]),)
        return tuple(people)


def told() -> list[Told]:
    """Every appeal of the file, in its order."""
    return [Told(place, row) for place, row in enumerate(_file()["appeals"])]


@cache
def _file() -> Mapping[str, Any]:
    content: Mapping[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return content


def _person(place: int) -> ApplicantEntry:
    rows = _file()["people"]
    row = rows[place % len(rows)]
    return ApplicantEntry(name=row["name"], iin=_iin(row), address=row["address"], phone="+7 701 000 00 00")


def _represented(person: ApplicantEntry) -> ApplicantEntry:
    return ApplicantEntry(
        name=person.name,
        iin=person.iin,
        address=person.address,
        representative_name=_REPRESENTATIVE,
        authority_document=_DOCUMENT,
    )


def _organisation(place: int) -> ApplicantEntry:
    rows = _file()["organisations"]
    row = rows[place % len(rows)]
    number = f"{row['bin_start']}{check_digit(row['bin_start'])}"
    return ApplicantEntry(kind="organisation", name=row["name"], bin=number, address=row["address"])


def _iin(row: Mapping[str, Any]) -> str:
    """A number that passes its check and belongs to nobody: the serial is above those given out."""
    born, woman = row["born"], bool(row.get("woman"))
    century = (6 if woman else 5) if born.year >= 2000 else (4 if woman else 3)
    for serial in range(9500, 10000):
        eleven = f"{born:%y%m%d}{century}{serial}"
        digit = check_digit(eleven)
        if digit is not None:
            return f"{eleven}{digit}"
    raise AssertionError("of five hundred numbers one is always possible")
