"""One change of the service about itself: ruled on first, recorded last, both with the same actor and day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.journal import services as journal
from qadaga.law.model import Ruling, Subject


@dataclass(frozen=True, slots=True)
class Exercise:
    """A power that the law allows to the actor on the day."""

    by: Actor
    on: date
    ruling: Ruling

    def record(
        self, action: str, office_id: UUID, subject: tuple[str, UUID], data: Mapping[str, Any]
    ) -> None:
        """Write the journal's entry; called last in the transaction. `data`: ids, codes and dates only."""
        kind, subject_id = subject
        journal.record(
            office_id=office_id,
            action=action,
            subject_kind=kind,
            subject_id=subject_id,
            by=self.by.journal(),
            ruling=self.ruling.as_json(),
            on=self.on,
            data=data,
        )


def exercise(by: Actor, power: str, subject: Subject | None, on: date) -> Exercise:
    """The power, ruled on. Raises NotPermitted with the ruling where the law does not allow it."""
    return Exercise(by, on, authority.require(by, power, subject, on=on))
