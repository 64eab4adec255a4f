"""Reading people whose rights were hurt (L.1.3): officers of the line only, every look is journalled."""

from __future__ import annotations

from datetime import date
from typing import Any

from qadaga import authority
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.authority.one import read_one
from qadaga.authority.scope import scope_of
from qadaga.journal.reads import record_reads
from qadaga.law.coverage import implements
from qadaga.matters.gather import Gathered, Part, gather
from qadaga.matters.models import ProtectedPerson, Term, TermEvent
from qadaga.matters.protected import KIND, READ, RESTORE, TABLE, TELL, protected_subject
from qadaga.matters.selectors.actions import Action, judged
from qadaga.matters.subject import asked, marks, remember

_RELATED = (
    *("matter__holder__parent", "matter__office", "office", "hurt_by", "violation"),
    *("recorded_by__person", "recorded_by__office"),
)
_PARTS = (
    Part("terms", Term, "t.subject_id = %(id)s"),
    Part("term_events", TermEvent, "t.term_id IN (SELECT id FROM matters_term WHERE subject_id = %(id)s)"),
)

# What waits in My day: for the officer of the matter, and for whoever leads its office.
_WAITS = (
    "(SELECT '{sort}', p.id, m.number_text, m.title, p.due_on FROM matters_protectedperson p"
    " JOIN matters_matter m ON m.id = p.matter_id"
    " WHERE p.status = '{status}' AND {whose} AND p.id NOT IN ({kept}) ORDER BY p.due_on, p.id LIMIT 7)"
)
_WHOSE = (
    "m.assignee_id = %(me)s",
    "%(leads)s AND p.office_id = ANY(%(own)s::uuid[]) AND m.assignee_id IS DISTINCT FROM %(me)s",
)
WAITING = " UNION ALL ".join(
    _WAITS.format(sort=sort, status=status, whose=whose, kept=barred.ids_sql(KIND))
    for sort, status in (("protected_tell", "restored"), ("protected_hurt", "hurt"))
    for whose in _WHOSE
)


@implements("L.1.3", "O.8.d5")
def read_protected(actor: Actor, on: date, pk: Any) -> ProtectedPerson:
    """The people with their matter; NotFound outside the scope, NotPermitted for whom the matter complains of
    and for whoever is no officer. The reading is journalled.
    """
    facts, values = marks("t0.matter_id"), asked(actor, on)
    row = read_one(ProtectedPerson, _RELATED, scope_of(actor, on), pk, facts=facts, values=values)
    remember(row.matter, row, actor, on)
    authority.admit(actor, READ, protected_subject(row, actor, on), on=on)
    record_reads(office_id=row.office_id, subjects=[(KIND, row.pk)], by=actor.journal(), on=on)
    return row


def protected_parts(row: ProtectedPerson) -> Gathered:
    """The term in which they are told, with why that day. One query."""
    return gather(_PARTS, row.id)


def protected_actions(row: ProtectedPerson, actor: Actor, on: date) -> list[Action]:
    """A ruling for each power on the people, in the order of the work."""
    return judged(TABLE, (RESTORE, TELL), protected_subject(row, actor, on), actor, on)
