"""The card of a matter: the matter itself in one query, everything that hangs on it in another."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from qadaga.authority.actor import Actor
from qadaga.authority.one import read_one
from qadaga.authority.scope import Scope, scope_of
from qadaga.common.errors import NotFound
from qadaga.common.money import Money
from qadaga.journal.reads import record_reads
from qadaga.law.coverage import implements
from qadaga.matters.choices import Finding
from qadaga.matters.gather import Gathered, Part, gather
from qadaga.matters.models import (
    Attachment,
    CalledUp,
    ComplainedOf,
    ConflictDeclaration,
    Liability,
    Matter,
    MatterMove,
    MatterResult,
    OfficeTold,
    ProtectedPerson,
    Recovery,
    Term,
    TermEvent,
    Violation,
)
from qadaga.matters.reading import require_reading
from qadaga.matters.subject import asked, barred, marks, remember

_OWN = "t.matter_id = %(id)s"
_TERMS = "t.term_id IN (SELECT id FROM matters_term WHERE matter_id = %(id)s)"

MATTER_PARTS: tuple[Part, ...] = (
    Part("violations", Violation, _OWN, ("found_by_id", "removed_by_id")),
    Part("protected", ProtectedPerson, _OWN, ("recorded_by_id",)),
    Part("liabilities", Liability, _OWN, ("raised_by_id", "imposed_recorded_by_id")),
    Part("recoveries", Recovery, _OWN, ("recorded_by_id",)),
    Part("results", MatterResult, _OWN, ("recorded_by_id",)),
    Part("conflicts", ConflictDeclaration, _OWN, ("declared_by_id",)),
    Part("complained_of", ComplainedOf, _OWN),
    Part("called_up", CalledUp, _OWN, ("by_id", "told_by_id")),
    Part("offices_told", OfficeTold, _OWN, ("told_by_id",)),
    Part("moves", MatterMove, _OWN, ("by_id", "assignee_id")),
    Part("terms", Term, _OWN),
    Part("term_events", TermEvent, _TERMS, ("by_id",)),
    Part("attachments", Attachment, "t.subject_kind = 'matter' AND t.subject_id = %(id)s", ("added_by_id",)),
)

_RELATED = (
    *("holder__parent", "office", "region", "body", "numbered_in"),
    *("assignee__person", "opened_by__person", "closed_by__person"),
)


def get_matter(scope: Scope, pk: Any) -> Matter:
    """The matter with its offices, body and people; NotFound outside the scope."""
    return read_one(Matter, _RELATED, scope, pk)


def read_matter(actor: Actor, on: date, pk: Any) -> Matter:
    """The matter for its card: NotFound outside the scope, NotPermitted for whom it complains of."""
    matter = read_one(
        Matter, _RELATED, scope_of(actor, on), pk, facts=marks("t0.id"), values=asked(actor, on)
    )
    remember(matter, matter, actor, on)
    require_reading(matter, actor, on)
    return matter


def matter_parts(matter: Matter, extra: Sequence[Part] = (), **values: object) -> Gathered:
    """Everything that hangs on a matter already found in scope; `extra` are parts of upper layers, `values`
    what they ask about. One query.
    """
    return gather((*MATTER_PARTS, *extra), matter.id, **values)


@implements("L.1.9")
def told_to(actor: Actor, on: date, pk: Any) -> OfficeTold:
    """What another office told the actor's own of a matter that it holds (L.1.9); NotFound for anybody else.

    Only an officer learns of it, and what is told is put down as read.
    """
    who = actor.who(on)
    rows = OfficeTold.objects.filter(office__in=actor.offices, told_on__isnull=False)
    found = rows.select_related("matter__holder", "matter__body", "office").filter(pk=pk).first()
    if who is None or not who.officer or found is None:
        raise NotFound
    if barred(found.matter, actor.person_id, on) & {"complained_of"}:
        raise NotFound
    record_reads(
        office_id=found.matter.office_id, subjects=[("matter", found.matter_id)], by=actor.journal(), on=on
    )
    return found


@dataclass(frozen=True, slots=True)
class Figures:
    """The four results in figures (L.1.3, O.6.2): violations, people, liability; money beside them."""

    found: int
    removed: int
    causes_removed: int
    consequences_remedied: int
    protected: int
    told: int
    hurt: int
    raised: Mapping[str, int]
    imposed: Mapping[str, int]
    recovered: Money


def figures(parts: Gathered) -> Figures:
    """The results counted from the rows of the card."""
    violations, protected, liabilities = parts["violations"], parts["protected"], parts["liabilities"]
    return Figures(
        found=len(violations),
        removed=sum(row.removed_on is not None for row in violations),
        causes_removed=sum(row.causes == Finding.REMOVED for row in violations),
        consequences_remedied=sum(row.consequences == Finding.REMOVED for row in violations),
        protected=sum(row.count for row in protected if row.restored_on),
        hurt=sum(row.count for row in protected if not row.restored_on),
        told=sum(row.count for row in protected if row.told_on),
        raised=Counter(row.kind for row in liabilities),
        imposed=Counter(row.kind for row in liabilities if row.imposed_on),
        recovered=Money(sum(row.tiyn for row in parts["recoveries"])),
    )
