"""What all rows of one made-up appeal share, and the lines of COPY they become."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import UUID

from bench.words import Text
from bench.world import Place
from qadaga.authority.lists.numbers import lexeme
from qadaga.authority.lists.search.entries import of_kind, of_units
from qadaga.journal.canonical import Body

NULL = "\\N"


@dataclass
class Batch:
    """Lines for each table, and bodies of the journal for each office."""

    lines: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    journal: dict[UUID, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, table: str, *values: object) -> None:
        """One row; None is NULL. No value of ours holds a tab, a newline or a backslash."""
        self.lines[table].append("\t".join(NULL if value is None else str(value) for value in values))


@dataclass(frozen=True, slots=True)
class Case:
    """What all rows of one appeal share."""

    n: int
    place: Place
    day: date
    status: str
    closed: bool
    about: Text
    body: tuple[UUID, str]
    chance: random.Random
    batch: Batch

    def id(self) -> UUID:
        """A UUIDv7 of some moment of the day."""
        midnight = datetime(self.day.year, self.day.month, self.day.day, tzinfo=UTC)
        moment = int(midnight.timestamp() * 1000) + self.chance.randrange(86_400_000)
        high, low = self.chance.getrandbits(12), self.chance.getrandbits(62)
        return UUID(int=(moment << 80) | (0x7 << 76) | (high << 64) | (0b10 << 62) | low)

    def at(self, hour: int) -> str:
        """A moment of the day as COPY takes it."""
        return f"{self.day} {hour:02}:00:00+05"

    def number(self, letters: str) -> str:
        """A number in the form its register gives it."""
        return f"{letters}-{self.place.code}-{self.day.year}/{self.n:06}"

    def entry(self, kind: str, id_: UUID, number: str, more: Iterable[str] = ()) -> None:
        """The row's search entry."""
        place = self.place
        marks = [of_kind(kind), *of_units((place.id,)), *of_units((place.region_id,))]
        found = {*self.about.lexemes, *more, *marks, *([lexeme(number)] if number else [])}
        vector = " ".join(f"'{lexeme}'" for lexeme in found)
        self.batch.add(
            "lists_searchentry",
            id_,
            kind,
            place.id,
            place.region_id,
            self.day,
            number,
            self.about.text,
            vector,
        )

    def journal(self, kind: str, id_: UUID, action: str, hour: int) -> None:
        """One line of the office's journal."""
        place = self.place
        body = Body(
            office_id=place.id,
            kind=0,
            at=datetime(self.day.year, self.day.month, self.day.day, hour, tzinfo=UTC),
            on=self.day,
            action=action,
            subject_kind=kind,
            subject_id=id_,
            person_id=place.person,
            appointment_id=place.clerk,
            by_office_id=place.id,
            ruling=None,
            data={},
        )
        self.batch.journal[place.id].append(body.text())
