"""The signature: the head, or whoever replaces the head, freezes the act (O.15)."""

from datetime import date
from io import BytesIO
from uuid import UUID

from django.db import transaction

from qadaga.acts import content, searching
from qadaga.acts.choices import ActStatus
from qadaga.acts.models import Act
from qadaga.acts.services.base import lock, rule
from qadaga.acts.services.drafting import latest
from qadaga.authority.actor import Actor
from qadaga.authority.signing import deputy_has_to_agree, signer_of
from qadaga.common.errors import AlreadyDone, Conflict
from qadaga.common.i18n import N_
from qadaga.documents.services import store
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.services.answering import answered
from qadaga.matters.step import Step, signature
from qadaga.staff.models import Appointment


@implements("O.15", "O.12", "O.14.2", "O.4")
def sign(*, act_id: UUID, version: int, by: Actor, on: date) -> Act:
    """Sign the act: its number is taken, its PDF/A frozen and hashed, the ruling kept with its facts and
    norms.

    Raises AlreadyDone (409) where it is signed already, whoever clicked first; NotPermitted (403) with the
    clause for anybody but the head or the head's replacement on the day; Conflict where a deputy has still
    to agree it.
    """
    with transaction.atomic():
        signer = signer_of(by)
        act = lock(act_id, by=by, on=on)
        if act.signed_on is not None:
            raise AlreadyDone()
        change.expect(act, version)
        step = rule(act, "act.sign", by=by, on=on)
        _refuse_unagreed(act, on)
        content.refuse_incomplete(act, latest(act))
        _freeze(step, signer)
        return act


def _refuse_unagreed(act: Act, on: date) -> None:
    if act.status != ActStatus.AGREEMENT:
        return
    if deputy_has_to_agree(act.acting_office.id, act.author.person_id, on):
        raise Conflict("not_agreed", N_("The deputy has still to agree the draft, or to send it back."))


def _freeze(step: Step[Act], signer: Appointment) -> None:
    act, on, office = step.row, step.on, step.row.acting_office
    number, number_text = change.number(office, on, "act")
    pdf = content.pdf(act, latest(act), signer=signer, on=on, number=number_text)
    stored = store(BytesIO(pdf), f"{act.kind}-{on.year}-{number}.pdf", by=step.by)
    step.save(
        office=office,
        region_id=office.region_id,
        **signature(step, signer, number, number_text, stored),
        norms=sorted({citation.clause for citation in step.ruling.citations}),
    )
    answered(act.violations.all())
    searching.put(act, latest(act))
    step.journal(sha256=stored.sha256, number=number, version_no=latest(act).no)
