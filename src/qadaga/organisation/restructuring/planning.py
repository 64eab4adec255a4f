"""What a change decided for a later day writes, kept so that it can be called off before that day (O.4, O.5).

The rows of the offices are looked at before and after: whatever was added or got a last day is noted. A new
sort of row that a change writes has only to be named in `WATCHED`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Model

from qadaga.offices.models import Office
from qadaga.organisation.exercise import Exercise
from qadaga.organisation.restructuring.models import PlannedChange, PlannedRow


@dataclass(frozen=True, slots=True)
class Watched:
    """A table, how its rows name the office, and the columns of the last day and of its ground ("": none)."""

    table: str
    office: str
    until: str = ""
    ground: str = ""

    @property
    def model(self) -> type[Model]:
        """The table's model."""
        return apps.get_model(self.table)


# In the order in which rows can be taken back: nothing refers to a row of a table above its own.
WATCHED = (
    Watched("careers.OutsideAct", "decision__appointment__office"),
    Watched("careers.Decision", "appointment__office"),
    Watched("staff.ActingHead", "appointment__office", "ends_on"),
    Watched("staff.Appointment", "office", "ends_on", "ground"),
    Watched("offices.UnitPlace", "unit__office", "ends_on"),
    Watched("offices.UnitName", "office", "ends_on"),
    Watched("offices.Unit", "office", "closed_on"),
    Watched("offices.OfficeSuccession", "successor"),
    Watched("restructuring.Handover", "office"),
    Watched("offices.OfficeSphere", "office", "ends_on"),
    Watched("offices.OfficeTerritory", "office", "ends_on"),
    Watched("offices.Subordination", "office", "ends_on"),
    Watched("offices.OfficeName", "office", "ends_on"),
    Watched("offices.Office", "id", "closed_on"),
)
Rows = dict[tuple[str, str], tuple[date | None, str]]


@dataclass(slots=True)
class Kept:
    """The offices whose rows are looked at; the body adds one that it creates."""

    offices: set[UUID] = field(default_factory=set)


@contextmanager
def kept(
    action: str, offices: Iterable[Office], starts_on: date, done: Exercise, ground: str = ""
) -> Iterator[Kept]:
    """Note what the body writes about the offices, where it is to hold from a day after today only."""
    look = Kept({office.id for office in offices})
    if starts_on <= done.on:
        yield look
        return
    before = _rows(look.offices)
    yield look
    change = PlannedChange.objects.create(
        action=action,
        starts_on=starts_on,
        ground=ground,
        decided_on=done.on,
        decided_by_id=done.by.appointment_id,
    )
    _note(change, look.offices, before)


def _note(change: PlannedChange, offices: set[UUID], before: Rows) -> None:
    change.offices.set(Office.objects.filter(id__in=offices))
    PlannedRow.objects.bulk_create(
        PlannedRow(
            change=change,
            table=table,
            row=row,
            added=(table, row) not in before,
            ended_before=before.get((table, row), (None, ""))[0],
            ground_before=before.get((table, row), (None, ""))[1],
        )
        for (table, row), value in _rows(offices).items()
        if before.get((table, row)) != value
    )


def _rows(offices: set[UUID]) -> Rows:
    return {
        (one.table, str(key)): (until, ground)
        for one in WATCHED
        for key, until, ground in _values(one, offices)
    }


def _values(watched: Watched, offices: set[UUID]) -> Iterator[tuple[Any, date | None, str]]:
    columns = [name for name in (watched.until, watched.ground) if name]
    rows = watched.model._default_manager.filter(**{f"{watched.office}__in": offices})
    for row in rows.values("pk", *columns):
        yield row["pk"], row.get(watched.until), row.get(watched.ground) or ""
