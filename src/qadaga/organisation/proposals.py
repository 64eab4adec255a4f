"""Whom the distribution of duties proposes: an officer for a matter, a deputy for a draft (O.14.1, O.14.3).

A proposal binds nobody: the choice stays with whoever decides, and says what it rests on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from qadaga.acts.models import Act
from qadaga.law.coverage import implements
from qadaga.matters.models import Matter
from qadaga.staff import selectors as staff
from qadaga.staff.duties.selectors import leading, next_to_act, working_in
from qadaga.staff.models import Appointment


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who is proposed, and the order that the distribution rests on."""

    appointment: Appointment
    order: str
    open_matters: int = 0


@implements("O.14.3")
def assignee_for(matter: Matter, candidates: Sequence[Appointment], on: date) -> Proposal | None:
    """Of `matters.candidates`, who is present, works in the matter's direction and has the fewest of them."""
    given = working_in(matter.holder_id, matter.direction, on)
    able = [row for row in candidates if row.id in given and not row.absent]  # type: ignore[attr-defined]  # annotated by people_in
    if not able:
        return None
    load = {row.id: row.open_matters for row in able}  # type: ignore[attr-defined]  # by `matters.candidates`
    least = min(able, key=lambda row: (load[row.id], row.person.sort_key))
    return Proposal(least, given[least.id], load[least.id])


@implements("O.14.1")
def agreers_for(act: Act, on: date) -> list[Proposal]:
    """Deputies present who agree in the act's direction by the distribution in force; never its author."""
    given = leading(act.matter.holder_id, act.matter.direction, on)
    people = staff.people_of(act.matter.holder_id, on) if given else ()
    return [
        Proposal(row, given[row.id])
        for row in people
        if row.id in given and not row.absent and row.id != act.author_id  # type: ignore[attr-defined]  # annotated by people_in
    ]


@implements("O.11", "O.14.2")
def acting_for(office_id: UUID, on: date, people: Sequence[Appointment]) -> Appointment | None:
    """Of the people, who is next to replace the head on the day."""
    ids = {row.id for row in people}
    return next((row for row in next_to_act(office_id, on) if row.id in ids), None)
