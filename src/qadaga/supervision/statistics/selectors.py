"""Reading checks of records: the viewer's scope first; every look at a card is journalled."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from qadaga import authority
from qadaga.acts.letters.selectors import letter_file, letters_part
from qadaga.acts.models import Act
from qadaga.authority.actor import Actor
from qadaga.authority.one import read_one
from qadaga.authority.scope import scope_of
from qadaga.common.errors import NotFound
from qadaga.documents.models import StoredFile
from qadaga.journal.reads import record_reads
from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.matters.gather import Gathered, Part, gather
from qadaga.matters.models import Matter, Term, TermEvent
from qadaga.matters.of_direction import AT_WORK, matters_at_work
from qadaga.matters.selectors.actions import Action, judged
from qadaga.matters.subject import asked, marks, remember
from qadaga.matters.subject import barred as bars
from qadaga.staff.models import Appointment
from qadaga.staff.selectors import people_of
from qadaga.supervision.statistics.choices import DIRECTION
from qadaga.supervision.statistics.models import CorrectionDemand, Discrepancy, RecordsAct, RecordsCheck
from qadaga.supervision.statistics.subject import ASK, CHECK, DEMAND, READ, RECORDS, check_subject

POWERS = (CHECK, ASK, DEMAND)
_RELATED = (
    *("office__parent", "body", "matter", "officer__person", "officer__office", "proof"),
    *("demand__signer__person", "demand__signer__office", "demand__pdf"),
)
_OF_TERM = "t.subject_kind = 'records' AND t.subject_id = %(id)s"
_ACTS = "t.id IN (SELECT r.act_id FROM records_recordsact r WHERE r.check_of_id = %(id)s)"
_PARTS = (
    Part("discrepancies", Discrepancy, "t.check_of_id = %(id)s", ("corrected_by_id",)),
    Part("acts", Act, _ACTS),
    letters_part("letters", "= %(id)s"),
    Part("terms", Term, _OF_TERM),
    Part(
        "term_events",
        TermEvent,
        f"t.term_id IN (SELECT t.id FROM matters_term t WHERE {_OF_TERM})",  # noqa: S608 - constants of ours
    ),
)


@implements("O.8.d5", "L.3.8")
def read_check(actor: Actor, on: date, pk: Any) -> RecordsCheck:
    """The check with its body, matter and demand. NotFound outside the scope and for whom its matter
    complains of; the reading is journalled.
    """
    facts, values = marks("t0.matter_id"), asked(actor, on)
    check = read_one(RecordsCheck, _RELATED, scope_of(actor, on), pk, facts=facts, values=values)
    if check.matter is not None:
        remember(check.matter, check, actor, on)
        if "complained_of" in bars(check.matter, actor.person_id, on):
            raise NotFound
    authority.admit(actor, READ, check_subject(check, actor, on), on=on)
    record_reads(office_id=check.office_id, subjects=[("records", check.pk)], by=actor.journal(), on=on)
    return check


def figures_file(check: RecordsCheck, which: str) -> StoredFile:
    """The letter that asked for figures (`pdf`) or the proof that it was delivered; NotFound."""
    found = letter_file(check.id) if which == "pdf" else check.proof
    if found is None:
        raise NotFound
    return found


def check_parts(check: RecordsCheck) -> Gathered:
    """Its discrepancies, acts and terms. One query."""
    return gather(_PARTS, check.id)


def demand_of(check: RecordsCheck) -> CorrectionDemand | None:
    """The demand to correct, read with the check."""
    return getattr(check, "demand", None)


def check_actions(check: RecordsCheck, actor: Actor, on: date) -> list[Action]:
    """A ruling for each power on the check, in the order of the work."""
    return judged(RECORDS, POWERS, check_subject(check, actor, on), actor, on)


def open_discrepancies(check: RecordsCheck) -> list[Discrepancy]:
    """What is not corrected yet, in the order it was found."""
    return list(check.discrepancies.filter(corrected_on__isnull=True).order_by("id")[:500])


def unpassed(check: RecordsCheck) -> list[Discrepancy]:
    """What is no violation of a matter yet, in the order it was found."""
    return list(check.discrepancies.filter(violation__isnull=True).order_by("id")[:500])


def matters_for(office_id: UUID, reader: Actor) -> list[Matter]:
    """Matters of the direction that the office works on; none that complains of the reader."""
    return matters_at_work(office_id, DIRECTION, reader)


def acts_for(check: RecordsCheck) -> list[Act]:
    """Acts of the check's matter that are linked to no check yet."""
    if check.matter_id is None:
        return []
    linked = RecordsAct.objects.values("act")
    return list(Act.objects.filter(matter=check.matter_id).exclude(id__in=linked).order_by("-id")[:50])


def may_begin(actor: Actor) -> bool:
    """Whether the actor works on an open matter of the direction, and so may begin a check in it."""
    rows = Matter.objects.filter(assignee=actor.appointment_id, direction=DIRECTION, status__in=AT_WORK)
    return rows.exists()


def officers(office_id: UUID, on: date) -> Sequence[Appointment]:
    """Whom a check may be given to."""
    return [held for held in people_of(office_id, on) if held.officer]


def spheres() -> list[tuple[str, Any]]:
    """The spheres of specialised offices, by id with their titles."""
    return [(sphere.id, sphere.title) for sphere in catalogue.load().spheres.values()]
