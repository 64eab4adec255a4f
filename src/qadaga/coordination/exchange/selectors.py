"""Reading exchanges: the viewer's scope first."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from qadaga import authority
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.authority.scope import get_or_404, scope_of
from qadaga.coordination.exchange.choices import EXCHANGE, KEEP, ExchangeStatus
from qadaga.coordination.exchange.models import Exchange
from qadaga.coordination.exchange.reading import KIND
from qadaga.coordination.exchange.services import replying
from qadaga.coordination.exchange.subject import TABLE, exchange_subject
from qadaga.law.model import Ruling
from qadaga.matters.selectors.actions import Action, judged
from qadaga.offices.selectors import office_by_id


def read_exchange(actor: Actor, on: date, pk: Any) -> Exchange:
    """The exchange with its body and people.

    NotFound outside the scope, and for whom its matter complains of.
    """
    people = [f"{one}__{part}" for one in ("recorded_by", "replied_by") for part in ("person", "office")]
    rows = Exchange.objects.select_related("office__parent", "body", "matter", *people)
    return get_or_404(barred.without(rows, actor.person_id, KIND), scope_of(actor, on), pk)


def new_exchange(actor: Actor) -> Exchange:
    """One of the actor's office, not entered yet: what the law is asked about."""
    return Exchange(office=office_by_id(actor.office_id), status=ExchangeStatus.AWAITED, version=0)


def may_enter(actor: Actor, on: date) -> Ruling:
    """Whether the actor may enter anything: what came in, or what is sent."""
    subject = exchange_subject(new_exchange(actor), actor, on)
    kept = authority.may(actor, KEEP, subject, on=on)
    return kept if kept.allowed else authority.may(actor, EXCHANGE, subject, on=on)


def exchange_actions(row: Exchange, actor: Actor, on: date) -> Sequence[Action]:
    """The ruling on the reply."""
    return judged(TABLE, (replying(row),), exchange_subject(row, actor, on), actor, on)
