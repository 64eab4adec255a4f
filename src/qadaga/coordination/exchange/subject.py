"""What the law kernel is told about an exchange, and how it moves."""

from datetime import date

from qadaga.authority.actor import Actor
from qadaga.coordination.exchange.choices import EXCHANGE, KEEP, ExchangeStatus
from qadaga.coordination.exchange.models import Exchange
from qadaga.coordination.subject import organ_subject
from qadaga.law.model import Subject
from qadaga.matters.step import Course
from qadaga.matters.transitions import Table

TABLE = Table(
    {("awaited", EXCHANGE): "answered", ("awaited", KEEP): "answered"}, words=dict(ExchangeStatus.choices)
)
EXCHANGES: Course[Exchange] = Course("exchange", TABLE, lambda row: row.office_id)


def exchange_subject(row: Exchange, actor: Actor, on: date, *, secret: bool = False) -> Subject:
    """The exchange of its office; what holds a state secret is marked so by whoever enters it."""
    marks = {"state_secret"} if secret else set()
    return organ_subject(row.office, "exchange", actor, on, status=row.status, marks=marks)
