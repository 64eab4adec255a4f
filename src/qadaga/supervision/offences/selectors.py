"""Reading cases: the viewer's scope first, officers only; every look at a case is journalled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from qadaga import authority
from qadaga.acts.models import Act
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.authority.one import read_one
from qadaga.authority.scope import scope_of
from qadaga.common.errors import NotFound
from qadaga.database.together import together
from qadaga.documents.models import StoredFile
from qadaga.journal.reads import record_reads
from qadaga.law import catalogue
from qadaga.law.calendar import Calendar
from qadaga.law.coverage import implements
from qadaga.matters.models import Matter, Term, TermEvent
from qadaga.matters.selectors.actions import Action, judged
from qadaga.matters.subject import asked, marks, remember
from qadaga.matters.subject import barred as bars
from qadaga.supervision.offences.models import (
    CaseReminder,
    FileCall,
    OffenceAct,
    OffenceCase,
    ProceedingsResolution,
)
from qadaga.supervision.offences.services.files import AT_WORK
from qadaga.supervision.offences.subject import CASE, CHECK, CLOSE, FILE, OPEN, PROLONG, READ, case_subject
from qadaga.workdays import selectors as workdays
from qadaga.workdays.models import State

_RELATED = ("office__parent", "body", "matter", "checked_by__person", "checked_by__office")
POWERS = (FILE, CHECK, OPEN, CLOSE, PROLONG)


@dataclass(frozen=True, slots=True)
class CaseParts:
    """What hangs on the card of a case: its letter, resolutions, acts brought on it, terms."""

    letter: FileCall | None
    resolutions: Sequence[ProceedingsResolution]
    acts: Sequence[OffenceAct]
    reminders: Sequence[CaseReminder]
    terms: Sequence[Term]
    term_events: Sequence[TermEvent]
    calendar: Calendar


@implements("O.8.d5")
def read_case(actor: Actor, on: date, pk: Any) -> OffenceCase:
    """The case with its office, body and matter; NotFound outside the scope and for whom its matter complains
    of. Whoever is no officer does not read it (NotPermitted); a reading is journalled.
    """
    facts, values = marks("t0.matter_id"), asked(actor, on)
    case = read_one(OffenceCase, _RELATED, scope_of(actor, on), pk, facts=facts, values=values)
    if case.matter is not None:
        remember(case.matter, case, actor, on)
        if "complained_of" in bars(case.matter, actor.person_id, on):
            raise NotFound
    authority.admit(actor, READ, case_subject(case, actor, on), on=on)
    record_reads(office_id=case.office_id, subjects=[("admin_case", case.pk)], by=actor.journal(), on=on)
    return case


def case_parts(case: OffenceCase) -> CaseParts:
    """Everything that hangs on the card. One query."""
    running = Term.objects.filter(subject_kind="admin_case", subject_id=case.id)
    found = together(
        letter=FileCall.objects.filter(case=case).select_related("signer__person", "signer__office"),
        terms=running.order_by("id"),
        term_events=TermEvent.objects.filter(term__in=running).order_by("term", "no"),
        calendar=State.objects.all(),
        resolutions=case.resolutions.select_related("signer__person", "signer__office").order_by("id"),
        acts=case.acts.select_related("act").order_by("id"),
        reminders=case.reminders.select_related("by__person", "by__office").order_by("-on"),
    )
    token = found["calendar"][0].token if found["calendar"] else None
    return CaseParts(
        found["letter"][0] if found["letter"] else None,
        found["resolutions"],
        found["acts"],
        found["reminders"],
        found["terms"],
        found["term_events"],
        workdays.by_token(token),
    )


def letter_file(case: OffenceCase, name: str) -> StoredFile:
    """A file of the letter: its paper ("pdf"), or the proof of its delivery ("proof"); NotFound otherwise."""
    made = FileCall.objects.select_related(name).filter(case=case).first()
    file: StoredFile | None = getattr(made, name, None)
    if file is None:
        raise NotFound
    return file


def case_actions(case: OffenceCase, actor: Actor, on: date) -> list[Action]:
    """A ruling for each power on the case, in the order of the work."""
    return judged(CASE, POWERS, case_subject(case, actor, on), actor, on)


def matters_for(office_id: UUID, reader: Actor) -> list[Matter]:
    """Matters of the direction that the office works on, the newest first; none that bars the reader."""
    rows = Matter.objects.filter(holder=office_id, direction="admin_offences", status__in=AT_WORK)
    return list(barred.without(rows, reader.person_id, "matter").order_by("-opened_on", "-id")[:50])


def acts_for(case: OffenceCase) -> list[Act]:
    """Acts of the case's matter that are linked to no case yet."""
    if case.matter_id is None:
        return []
    linked = OffenceAct.objects.values("act")
    return list(Act.objects.filter(matter=case.matter_id).exclude(id__in=linked).order_by("-id")[:50])


def spheres() -> list[tuple[str, Any]]:
    """The spheres of specialised offices, by id with their titles."""
    return [(sphere.id, sphere.title) for sphere in catalogue.load().spheres.values()]


def matters_of(actor: Actor) -> bool:
    """Whether the actor works on an open matter of the direction, and so may call for a file in it."""
    rows = Matter.objects.filter(assignee=actor.appointment_id, direction="admin_offences")
    return rows.filter(status__in=AT_WORK).exists()
