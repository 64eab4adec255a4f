"""What an order about a unit says, as it is entered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from qadaga.offices.naming import Names


@dataclass(frozen=True, slots=True)
class UnitInput:
    """A new unit of an office; `parent_id`: the unit it stands in, none for directly in the office."""

    code: str
    kind: str
    names: Names
    starts_on: date
    parent_id: UUID | None = None
    ground: str = ""
    order_id: UUID | None = None
