"""One thing that is open in somebody's hands, and what sorts of them there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

Key = tuple[str, UUID]


class Kind(models.TextChoices):
    """What passes: casework, then the work of the service about itself."""

    MATTER = "matter", _("Matters")
    DRAFT = "draft", _("Drafts of acts")
    ORDER_DRAFT = "order_draft", _("Drafts of orders")
    CONTROL = "order_control", _("Orders under control")
    POINT = "order_point", _("Points of orders to carry out")
    READING = "order_reading", _("Orders to become familiar with")
    SEAL = "seal", _("Seals, stamps and blanks")
    DUTIES = "duties", _("Places in the distribution of duties")


# What belongs to whoever holds the post and stays with a person who comes back to it.
OF_THE_POST = frozenset({Kind.READING, Kind.DUTIES})
# What an employee may take over; the rest is for officers only (O.13.2).
OPEN_TO_EMPLOYEES = frozenset({Kind.ORDER_DRAFT, Kind.CONTROL, Kind.POINT, Kind.READING, Kind.SEAL})


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One thing that needs an owner; `matter_id` where it belongs to a matter.

    `terms` and `requests`: terms running and requests without a reply that go with it. `barred`: who may not
    take it, by person, with the mark of the law that says why.
    """

    kind: str
    id: UUID
    name: str
    title: str = ""
    status: str = ""
    due_on: date | None = None
    matter_id: UUID | None = None
    terms: int = 0
    requests: int = 0
    barred: dict[UUID, str] = field(default_factory=dict)

    @property
    def key(self) -> Key:
        """What tells it from the others."""
        return self.kind, self.id

    @property
    def of_the_post(self) -> bool:
        """Whether it stays with a person who only goes away for a time."""
        return self.kind in OF_THE_POST


def counts(items: Iterable[OpenItem]) -> list[tuple[str, int]]:
    """How many of each sort there are, in the order of the sorts; a preview of what would pass."""
    found = Counter(item.kind for item in items)
    return [(kind.value, found[kind]) for kind in Kind if found[kind]]
