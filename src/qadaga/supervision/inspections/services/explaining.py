"""Summons for explanations, inside an inspection that is under way, and the explanations given (O.8.7)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.acts import summons
from qadaga.acts.letters.choices import SUMMONS
from qadaga.acts.summons import Called, Ended
from qadaga.authority.actor import Actor
from qadaga.law.coverage import implements
from qadaga.supervision.inspections.models import Summons
from qadaga.supervision.inspections.services.base import begin
from qadaga.supervision.inspections.services.documents import UNDER_WAY


@implements("O.8.7")
def summon(*, inspection_id: UUID, called: Called, by: Actor, on: date) -> Summons:
    """Summon somebody for explanations by a letter; refused with the clause unless it is under way."""
    words = summons.words(called)
    with transaction.atomic():
        power = "explanation.summon"
        step = begin(
            inspection_id, power, version=None, by=by, on=on, ground=UNDER_WAY, extra=summons.marks(words)
        )
        row = Summons.objects.create(
            inspection=step.row,
            called_at=summons.hour(called),
            issued_on=on,
            issued_by_id=by.appointment_id,
            **words,
        )
        step.save()
        within = summons.Within(SUMMONS, step.row.acting_office, step.row.number_text or "")
        summons.send(row, within, called.language, step)
        step.journal(summons=row.id)
        return row


@implements("O.8.7")
def record_explanation(
    *, inspection_id: UUID, summons_id: UUID, ended: Ended, by: Actor, on: date
) -> Summons:
    """Record how the summons ended: the explanation in the person's words, a refusal, or an absence."""
    ended = summons.check(ended, on)
    with transaction.atomic():
        step = begin(inspection_id, "explanation.record", version=None, by=by, on=on)
        row = step.row.summonses.filter(id=summons_id).first()
        summons.close(row, ended, by, on)
        assert row is not None  # an unknown one was refused
        step.save()
        step.journal(summons=row.id, appearance=row.appearance)
        return row
