"""The step on an exchange: its reply, by the power of whoever gives it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga import authority
from qadaga.coordination.exchange import selectors, services
from qadaga.coordination.exchange.choices import EXCHANGE, KEEP
from qadaga.coordination.exchange.models import Exchange
from qadaga.coordination.exchange.subject import exchange_subject
from qadaga.law.model import Ruling
from qadaga.web.exchange import forms
from qadaga.web.steps import Desk, Step
from qadaga.web.views import StaffRequest


def find(request: StaffRequest, pk: UUID) -> Exchange:
    """The exchange within the person's scope; NotFound otherwise."""
    return selectors.read_exchange(request.actor, request.on, pk)


def _ruling(row: Exchange, power: str, request: StaffRequest) -> Ruling:
    del power  # what the reply is, the way of the exchange tells
    subject = exchange_subject(row, request.actor, request.on)
    return authority.offered(request.actor, services.replying(row), subject, request.on)


def _reply(row: Exchange, form: forms.ReplyForm, request: StaffRequest) -> None:
    said = {name: form.cleaned_data[name] for name in ("replied_on", "reply")}
    services.reply(exchange_id=row.id, version=form.expected, **said, by=request.actor, on=request.on)


STEPS: dict[str, Step[Exchange]] = {
    "reply": Step(KEEP, forms.ReplyForm, _reply, label=_("Record the reply of the body")),
    "answer": Step(EXCHANGE, forms.ReplyForm, _reply, label=_("Answer the body")),
}


def steps_of(row: Exchange) -> Mapping[str, Step[Any]]:
    """What is open as the exchange stands."""
    if row.status != "awaited":
        return {}
    slug = "answer" if services.replying(row) == EXCHANGE else "reply"
    return {slug: STEPS[slug]}


EXCHANGES: Desk[Exchange] = Desk(
    kind="exchange",
    find=find,
    name=str,
    card_url=lambda row: reverse("exchanges:card", args=[row.id]),
    ruling=_ruling,
    steps=STEPS,
)
