"""Reads the golden tables: rows a lawyer can read and edit, as facts the kernel can rule on."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from qadaga.law import catalogue
from qadaga.law.model import Facts, Subject, Who

FOLDER = Path(__file__).parent / "golden"


def table(name: str) -> list[dict[str, str]]:
    """The rows of one golden file."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def offices() -> dict[str, dict[str, str]]:
    """The small structure that the rows of competence.csv play in, by code."""
    return {row["code"]: row for row in table("offices.csv")}


@dataclass(frozen=True)
class Row:
    """One row of competence.csv. `missing` holds (condition key, clause) of every condition that fails.

    `clauses`: those of the failed conditions; of an allowed row, those the ruling rests on.
    """

    line: int
    facts: Facts
    on: date
    allowed: bool
    missing: frozenset[tuple[str, str]]
    clauses: tuple[str, ...]
    why: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.facts.power}, {self.why}"


def rows() -> Iterator[Row]:
    """The rows of competence.csv."""
    for line, row in enumerate(table("competence.csv"), 2):
        keys, clauses = split(row["missing"], ";"), split(row["clauses"], ";")
        facts = Facts(_who(row), row["power"], _subject(row), row["ground"] or None)
        allowed = row["allowed"] == "yes"
        missing = frozenset() if allowed else frozenset(zip(keys, clauses, strict=True))
        yield Row(line, facts, date.fromisoformat(row["on"]), allowed, missing, tuple(clauses), row["why"])


def split(text: str, by: str) -> list[str]:
    """The parts of a cell; none for an empty one."""
    return [part for part in text.split(by) if part]


def _who(row: dict[str, str]) -> Who:
    office, post = offices()[row["office"]], catalogue.load().posts[row["who"]]
    return Who(
        post=post.id,
        office=office["code"],
        office_kind=office["kind"],
        level=int(office["level"]),
        path=tuple(office["path"].split(">")),
        spheres=frozenset(split(office["spheres"], "+")),
        territory=frozenset(split(office["territory"], "+")),
        officer=post.staff != "employee",
        acting=row["acting"] == "yes",
    )


def _subject(row: dict[str, str]) -> Subject | None:
    if row["about"] == "none":
        return None
    return Subject(
        kind=row["about"],
        office=row["holder"],
        path=tuple(offices()[row["holder"]]["path"].split(">")),
        territory=row["territory"] or None,
        sphere=row["sphere"] or None,
        status=row["status"] or None,
        marks=frozenset(split(row["marks"], "+")),
    )
