"""The card of an inspection: its parts in one query, what may be done with it."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from qadaga.acts.above.noting import asked_of, with_note
from qadaga.acts.letters.selectors import letter_file, letters_part
from qadaga.acts.selectors.card import ABOVE_POWERS, above_parts
from qadaga.authority.actor import Actor
from qadaga.common.errors import NotFound
from qadaga.documents.models import StoredFile
from qadaga.documents.selectors import files_by_id
from qadaga.journal.reads import record_reads
from qadaga.law.coverage import implements
from qadaga.law.model import Subject
from qadaga.matters.gather import Gathered, Part, gather
from qadaga.matters.models import Term, TermEvent
from qadaga.matters.selectors.actions import Action, judged
from qadaga.matters.subject import barred
from qadaga.offices.models import Office
from qadaga.organisation.limits.selectors import EDITIONS
from qadaga.supervision.inspections.choices import InspectionStatus
from qadaga.supervision.inspections.models import (
    Complaint,
    Inspection,
    InspectionMove,
    InspectionOfficer,
    InspectionTold,
    OtherOfficers,
    Pause,
    Prolongation,
    Specialist,
    Summons,
    TakenDocument,
    Visit,
)
from qadaga.supervision.inspections.overlaps import Overlap
from qadaga.supervision.inspections.reading import SECRET
from qadaga.supervision.inspections.subject import (
    conclusions_mark,
    consent_mark,
    documents_mark,
    inspection_subject,
    opening_marks,
    overlaps_of,
)
from qadaga.supervision.inspections.transitions import INSPECTION

POWERS = (
    "inspection.draft",
    "inspection.open",
    "inspection.withdraw",
    "inspection.notify",
    "inspection.visit",
    "inspection.take_documents",
    "inspection.return_documents",
    "inspection.keep_document",
    "explanation.summon",
    "explanation.record",
    "expertise.order",
    "inspection.involve_specialist",
    "inspection.record_conclusion",
    "inspection.waive_conclusion",
    "inspection.involve_officers",
    "inspection.ask_prolong",
    "inspection.consent",
    "inspection.prolong",
    "inspection.suspend",
    "inspection.resume",
    "inspection.findings",
    "inspection.finish",
    "inspection.record_complaint",
    "inspection.mark_secrecy",
    "inspection.name_officers",
    "matter.tell_office",
    *ABOVE_POWERS,
)
_TOLD_OFFICES = "SELECT office_id FROM inspections_inspectiontold WHERE inspection_id = %(id)s"
_OWN = "t.inspection_id = %(id)s"
_TERM = "t.subject_kind = 'inspection' AND t.subject_id = %(id)s"
PARTS: tuple[Part, ...] = (
    Part("officers", InspectionOfficer, _OWN, ("appointment_id",)),
    Part("prolongations", Prolongation, _OWN, ("asked_by_id", "decided_by_id", "applied_by_id")),
    Part("pauses", Pause, _OWN, ("by_id", "resumed_by_id")),
    Part("documents", TakenDocument, _OWN, ("taken_by_id", "returned_by_id", "kept_by_id")),
    Part("specialists", Specialist, _OWN, ("engaged_by_id", "waived_by_id")),
    Part("other_officers", OtherOfficers, _OWN, ("by_id",)),
    Part("visits", Visit, _OWN, ("by_id",)),
    EDITIONS,
    Part("summonses", Summons, _OWN, ("issued_by_id", "recorded_by_id")),
    letters_part("letters", "IN (SELECT s.id FROM inspections_summons s WHERE s.inspection_id = %(id)s)"),
    Part("complaints", Complaint, _OWN, ("by_id",)),
    Part("offices_told", InspectionTold, _OWN, ("told_by_id",)),
    Part("hands", Office, f"t.id IN ({_TOLD_OFFICES})"),
    Part("moves", InspectionMove, _OWN, ("by_id",)),
    Part("terms", Term, _TERM),
    Part(
        "term_events",
        TermEvent,
        f"t.term_id IN (SELECT t.id FROM matters_term t WHERE {_TERM})",  # noqa: S608 - constants of ours
        ("by_id",),
    ),
    *above_parts("inspection"),
)
OF_MATTER: tuple[Part, ...] = (
    Part("inspections", Inspection, f"t.matter_id = %(id)s AND t.id NOT IN ({SECRET})"),
)
"""A part of the card of a matter, for `matter_parts` with the `reader`."""


def inspection_parts(inspection: Inspection) -> Gathered:
    """Everything that hangs on an inspection already found. One query."""
    return gather(PARTS, inspection.id)


def inspection_actions(
    inspection: Inspection, actor: Actor, on: date, parts: Gathered, found: Iterable[Overlap]
) -> list[Action]:
    """A ruling for each power on an inspection, in the order of the work."""
    marks = documents_mark(parts["documents"]) | conclusions_mark(parts["specialists"])
    marks |= consent_mark(inspection, parts["prolongations"])
    if inspection.status == InspectionStatus.DRAFT:
        marks |= opening_marks(inspection, actor, on, found)
    officers = {row.appointment_id for row in parts["officers"] if row.relieved_on is None}
    subject = inspection_subject(inspection, actor, on, marks, officers=officers)
    actions = judged(INSPECTION, POWERS, subject, actor, on)
    return with_note(actions, INSPECTION, inspection, subject, actor=actor, on=on)


def step_subject(inspection: Inspection, power: str, actor: Actor, on: date) -> Subject:
    """What the law is asked about before the page of one step."""
    marks: set[str] = set()
    if power == "inspection.finish":
        marks = documents_mark(inspection.documents.all()) | conclusions_mark(inspection.specialists.all())
    elif power == "inspection.prolong":
        marks = consent_mark(inspection, inspection.prolongations.all())
    elif power == "inspection.open":
        marks = opening_marks(inspection, actor, on, overlaps_of(inspection, actor))
    subject = inspection_subject(inspection, actor, on, marks)
    return asked_of(inspection, power, subject, actor, on)


@implements("L.1.9")
def told_to(actor: Actor, on: date, pk: Any) -> InspectionTold:
    """What another office told the actor's own of its inspection; NotFound for anybody else.

    Only an officer learns of it, and what is told is put down as read.
    """
    who = actor.who(on)
    rows = InspectionTold.objects.filter(office__in=actor.offices, told_on__isnull=False)
    related = ("inspection__matter__holder", "inspection__body", "inspection__office", "office")
    found = rows.select_related(*related, "inspection__carrier").filter(pk=pk).first()
    if who is None or not who.officer or found is None:
        raise NotFound
    inspection = found.inspection
    if barred(inspection.matter, actor.person_id, on) & {"complained_of"}:
        raise NotFound
    subjects = [("inspection", inspection.id)]
    record_reads(office_id=inspection.office_id, subjects=subjects, by=actor.journal(), on=on)
    return found


def seen_overlaps(inspection: Inspection, actor: Actor) -> list[Overlap]:
    """What overlaps a draft; nothing is asked once it is signed."""
    return overlaps_of(inspection, actor) if inspection.status == InspectionStatus.DRAFT else []


def pause_notice(inspection: Inspection, file_id: UUID) -> StoredFile:
    """A notice that the inspection stood still or went on; NotFound where none here is that file."""
    known = {one for row in inspection.pauses.all() for one in (row.notice_id, row.resumed_notice_id)}
    files = files_by_id([file_id]) if file_id in known else {}
    if file_id not in files:
        raise NotFound
    return files[file_id]


def summons_letter(inspection: Inspection, row_id: UUID) -> StoredFile:
    """The letter of a summons of the inspection; NotFound where none here has it."""
    found = letter_file(row_id) if inspection.summonses.filter(id=row_id).exists() else None
    if found is None:
        raise NotFound
    return found


def conclusion(inspection: Inspection, file_id: UUID) -> StoredFile:
    """The file of a specialist's conclusion; NotFound where none here has it."""
    known = set(inspection.specialists.values_list("conclusion_id", flat=True))
    files = files_by_id([file_id]) if file_id in known else {}
    if file_id not in files:
        raise NotFound
    return files[file_id]
