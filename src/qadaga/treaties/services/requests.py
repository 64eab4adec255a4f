"""Requests from and to abroad: registered, decided, sent, answered; each with its term (L.3.7)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.identifiers import parse_iin
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.dates import choice, within
from qadaga.matters.services.base import text
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.refusals import refused_by
from qadaga.treaties.choices import (
    PETITIONS,
    Decision,
    PartStatus,
    Reply,
    RequestKind,
    RequestStatus,
    TreatyStatus,
    Way,
)
from qadaga.treaties.models import Part, Request, Treaty
from qadaga.treaties.services import base
from qadaga.treaties.subject import ANSWER, DECIDE, KEEP_REQUEST, REQUESTS, SEND, request_subject

TAKEN = {
    "request_once": FieldError(
        "foreign_no", "taken", N_("A request of this body and number is in the register already.")
    )
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as entered; `days` is the term of an incoming one, `treaty_id` what it rests on."""

    way: str
    kind: str
    country: str
    foreign_body: str
    person: str
    asked: str
    foreign_no: str = ""
    iin: str = ""
    treaty_id: UUID | None = None
    days: int = 30


@dataclass(frozen=True, slots=True)
class Answered:
    """What was answered, when, under which number."""

    answer: str
    answer_no: str
    answered_on: date


@implements("L.3.7")
@transaction.atomic
def register_request(*, asked: Asked, by: Actor, on: date) -> Request:
    """Enter a request: from abroad, of the central authority; abroad, as a draft of one's own office.

    Raises InvalidInput (the same number of the same body twice too), NotPermitted.
    """
    office = office_by_id(by.office_id)
    way = choice("way", asked.way, Way.values)
    status = RequestStatus.REGISTERED if way == Way.INCOMING else RequestStatus.DRAFT
    row = Request(office=office, region_id=office.region_id, way=way, status=status, registered_on=on)
    for name, value in _columns(asked).items():
        setattr(row, name, value)
    subject = request_subject(row, by, on)
    step = REQUESTS.ask(row, KEEP_REQUEST, subject, by=by, on=on, ground=row.kind)
    if way == Way.INCOMING:
        base.start_term(row, "treaty_request", "treaty_request", asked.days, by=by, on=on)
    row.year = on.year
    row.number, row.number_text = change.number(office, on, "treaty_request")
    with refused_by(TAKEN):
        row.save(force_insert=True)
    step.journal(kind=row.kind, way=way, number=row.number)
    return row


@transaction.atomic
def correct_request(*, request_id: UUID, version: int, asked: Asked, by: Actor, on: date) -> Request:
    """Correct an entry that nothing was done about yet. Raises Conflict afterwards."""
    step = base.request(request_id, KEEP_REQUEST, version, by=by, on=on)
    row = step.row
    if row.status not in (RequestStatus.REGISTERED, RequestStatus.DRAFT):
        raise Conflict("under_way", N_("Work on it has begun: what was asked is corrected no more."))
    if asked.way != row.way:
        raise InvalidInput.of("way", "fixed", N_("Which way it goes does not change: enter another one."))
    with refused_by(TAKEN):
        step.save(**_columns(asked))
    step.journal()
    return row


@implements("L.3.7")
@transaction.atomic
def decide(*, request_id: UUID, version: int, decision: str, reasons: str, by: Actor, on: date) -> Request:
    """Decide on a petition from abroad, with reasons. Raises Conflict: no petition, or a part still open.

    Raises NotPermitted also where somebody would be handed over who has died: that is refused.
    """
    hands_over = decision != Decision.REFUSED
    step = base.request(request_id, DECIDE, version, by=by, on=on, for_life=hands_over)
    row = step.row
    if row.kind not in PETITIONS:
        raise Conflict(
            "no_petition", N_("This is no petition to decide on: it is carried out by parts and answered.")
        )
    _refuse_open_parts(row)
    columns: dict[str, Any] = {
        "decision": choice("decision", decision, Decision.values),
        "reasons": text("reasons", reasons, 8000),
        "decided_on": on,
        "decided_by_id": by.appointment_id,
    }
    step.save(**columns)
    step.journal(decision=decision)
    return row


@implements("L.3.7")
@transaction.atomic
def send(
    *, request_id: UUID, version: int, sent_no: str, sent_on: date, days: int, by: Actor, on: date
) -> Request:
    """Send a request abroad from the central authority; the reply is awaited for so many days.

    Raises NotPermitted also where it asks to hand over somebody who has died.
    """
    step = base.request(request_id, SEND, version, by=by, on=on, for_life=True)
    row = step.row
    day = within("sent_on", sent_on, earliest=row.registered_on, latest=on)
    number = text("sent_no", sent_no, 100, multiline=False)
    base.start_term(row, "treaty_request", "treaty_reply", days, by=by, on=day)
    step.save(sent_no=number, sent_on=day, sent_by_id=by.appointment_id, due_on=row.due_on)
    step.journal(sent_on=day, kind=row.kind)
    return row


@implements("L.3.7")
@transaction.atomic
def record_death(*, request_id: UUID, version: int, died_on: date, by: Actor, on: date) -> Request:
    """Record that whom the request is about has died: nobody hands them over. Raises AlreadyDone."""
    step = base.request(request_id, KEEP_REQUEST, version, by=by, on=on)
    row = step.row
    if row.died_on is not None:
        raise AlreadyDone()
    step.save(to=row.status, died_on=within("died_on", died_on, earliest=None, latest=on))
    step.journal(died_on=died_on)
    return row


@implements("L.3.7")
@transaction.atomic
def answer(*, request_id: UUID, version: int, answered: Answered, by: Actor, on: date) -> Request:
    """Answer the foreign body; the term ends. Raises Conflict: a petition not decided, or a part open."""
    step = base.request(request_id, ANSWER, version, by=by, on=on)
    row = step.row
    if row.kind in PETITIONS and row.status != RequestStatus.DECIDED:
        raise Conflict("not_decided", N_("Nothing has been decided on this petition yet. Decide first."))
    _refuse_open_parts(row)
    earliest = row.decided_on or row.registered_on
    step.save(due_on=None, **_answered(answered, earliest, on))
    base.end_terms("treaty_request", row, by=by, on=on)
    step.journal(answered_on=answered.answered_on)
    return row


@implements("L.3.7")
@transaction.atomic
def record_reply(
    *, request_id: UUID, version: int, reply: str, answered: Answered, by: Actor, on: date
) -> Request:
    """Record what the foreign body replied; the term of awaiting ends. Raises Conflict before it was sent."""
    step = base.request(request_id, KEEP_REQUEST, version, by=by, on=on)
    row = step.row
    if row.status != RequestStatus.SENT:
        raise Conflict("not_sent", N_("A reply follows a request that was sent and waits for one."))
    columns = _answered(answered, row.sent_on, on)
    step.save(to=RequestStatus.REPLIED, due_on=None, reply=choice("reply", reply, Reply.values), **columns)
    base.end_terms("treaty_request", row, by=by, on=on)
    step.journal(reply=reply)
    return row


def _columns(asked: Asked) -> dict[str, Any]:
    needed = asked.way == Way.INCOMING
    return {
        "kind": choice("kind", asked.kind, RequestKind.values),
        "country": text("country", asked.country, 100, multiline=False),
        "foreign_body": text("foreign_body", asked.foreign_body, 300, multiline=False),
        "foreign_no": text("foreign_no", asked.foreign_no, 100, multiline=False, required=needed),
        "person": text("person", asked.person, 300, multiline=False),
        "iin": parse_iin(asked.iin).value if asked.iin else None,
        "asked": text("asked", asked.asked, 8000),
        "treaty": _treaty(asked.treaty_id),
    }


def _treaty(treaty_id: UUID | None) -> Treaty | None:
    if treaty_id is None:
        return None
    found = Treaty.objects.filter(id=treaty_id, status=TreatyStatus.CONCLUDED).first()
    if found is None:
        raise InvalidInput.of("treaty", "unknown", N_("Choose a treaty that is concluded and has not ended."))
    return found


def _answered(answered: Answered, earliest: date | None, on: date) -> dict[str, Any]:
    return {
        "answer": text("answer", answered.answer, 8000),
        "answer_no": text("answer_no", answered.answer_no, 100, multiline=False),
        "answered_on": within("answered_on", answered.answered_on, earliest=earliest, latest=on),
    }


def _refuse_open_parts(row: Request) -> None:
    if Part.objects.filter(request=row, status=PartStatus.GIVEN).exists():
        raise Conflict("parts_open", N_("A part of it is still being carried out. Wait for its outcome."))
