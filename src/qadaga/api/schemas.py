"""Shapes shared by the endpoints: text that can be stored, days, references."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import AfterValidator, StringConstraints

from qadaga.common import text


def _writable(value: str) -> str:
    if not text.is_writable(value):
        raise ValueError("The text holds a NUL or half of a character pair; remove it.")
    return value


Text = Annotated[str, AfterValidator(_writable)]
Line = Annotated[str, StringConstraints(max_length=300), AfterValidator(_writable)]
Long = Annotated[str, StringConstraints(max_length=20_000), AfterValidator(_writable)]


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


class Ref(Schema):
    """A record that is referred to: its id and what people call it."""

    id: UUID
    name: str


class Dated(Schema):
    """A day on which something is in force; today when left out."""

    on: date | None = None
