"""The signature that orders an inspection, the notice to the inspected, the period and its prolongation."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.authority.signing import signer_of
from qadaga.common.errors import AlreadyDone, Conflict
from qadaga.common.i18n import N_
from qadaga.documents.services import store
from qadaga.law.coverage import implements
from qadaga.matters import change, terms
from qadaga.matters.choices import ServingWay
from qadaga.matters.dates import choice, within
from qadaga.matters.models import Body
from qadaga.matters.services.base import text
from qadaga.matters.step import Step, signature
from qadaga.matters.terms import Owner
from qadaga.matters.transitions import MATTER
from qadaga.staff.models import Appointment
from qadaga.supervision.inspections import content, searching
from qadaga.supervision.inspections.models import Inspection
from qadaga.supervision.inspections.overlaps import TERM, Overlap
from qadaga.supervision.inspections.services.base import begin, lock, rule
from qadaga.supervision.inspections.services.naming import refuse_unmanned
from qadaga.supervision.inspections.services.telling import begin_telling
from qadaga.supervision.inspections.subject import opening_marks, overlaps_of


@implements("O.8.4", "O.15", "O.14.2", "L.1.9")
def sign(*, inspection_id: UUID, version: int, by: Actor, on: date) -> Inspection:
    """Sign the resolution: number, PDF/A and fingerprint are frozen, the term of law begins.

    Whoever signs first about a body is seen by whoever signs next: the body is held to the end. Raises
    NotPermitted (403) for anybody but the head or the head's replacement, and where an office beside has
    begun; Conflict (409) where the own office inspects the body on the same ground, or on another one
    without a word why.
    """
    with transaction.atomic():
        signer = signer_of(by)
        inspection = lock(inspection_id, by=by, on=on)
        if inspection.signed_on is not None:
            raise AlreadyDone()
        change.expect(inspection, version)
        MATTER.move(inspection.matter.status, "inspection.draft")
        Body.objects.select_for_update(no_key=True).get(pk=inspection.body_id)
        found = overlaps_of(inspection, by)
        marks = opening_marks(inspection, by, on, found)
        step = rule(inspection, "inspection.open", by=by, on=on, ground=inspection.ground, extra=marks)
        _refuse_doubled(inspection, found)
        _refuse_past(inspection, on)
        refuse_unmanned(inspection)
        _freeze(step, signer)
        return inspection


@dataclass(frozen=True, slots=True)
class Notice:
    """How the inspected was told: the way, the day, who took it, the proof."""

    way: str
    told_on: date
    recipient: str
    proof: str


@implements("O.8.4")
def notify(*, inspection_id: UUID, version: int, notice: Notice, by: Actor, on: date) -> Inspection:
    """Record that the inspected was told. Raises Conflict where that was recorded already."""
    choice("way", notice.way, ServingWay.values)
    recipient = text("recipient", notice.recipient, 300, multiline=False)
    proof = text("proof", notice.proof, 200, multiline=False)
    with transaction.atomic():
        step = begin(inspection_id, "inspection.notify", version=version, by=by, on=on)
        if step.row.notified_on is not None:
            raise AlreadyDone()
        within("told_on", notice.told_on, earliest=step.row.signed_on, latest=on)
        step.save(
            notified_on=notice.told_on,
            notified_way=notice.way,
            notified_to=recipient,
            notice_proof=proof,
            notified_by_id=by.appointment_id,
        )
        step.journal(way=notice.way)
        return step.row


def _refuse_doubled(inspection: Inspection, found: list[Overlap]) -> None:
    own = [row for row in found if row.office_id == inspection.office_id]
    if any(row.ground == inspection.ground for row in own):
        raise Conflict(
            "same_inspection",
            N_("This office is inspecting the body on this ground already (%(number)s): finish that first."),
            number=own[0].number or "…",
        )
    if own and not inspection.overlap:
        raise Conflict(
            "overlapping",
            N_(
                "This office is inspecting the body on another ground (%(number)s): "
                "say in the draft why both."
            ),
            number=own[0].number or "…",
        )


def _refuse_past(inspection: Inspection, on: date) -> None:
    if inspection.starts_on < on:
        raise Conflict("starts_past", N_("The first day has passed: change it in the draft."))


def _freeze(step: Step[Inspection], signer: Appointment) -> None:
    inspection, on = step.row, step.on
    owner = Owner("inspection", inspection.id, inspection.office_id, inspection.region_id, inspection.matter)
    term = terms.start(owner=owner, rule=TERM, on=inspection.starts_on, by=step.by)
    inspection.due_on = term.due_on
    number, number_text = change.number(inspection.acting_office, on, "inspection")
    signed = content.Signed(signer, on, number_text)
    stored = store(
        BytesIO(content.resolution(inspection, signed)), f"inspection-{on.year}-{number}.pdf", by=step.by
    )
    notice = None
    if not inspection.no_notice:
        name = f"notice-{on.year}-{number}.pdf"
        notice = store(BytesIO(content.notice(inspection, signed)), name, by=step.by)
    step.save(
        **signature(step, signer, number, number_text, stored),
        due_on=term.due_on,
        notice_pdf=notice,
    )
    searching.put(inspection)
    begin_telling(inspection, on)
    step.journal(sha256=stored.sha256, number=number, ground=inspection.ground)
