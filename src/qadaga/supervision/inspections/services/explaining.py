"""Summons for explanations, inside an inspection that is under way, and the explanations given (O.8.7)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from qadaga.acts.choices import ServingWay
from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters import dates
from qadaga.matters.dates import choice
from qadaga.matters.services.base import text
from qadaga.supervision.inspections.choices import Appearance, Role
from qadaga.supervision.inspections.models import Summons
from qadaga.supervision.inspections.services.base import begin
from qadaga.supervision.inspections.services.documents import UNDER_WAY


@dataclass(frozen=True, slots=True)
class Called:
    """Whom a summons calls, about what, where and when, and how it was handed over."""

    role: str
    name: str
    about: str
    place: str
    called_at: datetime
    way: str


@implements("O.8.7")
def summon(*, inspection_id: UUID, called: Called, by: Actor, on: date) -> Summons:
    """Summon somebody for explanations; refused with the clause unless the inspection is under way."""
    choice("role", called.role, Role.values)
    choice("way", called.way, ServingWay.values)
    words = {
        "name": text("name", called.name, 200, multiline=False),
        "about": text("about", called.about),
        "place": text("place", called.place, 300, multiline=False),
    }
    with transaction.atomic():
        power = "explanation.summon"
        step = begin(inspection_id, power, version=None, by=by, on=on, ground=UNDER_WAY)
        if dates.moment("called_at", called.called_at) <= clock.now():
            raise InvalidInput.of(
                "called_at", "past", N_("Give an hour to come: people need time to appear.")
            )
        row = Summons.objects.create(
            inspection=step.row,
            role=called.role,
            called_at=called.called_at,
            way=called.way,
            issued_on=on,
            issued_by_id=by.appointment_id,
            **words,
        )
        step.save()
        step.journal(summons=row.id)
        return row


@implements("O.8.7")
def record_explanation(
    *,
    inspection_id: UUID,
    summons_id: UUID,
    appearance: str,
    explanation: str,
    signed: bool,
    by: Actor,
    on: date,
) -> Summons:
    """Record how the summons ended: the explanation in the person's words, a refusal, or an absence."""
    choice("appearance", appearance, Appearance.values)
    told = appearance == Appearance.EXPLAINED
    explanation = text("explanation", explanation, 20_000, required=told)
    with transaction.atomic():
        step = begin(inspection_id, "explanation.record", version=None, by=by, on=on)
        row = step.row.summonses.filter(id=summons_id).first()
        if row is None:
            raise InvalidInput.of("summons_id", "unknown", N_("There is no such summons here."))
        if row.recorded_on is not None:
            raise AlreadyDone()
        row.appearance, row.explanation, row.signed = appearance, explanation, signed and told
        row.recorded_on, row.recorded_by_id = on, by.appointment_id
        row.save()
        step.save()
        step.journal(summons=row.id, appearance=appearance)
        return row
