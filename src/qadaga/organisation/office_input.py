"""What an order about an office says, as it is entered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from qadaga.offices.naming import Names


@dataclass(frozen=True, slots=True)
class OfficeInput:
    """What an order that creates an office says; `kato` and `spheres` may be empty."""

    code: str
    kind: str
    names: Names
    parent: str
    starts_on: date
    kato: tuple[str, ...] = ()
    spheres: tuple[str, ...] = ()
    ground: str = ""
    order_id: UUID | None = None
