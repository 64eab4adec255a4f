"""Rulings for many rows at once: the law is asked once for the same power about the same subject."""

from __future__ import annotations

from datetime import date

from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.organisation.exercise import Exercise, exercise


class Ruled:
    """The actor's rulings within one transaction, which holds the actor's standing to its end."""

    def __init__(self, by: Actor, on: date) -> None:
        self.by, self.on = by, on
        self._found: dict[tuple[str, Subject | None], Exercise] = {}

    def __call__(self, power: str, subject: Subject | None) -> Exercise:
        """The power, ruled on. Raises NotPermitted."""
        asked = (power, subject)
        if asked not in self._found:
            self._found[asked] = exercise(self.by, power, subject, self.on)
        return self._found[asked]
