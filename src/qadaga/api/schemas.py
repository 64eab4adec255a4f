"""Shapes shared by the endpoints: text that can be stored, days that can be reckoned with, references."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from ninja import Field, Schema
from pydantic import AfterValidator, StringConstraints

from qadaga.common import text


def _writable(value: str) -> str:
    if not text.is_writable(value):
        raise ValueError("The text holds a NUL or half of a character pair; remove it.")
    return value


Text = Annotated[str, StringConstraints(max_length=60_000), AfterValidator(_writable)]
Line = Annotated[str, StringConstraints(max_length=300), AfterValidator(_writable)]
Long = Annotated[str, StringConstraints(max_length=20_000), AfterValidator(_writable)]
Code = Annotated[str, StringConstraints(max_length=60), AfterValidator(_writable)]
"""An id of the catalogue or of a closed list."""
Kato = Annotated[str, StringConstraints(pattern=r"^[0-9]{9}$")]
Day = Annotated[date, Field(ge=date(1900, 1, 1), lt=date(2200, 1, 1))]
"""A calendar day, YYYY-MM-DD; terms are reckoned for these years only."""
Days = Annotated[int, Field(ge=1, le=3650)]


class Problem(Schema):
    """RFC 9457: what went wrong. `errors` names fields; `missing` and `ruling` say why the law
    refuses, `obstacles` what has still to be done.
    """

    type: str
    status: int
    code: str
    title: str
    errors: list[dict[str, str]] | None = None
    missing: list[dict[str, str]] | None = None
    obstacles: list[dict[str, str]] | None = None
    ruling: dict[str, Any] | None = None
    current_version: int | None = None


class Made(Schema):
    """A row that was added."""

    id: UUID


class ReasonIn(Schema):
    """Why."""

    reason: Long


class AttachIn(Schema):
    """An uploaded file and what it is called."""

    file_id: UUID
    title: Line


class BodyIn(Schema):
    """A body: the `id` of a registered one, or else its BIN and names, found by them or registered."""

    id: UUID | None = None
    bin: Line = ""
    name_ru: Line = ""
    name_kk: Line = ""
    kind: Code = ""
    kato: Kato | None = None
    address: Line = ""
