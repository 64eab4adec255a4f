"""A writ leaves a private bailiff for a state one: one resolution, then its two receipts (L.3.5)."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from uuid import UUID

from django.db import transaction

from qadaga.acts.choices import Language
from qadaga.authority.actor import Actor
from qadaga.authority.signing import signer_of
from qadaga.common.errors import AlreadyDone, Conflict
from qadaga.common.i18n import N_
from qadaga.documents.services import store
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.dates import choice, within
from qadaga.matters.services.base import text
from qadaga.matters.step import Step, signature
from qadaga.supervision.enforcement import paper
from qadaga.supervision.enforcement.choices import BailiffKind
from qadaga.supervision.enforcement.models import Transfer, Writ
from qadaga.supervision.enforcement.services import base
from qadaga.supervision.enforcement.subject import WITHDRAW

GROUND = "law_names_it"


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What the resolution says: to whom the writ goes, which law names the case, and why."""

    to_bailiff_id: UUID
    norm: str
    reasons: str
    language: str = Language.RU


@dataclass(frozen=True, slots=True)
class Receipts:
    """The two receipts: of the private bailiff who gave the writ up, of the state one who took it on."""

    taken_no: str
    taken_on: date
    given_no: str
    given_on: date
    told_how: str


@implements("L.3.5")
def withdraw(*, writ_id: UUID, version: int, withdrawn: Withdrawn, by: Actor, on: date) -> Writ:
    """Withdraw the writ from its private bailiff and hand it over to a state one, by one signed resolution.

    Raises NotPermitted (a state bailiff has it, no leader of the own office), InvalidInput (the receiver is
    no state bailiff), Conflict (done already).
    """
    with transaction.atomic():
        signer = signer_of(by)
        step = base.writ(writ_id, WITHDRAW, version, by=by, on=on, ground=GROUND)
        row = step.row
        if row.status != "with_private":
            raise AlreadyDone()
        receiver = base.working(
            withdrawn.to_bailiff_id,
            "to_bailiff",
            office_id=row.office_id,
            region_id=row.region_id,
            kind=BailiffKind.STATE,
        )
        made = Transfer(writ=row, from_bailiff=row.bailiff, to_bailiff=receiver, ground=GROUND, signer=signer)
        made.language = choice("language", withdrawn.language, Language.values)
        made.norm = text("norm", withdrawn.norm, 500, multiline=False)
        made.reasons = text("reasons", withdrawn.reasons, 8000)
        _freeze(step, made)
        step.save()
        step.journal(number=made.number, sha256=made.sha256, to_bailiff=receiver.id)
        return row


@implements("L.3.5")
@transaction.atomic
def record_receipts(*, writ_id: UUID, version: int, receipts: Receipts, by: Actor, on: date) -> Writ:
    """Record both receipts at once: from now on the writ is with the state bailiff, and never goes back.

    Raises Conflict without a resolution, AlreadyDone, InvalidInput on the receipt that cannot be.
    """
    step = base.writ(writ_id, WITHDRAW, version, by=by, on=on, ground=GROUND)
    row = step.row
    made = Transfer.objects.filter(writ=row).select_related("to_bailiff").first()
    if made is None:
        raise Conflict("no_resolution", N_("No resolution has been issued yet. Issue it first."))
    made.taken_no = text("taken_no", receipts.taken_no, 60, multiline=False)
    made.taken_on = within("taken_on", receipts.taken_on, earliest=made.signed_on, latest=on)
    made.given_no = text("given_no", receipts.given_no, 60, multiline=False)
    made.given_on = within("given_on", receipts.given_on, earliest=made.taken_on, latest=on)
    made.told_how = text("told_how", receipts.told_how, 200, multiline=False)
    made.recorded_by_id = by.appointment_id
    made.save(update_fields=["taken_no", "taken_on", "given_no", "given_on", "told_how", "recorded_by"])
    receiver = made.to_bailiff
    step.save(bailiff=receiver, bailiff_kind=receiver.kind, handed_on=made.given_on)
    step.journal(transfer=made.id, taken_on=made.taken_on, given_on=made.given_on)
    return row


def _freeze(step: Step[Writ], made: Transfer) -> None:
    row, on, office = step.row, step.on, step.row.office
    number, number_text = change.number(office, on, "resolution")
    made.office, made.number_text, made.signed_on = office, number_text, on
    printed = BytesIO(paper.pdf(row, made))
    stored = store(printed, f"resolution-{on.year}-{number}.pdf", by=step.by)
    columns = signature(step, made.signer, number, number_text, stored)
    for name, value in columns.items():
        setattr(made, name, value)
    made.norms = sorted({citation.clause for citation in step.ruling.citations})
    made.save(force_insert=True)
