"""Many small tables of one card in one query: each part comes back as rows of its own model.

A card has a dozen parts of a few rows each. One UNION ALL of JSON rows costs one round trip; the models
turn the JSON back into their own values, so nothing above knows the difference.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Model

from qadaga.database.prepared import prepared_cursor
from qadaga.database.together import instance
from qadaga.law.calendar import Calendar
from qadaga.workdays import selectors as workdays
from qadaga.workdays.models import State

_PEOPLE = """
SELECT 'people', jsonb_build_object(
    'id', a.id, 'post', a.post, 'kind', o.kind,
    'last', p.last_name, 'first', p.first_name, 'middle', p.middle_name)
FROM staff_appointment a JOIN staff_person p ON p.id = a.person_id JOIN offices_office o ON o.id = a.office_id
WHERE a.id IN ({})
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a card: its name, its model, which rows (SQL over `t` with %(id)s), who acted in them
    (columns).
    """

    name: str
    model: type[Model]
    where: str
    people: tuple[str, ...] = ()


CALENDAR = Part("calendar", State, "t.id = 1")


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody named on a card: the appointment they acted under, its post and office, their name."""

    id: UUID
    post: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """The rows of each part in the order of their ids, and the people named in them by appointment id."""

    rows: Mapping[str, list[Any]]
    people: Mapping[UUID, PersonLine]

    def __getitem__(self, name: str) -> list[Any]:
        return self.rows[name]

    @property
    def calendar(self) -> Calendar:
        """The calendar its terms are counted by, asked for in the same query."""
        state = self.rows["calendar"]
        return workdays.by_token(state[0].token if state else None)


def gather(parts: Sequence[Part], pk: UUID, **values: object) -> Gathered:
    """All parts of the card `pk` in one query; with its terms comes the mark of the calendar in force.

    `values` are further ones that the parts of upper layers ask about.
    """
    if any(part.name == "term_events" for part in parts):
        parts = (*parts, CALENDAR)
    rows: dict[str, list[Any]] = {part.name: [] for part in parts}
    models = {part.name: part.model for part in parts}
    people: dict[UUID, PersonLine] = {}
    with prepared_cursor() as cursor:
        cursor.execute(_sql(parts), {**values, "id": pk})
        for name, text in cursor.fetchall():
            row = json.loads(text)  # Django leaves JSON of a raw query as text
            if name == "people":
                line = _person(row)
                people[line.id] = line
            else:
                rows[name].append(instance(models[name], row))
    return Gathered({name: sorted(found, key=lambda row: row.pk) for name, found in rows.items()}, people)


def _sql(parts: Sequence[Part]) -> str:
    selects = [_select(part, f"'{part.name}', to_jsonb(t)") for part in parts]
    ids = [_select(part, _unnest(part.people)) for part in parts if part.people]
    if ids:
        selects.append(_PEOPLE.format(" UNION ".join(ids)))
    return " UNION ALL ".join(selects)


def _select(part: Part, columns: str) -> str:
    # Every piece is a constant of this code: names of models, columns and parts; the one value is bound.
    return f"SELECT {columns} FROM {part.model._meta.db_table} t WHERE {part.where}"  # noqa: S608 - see above


def _unnest(columns: tuple[str, ...]) -> str:
    return f"unnest(ARRAY[{', '.join(f't.{column}' for column in columns)}])"


def _person(row: Mapping[str, Any]) -> PersonLine:
    initials = "".join(f" {part[0]}." for part in (row["first"], row["middle"]) if part)
    return PersonLine(UUID(row["id"]), row["post"], row["kind"], f"{row['last']}{initials}")
