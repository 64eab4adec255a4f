"""Corrections: demanded by the head's representation, served, awaited in a term, made with proof (L.3.8)."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from uuid import UUID

from django.db import transaction

from qadaga.acts.choices import Language
from qadaga.authority.actor import Actor
from qadaga.authority.signing import signer_of
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.documents.services import store
from qadaga.law.coverage import implements
from qadaga.matters import change, terms
from qadaga.matters.choices import ServingWay
from qadaga.matters.dates import choice, within
from qadaga.matters.services.base import text
from qadaga.matters.step import signature
from qadaga.supervision.statistics import paper
from qadaga.supervision.statistics.choices import CheckStatus, Outcome
from qadaga.supervision.statistics.models import CorrectionDemand, RecordsCheck
from qadaga.supervision.statistics.services import base
from qadaga.supervision.statistics.subject import CHECKS, DEMAND

FALSE = "record_false"


@dataclass(frozen=True, slots=True)
class Demanded:
    """To which official the demand goes, by which norm, why, in the language of the paper."""

    official: str
    norm: str
    reasons: str
    language: str = Language.RU


@dataclass(frozen=True, slots=True)
class Served:
    """When and how the demand reached its addressee, by which proof; when legal statistics were told."""

    served_on: date
    way: str
    proof_ref: str
    told_on: date


@implements("L.3.8", "O.8.d3")
@transaction.atomic
def demand_correction(
    *, check_id: UUID, version: int, demanded: Demanded, by: Actor, on: date
) -> RecordsCheck:
    """Demand by a representation that the records be corrected; its number and paper are made now.

    Raises NotPermitted (not the head), Conflict (nothing found, demanded already), InvalidInput.
    """
    signer = signer_of(by)
    step = base.asked(check_id, version, by=by, on=on, power=DEMAND, ground=FALSE)
    row = step.row
    CHECKS.table.move(row.status, DEMAND)
    made = CorrectionDemand(
        check_of=row,
        office=row.office,
        official=text("official", demanded.official, 300, multiline=False),
        norm=text("norm", demanded.norm, 500, multiline=False),
        reasons=text("reasons", demanded.reasons, 8000),
        language=choice("language", demanded.language, Language.values),
        signer=signer,
        signed_on=on,
    )
    made.number, made.number_text = change.number(row.office, on, "records_demand")
    found = list(row.discrepancies.order_by("id"))
    pdf = store(BytesIO(paper.pdf(row, made, found)), f"records-{on.year}-{made.number}.pdf", by=by)
    for name, value in signature(step, signer, made.number, made.number_text, pdf).items():
        setattr(made, name, value)
    made.norms = sorted({citation.clause for citation in step.ruling.citations})
    made.save(force_insert=True)
    step.save()
    step.journal(demand=made.number, sha256=made.sha256)
    return row


@implements("L.3.8")
@transaction.atomic
def serve(*, check_id: UUID, version: int, served: Served, by: Actor, on: date) -> RecordsCheck:
    """Record that the demand reached the official and legal statistics were told: its term runs from service.

    Raises AlreadyDone, Conflict (nothing demanded), InvalidInput.
    """
    step = base.asked(check_id, version, by=by, on=on)
    made = _demand(step.row)
    if made.served_on is not None:
        raise AlreadyDone()
    made.served_on = within("served_on", served.served_on, earliest=made.signed_on, latest=on)
    made.told_on = within("told_on", served.told_on, earliest=made.signed_on, latest=on)
    made.served_way = choice("way", served.way, ServingWay.values)
    made.proof_ref = text("proof_ref", served.proof_ref, 200, multiline=False)
    made.served_by_id = by.appointment_id
    made.save(update_fields=["served_on", "told_on", "served_way", "proof_ref", "served_by"])
    term = terms.start(owner=base.owner(step.row), rule="representation_consider", on=made.served_on, by=by)
    step.save(to=CheckStatus.DEMANDED, due_on=term.due_on)
    step.journal(served=made.served_on)
    return step.row


@implements("L.3.8", "L.1.3")
@transaction.atomic
def correct(
    *,
    check_id: UUID,
    version: int,
    discrepancy_id: UUID,
    corrected_on: date,
    proof: str,
    by: Actor,
    on: date,
) -> RecordsCheck:
    """Record that a discrepancy was corrected, when and by which proof; the last one closes the check."""
    step = base.asked(check_id, version, by=by, on=on)
    made = _demand(step.row)
    if made.served_on is None:
        raise Conflict("not_served", N_("Record first that the demand was served."))
    row = step.row.discrepancies.select_for_update().filter(id=discrepancy_id).first()
    if row is None:
        raise InvalidInput.of("discrepancy", "unknown", N_("Choose a discrepancy of this check."))
    if row.corrected_on is not None:
        raise AlreadyDone()
    row.corrected_on = within("corrected_on", corrected_on, earliest=made.signed_on, latest=on)
    row.proof = text("proof", proof, 300, multiline=False)
    row.corrected_by_id = by.appointment_id
    row.save(update_fields=["corrected_on", "proof", "corrected_by"])
    if step.row.discrepancies.filter(corrected_on__isnull=True).exists():
        step.save(to=CheckStatus.DEMANDED)
    else:
        terms.finish_open(kind=CHECKS.kind, subject_id=step.row.id, on=row.corrected_on, by=by)
        step.save(to=CheckStatus.CLOSED, outcome=Outcome.CORRECTED, closed_on=on, due_on=None)
    step.journal(discrepancy=row.id, corrected_on=row.corrected_on)
    return step.row


def _demand(row: RecordsCheck) -> CorrectionDemand:
    made = CorrectionDemand.objects.select_for_update().filter(check_of=row).first()
    if made is None or row.status != CheckStatus.DEMANDED:
        raise Conflict("not_demanded", N_("Demand the correction first, while the check is open."))
    return made
