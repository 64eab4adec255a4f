"""What follows the signature: service, reply, assessment, removal of the violation."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.acts.choices import Assessment
from qadaga.acts.models import Act, ActReply, ActService, Removal
from qadaga.acts.services.base import begin
from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.documents.models import StoredFile
from qadaga.law.catalogue import load
from qadaga.law.coverage import implements
from qadaga.matters import terms
from qadaga.matters.choices import Finding, ServingWay
from qadaga.matters.dates import choice, within
from qadaga.matters.models import Violation
from qadaga.matters.services.base import text
from qadaga.matters.step import Step


@dataclass(frozen=True, slots=True)
class Served:
    """How an act reached its addressee: the way, the day, who took it, the proof (a file or a receipt's
    reference).
    """

    way: str
    served_on: date
    recipient: str
    proof: StoredFile | None = None
    proof_ref: str = ""


@implements("O.8.d3")
def serve(*, act_id: UUID, version: int, served: Served, by: Actor, on: date, days: int | None = None) -> Act:
    """Record service. The term of consideration of this kind of act starts with the day of service.

    `days` sets the length where the law leaves it to the act. Raises InvalidInput for a day before signing.
    """
    choice("way", served.way, ServingWay.values)
    recipient = text("recipient", served.recipient, 300, multiline=False)
    proof_ref = text("proof_ref", served.proof_ref, 200, multiline=False, required=False)
    if served.proof is None and not proof_ref:
        raise InvalidInput.of("proof", "required", N_("Attach the proof of service or give its reference."))
    with transaction.atomic():
        step = begin(act_id, "act.serve", version=version, by=by, on=on)
        within("served_on", served.served_on, earliest=step.row.signed_on, latest=on)
        ActService.objects.create(
            act=step.row,
            way=served.way,
            served_on=served.served_on,
            recipient=recipient,
            proof=served.proof,
            proof_ref=proof_ref,
            by_id=by.appointment_id,
        )
        due_on = _start_term(step, served.served_on, days)
        step.save(served_on=served.served_on, due_on=due_on)
        step.journal(served=served.served_on, way=served.way, due=due_on)
        return step.row


@dataclass(frozen=True, slots=True)
class Replied:
    """A reply: when it came, its number, what it says, its file."""

    replied_on: date
    summary: str
    number: str = ""
    file: StoredFile | None = None


def record_reply(*, act_id: UUID, version: int, replied: Replied, by: Actor, on: date) -> ActReply:
    """Record the reply; the term of consideration ends with it. Raises InvalidInput for a day before
    service.
    """
    summary = text("summary", replied.summary, 8000)
    number = text("number", replied.number, 60, multiline=False, required=False)
    with transaction.atomic():
        step = begin(act_id, "act.record_reply", version=version, by=by, on=on)
        within("replied_on", replied.replied_on, earliest=step.row.served_on, latest=on)
        reply = ActReply.objects.create(
            act=step.row,
            replied_on=replied.replied_on,
            number=number,
            summary=summary,
            file=replied.file,
            by_id=by.appointment_id,
        )
        terms.finish_open(kind="act", subject_id=act_id, on=replied.replied_on, by=by)
        step.save(replied_on=replied.replied_on, due_on=None)
        step.journal(reply=reply.id, replied=replied.replied_on)
        return reply


@implements("O.6.2")
def assess_reply(*, act_id: UUID, version: int, assessment: str, note: str, by: Actor, on: date) -> Act:
    """Say what the reply amounts to: satisfied, in part, or refused; anything but the first says why."""
    choice("assessment", assessment, Assessment.values)
    note = text("note", note, 8000, required=assessment != Assessment.SATISFIED)
    with transaction.atomic():
        step = begin(act_id, "act.assess_reply", version=version, by=by, on=on, to=assessment)
        reply = step.row.replies.order_by("-id")[0]
        reply.assessment, reply.assessed_on, reply.note = assessment, on, note
        reply.assessed_by_id = by.appointment_id
        reply.save(update_fields=["assessment", "assessed_on", "assessed_by", "note"])
        step.save(note)
        step.journal(reply=reply.id, assessment=assessment)
        return step.row


@dataclass(frozen=True, slots=True)
class Removed:
    """The removal of the violations: when, what was done, the proof, whether causes and consequences went
    too.
    """

    removed_on: date
    what: str
    proof: StoredFile
    causes_removed: bool
    consequences_remedied: bool


@implements("O.6.2", "L.1.3")
def confirm_removal(*, act_id: UUID, version: int, removed: Removed, by: Actor, on: date) -> Act:
    """Confirm with proof that the violations of the act are removed (L.1.3, O.6.2); they are marked so."""
    what = text("what", removed.what, 8000)
    with transaction.atomic():
        step = begin(act_id, "act.confirm_removal", version=version, by=by, on=on)
        violations = list(step.row.violations.all())
        earliest = max(day for day in (step.row.served_on, *(v.found_on for v in violations)) if day)
        within("removed_on", removed.removed_on, earliest=earliest, latest=on)
        Removal.objects.create(
            act=step.row,
            removed_on=removed.removed_on,
            what=what,
            proof=removed.proof,
            causes_removed=removed.causes_removed,
            consequences_remedied=removed.consequences_remedied,
            by_id=by.appointment_id,
        )
        for violation in violations:
            _mark_removed(violation, removed, by)
        terms.finish_open(kind="act", subject_id=act_id, on=removed.removed_on, by=by)
        step.save(removed_on=removed.removed_on, due_on=None)
        step.journal(removed=removed.removed_on, violations=[violation.id for violation in violations])
        return step.row


def _mark_removed(violation: Violation, removed: Removed, by: Actor) -> None:
    if violation.removed_on is None:
        violation.removed_on, violation.removed_by_id = removed.removed_on, by.appointment_id
    if removed.causes_removed and violation.causes == Finding.FOUND:
        violation.causes = Finding.REMOVED
    if removed.consequences_remedied and violation.consequences == Finding.FOUND:
        violation.consequences = Finding.REMOVED
    violation.save(update_fields=["removed_on", "removed_by", "causes", "consequences"])


def _start_term(step: Step[Act], served_on: date, days: int | None) -> date | None:
    act = step.row
    rule = load().act_kinds[act.kind].term
    if rule is None:
        return None
    owner = terms.Owner("act", act.id, act.office_id, act.region_id, step.row.matter)
    return terms.start(owner=owner, rule=rule, on=served_on, by=step.by, days=days).due_on
