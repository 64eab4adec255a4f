"""Complaints on what the investigator did or left undone, decided within their term (L.3.2, O.8.1)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.database.inserting import insert
from qadaga.law.coverage import implements
from qadaga.matters import terms
from qadaga.matters.dates import choice, within
from qadaga.matters.services.base import text
from qadaga.organisation.refusals import refused_by
from qadaga.supervision.pretrial.choices import ComplaintStatus, DecisionKind
from qadaga.supervision.pretrial.models import Complaint
from qadaga.supervision.pretrial.services import base
from qadaga.supervision.pretrial.subject import DECIDE, KEEP

TERM = "pretrial_complaint"
TAKEN = {
    "pretrial_complaint_appeal_id_key": FieldError(
        "appeal", "taken", N_("This appeal is a complaint in a case already. Open that case.")
    )
}


@dataclass(frozen=True, slots=True)
class Complained:
    """Who complains, about which decision or action, in what words, received when.

    `appeal` is the id and the number of the appeal as which it was registered; the caller has found it.
    """

    about: str
    complainant: str
    what: str
    received_on: date
    appeal: tuple[UUID, str] | None = None


@implements("L.3.2", "O.8.d1")
@transaction.atomic
def take(*, case_id: UUID, version: int, complained: Complained, by: Actor, on: date) -> Complaint:
    """Register a complaint in the case: its term runs from the day it was received.

    Raises InvalidInput on `appeal` where that appeal is a complaint of a case already.
    """
    case = base.lock(case_id, version, by=by, on=on)
    step = base.begin(case, KEEP, by=by, on=on)
    row = Complaint(case=case, office_id=case.office_id, region_id=case.region_id)
    row.status = ComplaintStatus.RECEIVED
    row.about = choice("about", complained.about, DecisionKind.values)
    row.complainant = text("complainant", complained.complainant, 300, multiline=False)
    row.what = text("what", complained.what)
    day = within("received_on", complained.received_on, earliest=case.registered_on, latest=on)
    row.received_on = day
    row.appeal_id, row.appeal_number = complained.appeal or (None, None)
    made = base.owner(case, "complaint", row.id)
    term, event = terms.new_term(owner=made, rule=TERM, on=day, by=by)
    row.due_on = term.due_on
    with refused_by(TAKEN):
        row.save(force_insert=True)
    insert([term, event])
    step.save(to=case.status)
    step.journal(complaint=row.id, due_on=row.due_on, appeal=row.appeal_id)
    return row


@implements("L.3.2", "O.8.1")
@transaction.atomic
def decide(
    *,
    case_id: UUID,
    version: int,
    complaint_id: UUID,
    decision: str,
    told_how: str,
    said: base.Reasoned,
    by: Actor,
    on: date,
) -> Complaint:
    """Uphold the complaint wholly or in part, or refuse it, by a reasoned resolution. Raises AlreadyDone."""
    case = base.lock(case_id, version, by=by, on=on)
    step = base.begin(case, DECIDE, by=by, on=on, ground="code_names_it")
    row = base.row_of(case, Complaint, complaint_id, "complaint")
    if row.status != ComplaintStatus.RECEIVED:
        raise AlreadyDone()
    to = ComplaintStatus(choice("decision", decision, ComplaintStatus.values))
    if to == ComplaintStatus.RECEIVED:
        raise InvalidInput.of("decision", "undecided", N_("Say how the complaint is decided."))
    told = text("told_how", told_how, 200, multiline=False)
    columns = base.sign(step, said, "resolution", str(to.label))
    base.write(row, status=to, told_how=told, due_on=None, **columns)
    terms.finish_open(kind="complaint", subject_id=row.id, on=on, by=by)
    step.save(to=case.status)
    step.journal(complaint=row.id, decision=to, number=row.number, sha256=row.sha256)
    return row
