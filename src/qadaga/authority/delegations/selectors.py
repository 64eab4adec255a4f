"""Which powers were passed to an office, and whether one holds for somebody on a day."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q

from qadaga.authority import passing
from qadaga.authority.actor import Actor
from qadaga.authority.delegations.models import Delegation
from qadaga.law import jurisdiction


@passing.register
def passed(actor: Actor, power: str, on: date) -> bool:
    """Whether an office above passed the power to the actor's office. One query."""
    who = actor.who(on)
    if who is None:
        return False
    rows = Delegation.objects.filter(
        Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on),
        given_to=actor.office_id,
        power=power,
        starts_on__lte=on,
        ends_on__gt=on,
    ).select_related("given_by")
    found = [
        jurisdiction.Delegation(row.power, row.given_by.code, who.office, row.starts_on, row.last)
        for row in rows
    ]
    return jurisdiction.delegated(found, power, who, on)


def of_office(office_id: UUID, limit: int = 100) -> list[Delegation]:
    """What was ever passed to the office, the newest first; at most `limit`. One query."""
    rows = Delegation.objects.filter(given_to=office_id).select_related("given_by", "given_to")
    return list(rows.order_by("-starts_on", "-id")[:limit])
