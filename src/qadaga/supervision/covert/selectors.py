"""Reading the index: only the narrow circle, and every reading is journalled (O.8.d5)."""

from datetime import date
from typing import Any

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.authority.one import read_one
from qadaga.authority.scope import scope_of
from qadaga.journal.reads import record_reads
from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.matters.gather import Gathered, Part, gather
from qadaga.matters.models import Term, TermEvent
from qadaga.matters.selectors.actions import Action, judged
from qadaga.supervision.covert.choices import STOPPABLE
from qadaga.supervision.covert.models import CovertCheck
from qadaga.supervision.covert.subject import CHECKS, INDEX, READ, STOP, check_subject, power_of

_RELATED = ("office__parent", "entered_by__person", "entered_by__office")
_OF_TERM = "t.subject_kind = 'operative_case' AND t.subject_id = %(id)s"
_PARTS = (
    Part("terms", Term, _OF_TERM),
    Part(
        "term_events",
        TermEvent,
        f"t.term_id IN (SELECT t.id FROM matters_term t WHERE {_OF_TERM})",  # noqa: S608 - constants of ours
    ),
)


@implements("L.3.3", "O.8.d5")
def read_check(actor: Actor, on: date, pk: Any) -> CovertCheck:
    """The check with its office; NotFound outside the scope, NotPermitted outside the circle.

    The reading is journalled.
    """
    row = read_one(CovertCheck, _RELATED, scope_of(actor, on), pk)
    authority.admit(actor, READ, check_subject(row, actor, on), on=on)
    record_reads(office_id=row.office_id, subjects=[(CHECKS.kind, row.pk)], by=actor.journal(), on=on)
    return row


def check_terms(check: CovertCheck) -> Gathered:
    """Its terms with their events. One query."""
    return gather(_PARTS, check.id)


def check_actions(check: CovertCheck, actor: Actor, on: date) -> list[Action]:
    """A ruling for each power on the check."""
    powers = (power_of(check.kind), *([STOP] if check.kind in STOPPABLE else []))
    return judged(INDEX, powers, check_subject(check, actor, on), actor, on)


def spheres() -> list[tuple[str, Any]]:
    """The spheres of specialised offices, by id with their titles."""
    return [(sphere.id, sphere.title) for sphere in catalogue.load().spheres.values()]
