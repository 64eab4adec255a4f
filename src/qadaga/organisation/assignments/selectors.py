"""Reading assignments: the viewer's scope first, officers only; the giver sees what it gave."""

from datetime import date
from typing import Any

from qadaga import authority
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.authority.one import read_one
from qadaga.authority.scope import scope_of
from qadaga.common.errors import NotFound
from qadaga.journal.reads import record_reads
from qadaga.law.coverage import implements
from qadaga.law.model import Ruling, Subject
from qadaga.matters.gather import Gathered, Part, gather
from qadaga.matters.models import Term, TermEvent
from qadaga.matters.selectors.actions import Action, judged
from qadaga.offices.models import Office
from qadaga.offices.selectors import offices_open, with_those_below
from qadaga.organisation.assignments.choices import GIVE, REPLY, TAKE_OFF
from qadaga.organisation.assignments.models import Assignment
from qadaga.organisation.assignments.subject import ASSIGNMENT, KIND, assignment_subject

_RELATED = (
    *("office__parent", "given_by", "by__person", "by__office"),
    *("reported_by__person", "reported_by__office", "taken_off_by__person", "taken_off_by__office"),
)


_TERMS = "t.subject_kind = 'assignment' AND t.subject_id = %(id)s"
_EVENTS = (
    "t.term_id IN (SELECT id FROM matters_term WHERE subject_kind = 'assignment' AND subject_id = %(id)s)"
)
_PARTS = (Part("terms", Term, _TERMS), Part("term_events", TermEvent, _EVENTS, ("by_id",)))


@implements("L.1.2")
def read_assignment(actor: Actor, on: date, pk: Any) -> Assignment:
    """The assignment with its offices and people.

    NotFound outside the scope, and for whom it complains of; NotPermitted for no officer.
    """
    row = read_one(Assignment, _RELATED, scope_of(actor, on), pk)
    if row.about_id is not None and row.pk in barred.ids(actor.person_id, KIND):
        raise NotFound
    authority.admit(actor, "card.read", assignment_subject(row, actor, on), on=on)
    record_reads(office_id=row.office_id, subjects=[(KIND, row.pk)], by=actor.journal(), on=on)
    return row


def actions(row: Assignment, actor: Actor, on: date) -> list[Action]:
    """A ruling for each power on the assignment."""
    return judged(ASSIGNMENT, (REPLY, TAKE_OFF), assignment_subject(row, actor, on), actor, on)


def assignment_parts(row: Assignment) -> Gathered:
    """The terms of control that run or ran on it, with the calendar they are counted by. One query."""
    return gather(_PARTS, row.id)


def below(actor: Actor, on: date) -> list[Office]:
    """The offices to which the actor's own may give one, in the order of their codes."""
    rows = offices_open(on).filter(id__in=with_those_below(actor.office_id, on))
    return list(rows.exclude(id=actor.office_id))


def may_give(actor: Actor, on: date) -> Ruling:
    """Whether the person may give an assignment at all: asked about an office below, whichever."""
    who = actor.who(on)
    path = (*who.path, "~below") if who is not None else ("~below",)
    sphere = min(who.spheres, default=None) if who is not None else None
    return authority.may(actor, GIVE, Subject("office", "~below", path=path, sphere=sphere), on=on)
