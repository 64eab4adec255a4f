"""Reading the register of bodies: everybody reads what a body is, and of its history what the scope shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.authority.one import read_one
from qadaga.authority.scope import Scope, scope_of
from qadaga.common.errors import NotFound
from qadaga.database.together import together
from qadaga.journal.reads import record_reads
from qadaga.law.coverage import implements
from qadaga.matters.bodies import traces, violations
from qadaga.matters.bodies.models import Merge, Official
from qadaga.matters.bodies.subject import BODY, ENTER, MERGE, PART, READ, entering, official_subject
from qadaga.matters.models import Body
from qadaga.matters.selectors.actions import Action

MOST_ALIKE = 20
_OFFICIAL = ("office__parent", "body", "entered_by__person", "entered_by__office")
_MERGE = (
    *("survivor", "duplicate", "merged_by__person", "merged_by__office"),
    *("undone_by__person", "undone_by__office"),
)


@dataclass(frozen=True, slots=True)
class Card:
    """A body with the records merged into it, the merges decided on, its officials, and what looks alike."""

    body: Body
    merged: Sequence[Body]
    merges: Sequence[Merge]
    officials: Sequence[Official]
    alike: Sequence[Body]

    @property
    def family(self) -> list[UUID]:
        """Keys of the record and of those merged into it: what names any of them names this body."""
        return [self.body.id, *(row.id for row in self.merged)]


@dataclass(frozen=True, slots=True)
class History:
    """What the reader may see of the body's history, by part, and its violations."""

    lines: dict[str, list[traces.Line]]
    violations: list[violations.Found]


def get_body(pk: Any) -> Body:
    """The body with the record it is merged into, if it is. Raises NotFound."""
    found = Body.objects.select_related("merged_into").filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def read_card(actor: Actor, on: date, pk: UUID) -> Card:
    """The body's card but for its history. One query. Raises NotFound."""
    merges = Merge.objects.filter(Q(survivor=pk) | Q(duplicate=pk)).select_related(*_MERGE)
    family = Body.objects.filter(Q(pk=pk) | Q(merged_into=pk)).values("id")
    found = together(
        body=Body.objects.filter(pk=pk).select_related("merged_into"),
        merged=Body.objects.filter(merged_into=pk).order_by("sort_key", "id"),
        merges=merges.order_by("-id"),
        officials=scope_of(actor, on).visible(Official.objects.filter(body__in=family)).order_by("-id")[:50],
        alike=_alike(Body.objects.filter(pk=pk)),
    )
    if not found["body"]:
        raise NotFound
    body: Body = found["body"][0]
    return Card(body, found["merged"], found["merges"], found["officials"], _mergeable(body, found["alike"]))


@implements("O.7.1", "O.6.2")
def history(scope: Scope, card: Card, on: date) -> History:
    """Everything in the scope that names the body or a record merged into it. Two queries."""
    return History(traces.read(scope, card.family, on), violations.read(scope, card.family))


def duplicates_of(body: Body) -> list[Body]:
    """Records that look like the same body: alike in name, of no other region, one BIN at most."""
    return _mergeable(body, list(_alike(Body.objects.filter(pk=body.pk))))


def _alike(one: Any) -> Any:
    rows = Body.objects.filter(alike__in=one.values("alike"), merged_into__isnull=True)
    return rows.exclude(alike="").exclude(pk__in=one.values("pk")).order_by("sort_key", "id")[:MOST_ALIKE]


def _mergeable(body: Body, rows: Sequence[Body]) -> list[Body]:
    if body.merged_into_id is not None:
        return []
    return [row for row in rows if not (row.bin and body.bin) and _same_region(row, body)]


def _same_region(one: Body, other: Body) -> bool:
    return not one.kato or not other.kato or one.kato[:2] == other.kato[:2]


def by_bin(number: str) -> Body | None:
    """The record of that BIN that stands."""
    found = Body.objects.select_related("merged_into").filter(bin=number).first()
    return (found.merged_into or found) if found else None


def body_actions(card: Card, actor: Actor, on: date) -> list[Action]:
    """A ruling for each power on the body; parting is possible where something is merged."""
    stands = card.body.merged_into_id is None
    possible = {MERGE: stands, PART: bool(card.merged), ENTER: stands}
    subjects = {MERGE: BODY, PART: BODY, ENTER: entering(actor, on)}
    return [
        Action(
            power,
            ruling := authority.offered(actor, power, subject, on),
            possible[power],
            None if ruling.allowed else authority.question(actor, power, subject, on),
        )
        for power, subject in subjects.items()
    ]


@implements("O.8.d5")
def read_official(actor: Actor, on: date, pk: Any) -> Official:
    """The card of an official: officers only, of the office that entered it and those above; the reading is
    journalled. Raises NotFound outside the scope, NotPermitted.
    """
    row = read_one(Official, _OFFICIAL, scope_of(actor, on), pk)
    authority.admit(actor, READ, official_subject(row, actor, on), on=on)
    record_reads(office_id=row.office_id, subjects=[("supervised_person", row.pk)], by=actor.journal(), on=on)
    return row


def officials_of(bodies: QuerySet[Any], office_id: UUID) -> list[Official]:
    """Officials of the bodies, whose keys are given, that the office has entered: for a choice in a form."""
    family = Body.objects.filter(Q(pk__in=bodies) | Q(merged_into__in=bodies) | Q(merged__in=bodies)).values(
        "id"
    )
    return list(Official.objects.filter(office=office_id, body__in=family).order_by("-id")[:100])
