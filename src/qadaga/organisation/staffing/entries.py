"""What an order about staff says, as it is entered."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID


@dataclass(frozen=True, slots=True)
class LineInput:
    """One line of a staffing table; `rate` is the part of a full position, above 0 and at most 1."""

    post: str
    positions: int
    officer: bool = True
    unit_id: UUID | None = None
    rate: Decimal = Decimal(1)

    @property
    def place(self) -> tuple[UUID | None, str, bool]:
        """What tells lines apart: unit, post, officer or employee."""
        return self.unit_id, self.post, self.officer

    @property
    def units(self) -> Decimal:
        """Full positions that the line takes of the limit."""
        return self.positions * self.rate
