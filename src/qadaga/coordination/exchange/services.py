"""Information sent to bodies and received from them, and the replies (O.7.4); no state secrets (O.8.d5)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.coordination.choices import CouncilStatus
from qadaga.coordination.exchange.choices import EXCHANGE, KEEP, ExchangeStatus, Way, What
from qadaga.coordination.exchange.models import Exchange
from qadaga.coordination.exchange.reading import KIND
from qadaga.coordination.exchange.subject import EXCHANGES, exchange_subject
from qadaga.coordination.models import Council
from qadaga.database.refusals import refused_by
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.dates import choice, within
from qadaga.matters.models import Body, Matter
from qadaga.matters.services.base import text
from qadaga.offices.selectors import office_by_id

POWERS = {Way.SENT: EXCHANGE, Way.RECEIVED: KEEP}
TWICE = {
    "exchange_paper_once": FieldError(
        "reference", "twice", N_("This paper of the body is entered already: find it by its number.")
    )
}


@dataclass(frozen=True, slots=True)
class Exchanged:
    """A request or notice: with whom, about what, on which ground; for a request by which last day.

    `reference` is the number of the other side, `council` says that it goes through the office's council,
    `secret` that it holds a state secret: then it is refused.
    """

    way: str
    what: str
    body: Body
    title: str
    ground: str
    text: str
    on: date
    due_on: date | None = None
    reference: str = ""
    council: bool = False
    matter_id: UUID | None = None
    secret: bool = False


@implements("O.7.4", "O.6.3", "O.8.d5")
@transaction.atomic
def enter(*, exchanged: Exchanged, by: Actor, on: date) -> Exchange:
    """Send something to a body, or enter what came from one; it gets its number.

    Raises InvalidInput (a day to come, a request without a last day, the same paper twice), NotPermitted (a
    state secret, no leader for what is sent).
    """
    way = Way(choice("way", exchanged.way, Way.values))
    what = What(choice("what", exchanged.what, What.values))
    office = office_by_id(by.office_id)
    asked = what == What.REQUEST
    row = Exchange(
        office=office,
        region_id=office.region_id,
        way=way,
        what=what,
        status=ExchangeStatus.AWAITED if asked else ExchangeStatus.NOTED,
        body=exchanged.body,
        title=text("title", exchanged.title, 300, multiline=False),
        ground=text("ground", exchanged.ground, 500, multiline=False),
        text=text("text", exchanged.text, 8000),
        reference=text("reference", exchanged.reference, 100, multiline=False, required=False),
        on=within("on", exchanged.on, earliest=None, latest=on),
        due_on=_last_day(exchanged) if asked else None,
        recorded_by_id=by.appointment_id,
        year=on.year,
    )
    subject = exchange_subject(row, by, on, secret=exchanged.secret)
    step = EXCHANGES.ask(row, POWERS[way], subject, by=by, on=on)
    _belongs(row, exchanged, by)
    row.number, row.number_text = change.number(office, on, "exchange")
    with refused_by(TWICE):
        row.save(force_insert=True)
    step.journal(way=way, what=what, number=row.number)
    return row


@implements("O.7.4")
@transaction.atomic
def reply(*, exchange_id: UUID, version: int, replied_on: date, reply: str, by: Actor, on: date) -> Exchange:
    """Record what a body answered, or answer a body's request: then the power is that of sending.

    Raises AlreadyDone, Conflict for a notice, InvalidInput, NotPermitted.
    """
    rows = barred.without(Exchange.objects.select_related("office", "body"), by.person_id, KIND)
    row = change.locked(rows, exchange_id, by=by, on=on)
    if row.status == ExchangeStatus.ANSWERED:
        raise AlreadyDone()
    power = replying(row)
    step = EXCHANGES.rule(row, power, exchange_subject(row, by, on), by=by, on=on)
    change.expect(row, version)
    step.save(
        replied_on=within("replied_on", replied_on, earliest=row.on, latest=on),
        reply=text("reply", reply, 8000),
        replied_by_id=by.appointment_id,
    )
    step.journal(replied_on=replied_on)
    return row


def replying(row: Exchange) -> str:
    """The power by which it is answered: ours to a body is sent, a body's to us is kept."""
    return EXCHANGE if row.way == Way.RECEIVED else KEEP


def _last_day(exchanged: Exchanged) -> date:
    if exchanged.due_on is None or exchanged.due_on < exchanged.on:
        raise InvalidInput.of("due_on", "required", N_("A request has a last day, not before it was sent."))
    return exchanged.due_on


def _belongs(row: Exchange, exchanged: Exchanged, by: Actor) -> None:
    if exchanged.council:
        row.council = Council.objects.filter(office=row.office, status=CouncilStatus.OPEN).first()
        if row.council is None:
            raise InvalidInput.of("council", "none", N_("The office has no coordination council."))
    if exchanged.matter_id is not None:
        own = Matter.objects.filter(id=exchanged.matter_id, holder=row.office_id)
        row.matter = barred.without(own, by.person_id, "matter").first()
        if row.matter is None:
            raise InvalidInput.of("matter", "unknown", N_("Choose a matter that your office works on."))
