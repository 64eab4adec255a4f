"""Who comes to a decision: whoever sees its office, and whoever carries it out from an office below."""

from datetime import date

from django.db.models import Q, QuerySet

from qadaga.authority.actor import Actor
from qadaga.authority.scope import scope_of
from qadaga.coordination.models import Decision


def decisions(rows: "QuerySet[Decision]", actor: Actor, on: date) -> "QuerySet[Decision]":
    """The decisions within the actor's scope, and the signed ones the actor carries out."""
    mine = Q(executor=actor.appointment_id, set_on__isnull=False)
    seen = scope_of(actor, on).visible(Decision.objects.all())
    return rows.filter(Q(id__in=seen.values("id")) | mine)
