"""Somebody is called to explain, while the appeal is considered; what they said (O.8.7)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.acts import summons
from qadaga.acts.letters.choices import APPEAL_SUMMONS
from qadaga.acts.summons import Called, Ended
from qadaga.appeals.kinds import OPEN
from qadaga.appeals.models import Appeal
from qadaga.appeals.services.base import begin
from qadaga.appeals.summonses.models import AppealSummons
from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements

SUMMON, RECORD = "explanation.summon", "explanation.record"
CONSIDERED = "appeal_considered"


@implements("O.8.7")
def summon(*, appeal_id: UUID, called: Called, by: Actor, on: date) -> AppealSummons:
    """Summon somebody for explanations by a letter; refused with the clause unless the appeal is considered.

    Raises InvalidInput (an hour that has passed), Conflict (no matter considers it yet), NotPermitted.
    """
    words = summons.words(called)
    with transaction.atomic():
        step = begin(
            appeal_id, SUMMON, version=None, by=by, on=on, ground=CONSIDERED, marks=summons.marks(words)
        )
        _refuse_unconsidered(step.row)
        row = AppealSummons.objects.create(
            appeal=step.row,
            called_at=summons.hour(called),
            issued_on=on,
            issued_by_id=by.appointment_id,
            **words,
        )
        step.save()
        within = summons.Within(APPEAL_SUMMONS, step.row.office, step.row.number)
        summons.send(row, within, called.language, step)
        step.journal(summons=row.id)
        return row


@implements("O.8.7")
def record_explanation(
    *, appeal_id: UUID, summons_id: UUID, ended: Ended, by: Actor, on: date
) -> AppealSummons:
    """Record how the summons ended: the explanation in the person's words, a refusal, or an absence."""
    ended = summons.check(ended, on)
    with transaction.atomic():
        step = begin(appeal_id, RECORD, version=None, by=by, on=on)
        row = AppealSummons.objects.filter(appeal=step.row, id=summons_id).first()
        summons.close(row, ended, by, on)
        assert row is not None  # an unknown one was refused
        step.save()
        step.journal(summons=row.id, appearance=row.appearance)
        return row


def _refuse_unconsidered(appeal: Appeal) -> None:
    if appeal.matter_id is None or appeal.status not in OPEN:
        raise Conflict(
            "not_considered",
            N_("The appeal is not under consideration: open a matter for it first (O.8.7)."),
        )
