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
from qadaga.staff.duties.models import Duty
from qadaga.staff.duties.selectors import About, given, next_to_act
from qadaga.staff.models import Appointment


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who is proposed, the order that the distribution rests on, and the lines of it that fit."""

    appointment: Appointment
    order: str
    open_matters: int = 0
    by: tuple[Duty, ...] = ()


@implements("O.14.3")
def assignee_for(matter: Matter, candidates: Sequence[Appointment], on: date) -> Proposal | None:
    """Of those present, whom most lines fit: direction, bodies, territory; then the fewest matters."""
    body = matter.body
    place = matter.kato or (body.kato if body else None)
    about = About(matter.direction, body.kind if body else "", place or "")
    fitting = given(matter.holder_id, about, on, leads=False)
    able = [row for row in candidates if row.id in fitting and not row.absent]  # type: ignore[attr-defined]  # annotated by people_in
    if not able:
        return None
    load = {row.id: row.open_matters for row in able}  # type: ignore[attr-defined]  # by `matters.candidates`
    best = min(able, key=lambda row: (-len(fitting[row.id]), load[row.id], row.person.sort_key))
    lines = tuple(fitting[best.id])
    return Proposal(best, lines[0].distribution.ground, load[best.id], lines)


@implements("O.14.1")
def agreers_for(act: Act, on: date) -> list[Proposal]:
    """Deputies present who agree it by the distribution in force; never its author."""
    about = About(act.matter.direction, act.addressee.kind, act.addressee.kato or "")
    fitting = given(act.matter.holder_id, about, on, leads=True)
    people = staff.people_of(act.matter.holder_id, on) if fitting else ()
    return [
        Proposal(row, fitting[row.id][0].distribution.ground, by=tuple(fitting[row.id]))
        for row in people
        if row.id in fitting and not row.absent and row.id != act.author_id  # type: ignore[attr-defined]  # annotated by people_in
    ]


@implements("O.11", "O.14.2")
def acting_for(office_id: UUID, on: date, people: Sequence[Appointment]) -> Appointment | None:
    """Of the people, who is next to replace the head on the day."""
    ids = {row.id for row in people}
    return next((row for row in next_to_act(office_id, on) if row.id in ids), None)
