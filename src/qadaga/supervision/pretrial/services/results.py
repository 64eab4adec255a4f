"""What supervision of a case brought: violations and protected people of a matter (L.1.3)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters import services as matters
from qadaga.matters.choices import MatterStatus, ProtectedKind, ProtectedSource, RightHurt
from qadaga.matters.models import Matter, ProtectedPerson, Violation
from qadaga.supervision.pretrial.choices import UNDONE, ComplaintStatus
from qadaga.supervision.pretrial.models import Cancellation, Case, Complaint, Entry, Instruction, Party
from qadaga.supervision.pretrial.services import base
from qadaga.supervision.pretrial.subject import KEEP

AT_WORK = (MatterStatus.ASSIGNED, MatterStatus.IN_WORK)
UPHELD = (ComplaintStatus.GRANTED, ComplaintStatus.PARTLY)


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored to somebody of the case, when, and how they were told."""

    restored: str
    restored_on: date
    told_how: str


@transaction.atomic
def link_matter(*, case_id: UUID, version: int, matter_id: UUID, by: Actor, on: date) -> Case:
    """Count the results of the case in an open matter of the direction that the same office holds."""
    case = base.lock(case_id, version, by=by, on=on)
    step = base.begin(case, KEEP, by=by, on=on)
    rows = barred.without(Matter.objects.filter(status__in=AT_WORK), by.person_id, "matter")
    matter = rows.filter(id=matter_id, holder=case.office_id, direction="pretrial").first()
    if matter is None:
        raise InvalidInput.of(
            "matter", "not_of_direction", N_("Choose a matter of this direction that an officer works on.")
        )
    step.save(to=case.status, matter=matter)
    step.journal(matter=matter.id)
    return case


@implements("L.1.3", "O.6.2")
@transaction.atomic
def count_violation(*, case_id: UUID, version: int, row_id: UUID, by: Actor, on: date) -> Violation:
    """Record what a study, an upheld complaint, a cancellation or an instruction not carried out showed as a
    violation of the matter; of a cancellation that nothing followed that as well, after the decision itself.
    """
    case = base.lock(case_id, version, by=by, on=on)
    step = base.begin(case, KEEP, by=by, on=on)
    row, what, column = _found(case, row_id)
    if getattr(row, f"{column}_id") is not None:
        raise AlreadyDone()
    matter = _matter(case)
    violated = matters.Violated(
        norm=row.norm or "",
        what=what[:4000],
        violator_kind="body",
        violator_body=case.body,
        rights_of="person",
        committed_on=None,
    )
    made = matters.record_violation(
        matter_id=matter.id, version=matter.version, violated=violated, by=by, on=on
    )
    base.write(row, **{column: made})
    step.save(to=case.status)
    step.journal(violation=made.id)
    return made


@implements("L.1.3")
@transaction.atomic
def count_protected(
    *, case_id: UUID, version: int, party_id: UUID, restored: Restored, by: Actor, on: date
) -> ProtectedPerson:
    """Count somebody of the case among those the matter protected. Raises AlreadyDone."""
    case = base.lock(case_id, version, by=by, on=on)
    step = base.begin(case, KEEP, by=by, on=on)
    party = base.row_of(case, Party, party_id, "party")
    if party.protected_id is not None:
        raise AlreadyDone()
    matter = _matter(case)
    protected = matters.Protected(
        kind=ProtectedKind.MINOR if party.minor else ProtectedKind.ADULT,
        name=party.name,
        iin=party.iin or "",
        restored=restored.restored,
        restored_on=restored.restored_on,
        told_on=on,
        told_how=restored.told_how,
        right=RightHurt.TRIAL,
        hurt_by=case.body,
        source=ProtectedSource.PRETRIAL,
    )
    made = matters.record_protected(
        matter_id=matter.id, version=matter.version, protected=protected, by=by, on=on
    )
    base.write(party, protected=made)
    step.save(to=case.status)
    step.journal(protected=made.id)
    return made


def _matter(case: Case) -> Matter:
    if case.matter is None:
        raise Conflict("no_matter", N_("Choose first the matter in which the results of the case count."))
    return case.matter


Counted = Entry | Complaint | Cancellation | Instruction


def _found(case: Case, row_id: UUID) -> tuple[Counted, str, str]:
    """What found the violation, what it was, and the column that keeps it."""
    entry = Entry.objects.filter(case=case, id=row_id).first()
    if entry is not None:
        return entry, entry.outcome, "violation"
    failed = Instruction.objects.filter(case=case, id=row_id, status__in=UNDONE).first()
    if failed is not None:
        return failed, failed.undone or failed.report or "", "violation"
    cancelled = Cancellation.objects.filter(case=case, id=row_id).first()
    if cancelled is not None and cancelled.violation_id is not None and cancelled.status in UNDONE:
        # The decision is counted already; that nothing followed its cancellation is another violation.
        return cancelled, cancelled.undone or cancelled.report or "", "unfollowed"
    found = cancelled or Complaint.objects.filter(case=case, id=row_id, status__in=UPHELD).first()
    if found is None:
        raise InvalidInput.of("row", "not_of_case", N_("Choose one of this case."))
    return found, found.reasons or "", "violation"
