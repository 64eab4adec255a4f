"""Somebody entered by name and birth day may be known by an IIN already: offered where the actor sees it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from qadaga.authority.actor import Actor
from qadaga.journal.reads import record_reads
from qadaga.law.coverage import implements
from qadaga.matters.persons import roles

MOST = 5


@dataclass(frozen=True, slots=True)
class Namesake:
    """A number that stands in records which the actor may read, beside that name; in which roles."""

    iin: str
    who: str
    roles: Sequence[str]


@implements("O.7.1", "O.8.d5")
def known(actor: Actor, on: date, name: str, born_on: date) -> list[Namesake]:
    """Who of that very name and birth day is known by an IIN, at most five; nobody is linked by it.

    As on the card of a person each record shows by the rules of its own register, and each one that the offer
    rests on is journalled as read.
    """
    lines = roles.namesakes(actor, on, name, born_on)
    _note(actor, on, lines)
    by_number: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for role, rows in lines.items():
        for row in rows:
            names.setdefault(row.iin, row.who)
            kept = by_number.setdefault(row.iin, [])
            kept.extend(() if role in kept else (role,))
    return [Namesake(iin, names[iin], tuple(found)) for iin, found in sorted(by_number.items())[:MOST]]


def _note(actor: Actor, on: date, lines: Mapping[str, Sequence[roles.Line]]) -> None:
    for role in roles.declared():
        for row in lines.get(role.name, ()):
            subjects = [(role.subject, row.id)]
            record_reads(office_id=row.office_id, subjects=subjects, by=actor.journal(), on=on)
