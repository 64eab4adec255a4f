"""Reading the card of a person: officers only, each line as its own register rules, everything journalled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.common.errors import NotFound
from qadaga.database.together import together
from qadaga.journal.reads import record_reads
from qadaga.law.coverage import implements
from qadaga.matters.persons import roles
from qadaga.matters.persons.models import Death, Merge, Person
from qadaga.matters.persons.subject import CARD, GATHER, KIND, MERGE, NOTE_DEATH, PART, WITHDRAW_DEATH
from qadaga.matters.selectors.actions import Action

_MERGE = (
    *("survivor", "duplicate", "merged_by__person", "merged_by__office"),
    *("undone_by__person", "undone_by__office"),
)
_DEATH = (
    *("person", "noted_by__person", "noted_by__office"),
    *("withdrawn_by__person", "withdrawn_by__office"),
)


@dataclass(frozen=True, slots=True)
class Card:
    """A person with what `reader`, an appointment, may see: the lines of each role, and of the numbers that
    stand in them the merges and the deaths noted.
    """

    reader: UUID
    person: Person
    lines: dict[str, list[roles.Line]]
    merged: Sequence[Person]
    merges: Sequence[Merge]
    deaths: Sequence[Death]

    @property
    def id(self) -> UUID:
        """The key of the card."""
        return self.person.id

    @property
    def version(self) -> int:
        """The version that nobody overwrites unseen."""
        return self.person.version

    @property
    def numbers(self) -> list[str]:
        """The numbers of the person that stand in what the reader sees; no other is told."""
        return sorted({row.iin for part in self.lines.values() for row in part})

    @property
    def names(self) -> list[str]:
        """What the lines call the person, the newest first, each once."""
        rows = sorted((row for part in self.lines.values() for row in part), key=lambda row: row.day)
        return list(dict.fromkeys(row.who for row in reversed(rows) if row.who))

    @property
    def death(self) -> Death | None:
        """The note of the person's death that stands, if there is one."""
        return next((row for row in self.deaths if row.withdrawn_on is None), None)


@implements("O.8.d5")
def read_card(actor: Actor, on: date, pk: UUID) -> Card:
    """The card and everything on it that the actor may see; two queries, a third where numbers were merged.

    Each look is journalled, on the card and on every card a line stands on.
    Raises as `seen`, and NotPermitted.
    """
    card = seen(actor, on, pk)
    authority.admit(actor, GATHER, CARD, on=on)
    note(actor, on, card.person, card.lines)
    return card


def seen(actor: Actor, on: date, pk: UUID) -> Card:
    """What of the card the actor's own registers show; NotFound where that is nothing, known or not."""
    found = together(
        person=Person.objects.filter(pk=pk).select_related("merged_into"),
        merged=Person.objects.filter(merged_into=pk).order_by("id"),
        merges=Merge.objects.filter(Q(survivor=pk) | Q(duplicate=pk)).order_by("-id"),
        deaths=Death.objects.filter(Q(person=pk) | Q(person__merged_into=pk)).order_by("-id"),
    )
    if not found["person"]:
        raise NotFound
    person: Person = found["person"][0]
    lines = roles.read(actor, on, [person.iin, *(row.iin for row in found["merged"])])
    if not lines:
        raise NotFound
    told = {row.iin for part in lines.values() for row in part}
    merged = [row for row in found["merged"] if row.iin in told]
    noted = [row for row in found["deaths"] if row.iin in told]
    merges, deaths = _merges(found["merges"], told), _deaths(noted)
    return Card(actor.appointment_id, person, lines, merged, merges, deaths)


def _deaths(found: Sequence[Death]) -> list[Death]:
    """The notes with who made them. Most people have none: then no query."""
    if not found:
        return []
    rows = Death.objects.filter(id__in=[row.id for row in found])
    return list(rows.select_related(*_DEATH).order_by("-id"))


def _merges(found: Sequence[Merge], told: set[str]) -> list[Merge]:
    """Those whose numbers both are told, with who made them. Most people have none: then no query."""
    if not found:
        return []
    rows = Merge.objects.filter(id__in=[row.id for row in found]).select_related(*_MERGE).order_by("-id")
    return [row for row in rows if {row.survivor.iin, row.duplicate.iin} <= told]


def note(actor: Actor, on: date, person: Person, lines: dict[str, list[roles.Line]]) -> None:
    """Journal that the actor has seen the card, and what stands on it of other cards."""
    record_reads(office_id=actor.office_id, subjects=[(KIND, person.id)], by=actor.journal(), on=on)
    for role in roles.declared():
        for row in lines.get(role.name, ()):
            subjects = [(role.subject, row.id)]
            record_reads(office_id=row.office_id, subjects=subjects, by=actor.journal(), on=on)


def card_actions(card: Card, actor: Actor, on: date) -> list[Action]:
    """A ruling for each power on the card; parting is possible where something is merged."""
    possible = {
        MERGE: card.person.merged_into_id is None,
        PART: bool(card.merged),
        NOTE_DEATH: card.death is None,
        WITHDRAW_DEATH: card.death is not None,
    }
    return [
        Action(
            power,
            ruling := authority.offered(actor, power, CARD, on),
            may_be,
            None if ruling.allowed else authority.question(actor, power, CARD, on),
        )
        for power, may_be in possible.items()
    ]
