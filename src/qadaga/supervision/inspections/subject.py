"""What the law kernel is told about an inspection: its matter's office, its own status and marks."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.prolonging import agreed
from qadaga.matters.subject import of_office, path_of, subject_of
from qadaga.supervision.inspections.models import Inspection, Prolongation, Specialist, TakenDocument
from qadaga.supervision.inspections.overlaps import Overlap, overlapping


def inspection_subject(
    inspection: Inspection,
    actor: Actor,
    on: date,
    extra: Iterable[str] = (),
    *,
    officers: Iterable[UUID] | None = None,
) -> Subject:
    """The inspection as the law sees it on the day.

    "mine" also marks the officers who inspect: they carry it out. `officers` are their
    appointments where a card has read them.
    """
    named = officers_of(inspection) if officers is None else officers
    mine = {"mine"} if actor.appointment_id in named else set()
    subject = subject_of(
        inspection.matter,
        actor,
        on,
        kind="inspection",
        status=inspection.status,
        extra=mine.union(extra),
    )
    return subject if inspection.carrier is None else of_office(subject, inspection.carrier, actor, on)


def officers_of(inspection: Inspection) -> frozenset[UUID]:
    """Appointments of the officers who inspect; read with the inspection, or once for it."""
    held = inspection.__dict__.setdefault("_officers", None)
    if held is None:
        rows = inspection.officers.filter(relieved_on=None)
        held = frozenset(rows.values_list("appointment_id", flat=True))
        inspection.__dict__["_officers"] = held
    return frozenset(held)


def opening_marks(inspection: Inspection, actor: Actor, on: date, found: Iterable[Overlap]) -> set[str]:
    """What the law asks before an inspection begins: told beforehand or not, begun elsewhere or not.

    An office beside or above that has begun holds the field; one below does not bar a higher office (L.1.2).
    """
    marks = {"notice_skipped"} if inspection.no_notice else set()
    holder = inspection.acting_office
    others = [row for row in found if row.office_id != holder.id]
    if any(holder.code not in path_of(row.office, actor, on) for row in others):
        marks.add("held_elsewhere")
    return marks


def overlaps_of(inspection: Inspection, actor: Actor) -> list[Overlap]:
    """Inspections under way of the same body, anywhere in the country, over the same days."""
    return overlapping(inspection.body_id, inspection.starts_on, reader=actor.person_id, but=inspection.id)


def documents_mark(documents: Iterable[TakenDocument]) -> set[str]:
    """`documents_kept` while something is neither returned nor kept for a stated reason (O.8.d5)."""
    here = any(row.returned_at is None and row.kept_on is None for row in documents)
    return {"documents_kept"} if here else set()


def conclusions_mark(specialists: Iterable[Specialist]) -> set[str]:
    """`conclusion_missing` while a specialist has neither concluded nor been let off by the head."""
    return {"conclusion_missing"} if any(row.awaited for row in specialists) else set()


def consent_mark(inspection: Inspection, asked: Iterable[Prolongation]) -> set[str]:
    """`higher_consent_missing` without an agreed prolongation; the first-level office has nobody above."""
    if inspection.acting_office.parent_id is None or agreed(asked) is not None:
        return set()
    return {"higher_consent_missing"}
