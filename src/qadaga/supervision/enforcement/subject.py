"""What the law kernel is told about a writ and about a bailiff."""

from collections.abc import Iterable
from datetime import date

from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.step import Course
from qadaga.matters.subject import barred, path_of
from qadaga.matters.transitions import Table, staying
from qadaga.supervision.enforcement.choices import DIRECTION, BailiffKind, BailiffStatus, WritStatus
from qadaga.supervision.enforcement.models import Bailiff, Writ

KEEP, ASSIGN = "enforcement.keep", "enforcement.assign"
CHECK, WITHDRAW = "enforcement.check", "enforcement.withdraw_writ"
ASK_LONGER, PROLONG = "enforcement.ask_prolong", "enforcement.prolong"
HELD = (WritStatus.PRIVATE, WritStatus.STATE)

BAILIFF = Table(
    {("working", KEEP): ("working", "ended")},
    words=dict(BailiffStatus.choices),
)
WRIT = Table(
    {
        **{(status, KEEP): (status, "ended") for status in HELD},
        **staying(("with_private", "withdrawn", "with_state"), (ASSIGN,)),
        **staying(tuple(WritStatus.values), (CHECK, ASK_LONGER, PROLONG)),
        ("with_private", WITHDRAW): "withdrawn",
        ("withdrawn", WITHDRAW): "with_state",
    },
    words=dict(WritStatus.choices),
)


def bailiff_subject(bailiff: Bailiff, actor: Actor, on: date) -> Subject:
    """The bailiff as the law sees one: the office and the territory they work in."""
    return Subject(
        kind="bailiff",
        office=bailiff.office.code,
        path=path_of(bailiff.office, actor, on),
        territory=bailiff.kato,
        status=bailiff.status,
        direction=DIRECTION,
    )


def writ_subject(writ: Writ, actor: Actor, on: date, extra: Iterable[str] = ()) -> Subject:
    """The writ as the law sees it, with the `extra` marks of a step.

    Marks: "mine" (it is given to the actor), "state_bailiff" (a state bailiff has it),
    "higher_consent_missing" (an office is above: the own one does not decide on its longer terms), what bars
    the actor from the matter it belongs to.
    """
    marks = set(barred(writ.matter, actor.person_id, on)) if writ.matter else set()
    marks.update(extra)
    if writ.officer_id is not None and writ.officer_id == actor.appointment_id:
        marks.add("mine")
    if writ.bailiff_kind == BailiffKind.STATE:
        marks.add("state_bailiff")
    if writ.office.parent_id is not None:
        marks.add("higher_consent_missing")
    return Subject(
        kind="enforcement_case",
        office=writ.office.code,
        path=path_of(writ.office, actor, on),
        territory=writ.kato,
        sphere=writ.sphere,
        status=writ.status,
        direction=DIRECTION,
        marks=frozenset(marks),
    )


BAILIFFS: Course[Bailiff] = Course("bailiff", BAILIFF, lambda row: row.office_id)
WRITS: Course[Writ] = Course("enforcement_case", WRIT, lambda row: row.office_id)
