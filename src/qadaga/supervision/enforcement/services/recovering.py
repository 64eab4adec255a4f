"""Money of a writ recovered as a result of a prosecutor's act, counted in the act's matter (L.1.3)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Sum

from qadaga.acts.models import Act
from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.money import Money
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.matters import services as matters
from qadaga.matters.choices import RecoveredFor
from qadaga.matters.dates import within
from qadaga.matters.of_direction import matter_at_work
from qadaga.supervision.enforcement.choices import DIRECTION, CheckGround
from qadaga.supervision.enforcement.models import Recovered, Writ
from qadaga.supervision.enforcement.services import base
from qadaga.supervision.enforcement.subject import CHECK

FOR = {"person": RecoveredFor.PEOPLE, "entity": RecoveredFor.ENTITIES, "state": RecoveredFor.STATE}


@dataclass(frozen=True, slots=True)
class Sums:
    """How much, when, and the act it came of."""

    sum: Money
    recovered_on: date
    act_id: UUID


@implements("L.3.5", "L.1.3")
@transaction.atomic
def record_recovered(*, writ_id: UUID, sums: Sums, by: Actor, on: date) -> Recovered:
    """Count a sum in the matter of the signed act that brought it, for whoever the claimant is.

    Raises InvalidInput: no money is demanded, more than the writ's sum, before the act was signed, an act of
    a matter that is not of this direction and office.
    """
    step = base.writ(writ_id, CHECK, None, by=by, on=on, ground=CheckGround.OWN)
    row, act = step.row, _act(sums.act_id)
    _within_writ(row, sums.sum)
    matter = matter_at_work(act.matter_id, office_id=row.office_id, direction=DIRECTION, by=by)
    assert act.signed_on is not None  # `_act` looks for signed ones
    within("recovered_on", sums.recovered_on, earliest=act.signed_on, latest=on)
    recovered = matters.Recovered(
        sum=sums.sum,
        recovered_for=FOR[row.claimant_kind],
        recovered_on=sums.recovered_on,
        basis=f"{row.case_number}, {act.number_text}"[:300],
    )
    with journal.gathered():
        counted = matters.record_recovery(
            matter_id=matter.id, version=matter.version, recovered=recovered, by=by, on=on
        )
        made = Recovered.objects.create(writ=row, act=act, recovery=counted)
        step.journal(recovery=counted.id, act=act.id)
    return made


def _act(act_id: UUID) -> Act:
    act = Act.objects.filter(id=act_id, signed_on__isnull=False).first()
    if act is None:
        raise InvalidInput.of("act", "unknown", N_("Choose a signed act of a matter of this direction."))
    return act


def _within_writ(row: Writ, money: Money) -> None:
    if row.tiyn is None:
        raise InvalidInput.of("sum", "no_money", N_("This writ demands no money."))
    before = Recovered.objects.filter(writ=row).aggregate(all=Sum("recovery__tiyn"))["all"] or 0
    if before + money.tiyn > row.tiyn:
        raise InvalidInput.of(
            "sum",
            "too_much",
            N_("With this more than the writ demands would be recovered: %(left)s is left."),
            left=Money(row.tiyn - before),
        )
