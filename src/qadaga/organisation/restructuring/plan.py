"""What an order that merges or closes offices says, as it is entered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from qadaga.organisation.office_input import OfficeInput


@dataclass(frozen=True, slots=True)
class Merger:
    """Several offices, or one, into another.

    `into` is the code of an office that exists, or what a new one is to be. `posts` says for each appointment
    of the closing offices the post the person gets in the successor; None: the service there ends.
    """

    offices: tuple[UUID, ...]
    into: str | OfficeInput
    starts_on: date
    posts: Mapping[UUID, str | None] = field(default_factory=dict)
    ground: str = ""
    order_id: UUID | None = None
