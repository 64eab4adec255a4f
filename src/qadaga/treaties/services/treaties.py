"""Drafts and the position on them, treaties concluded, cooperation by them, their end (L.3.7)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import FieldError
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters.dates import choice, within
from qadaga.matters.models import Body
from qadaga.matters.services.base import text
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.refusals import refused_by
from qadaga.treaties.choices import ContactKind, Partner, Position, TreatyKind, TreatyStatus
from qadaga.treaties.models import Contact, Treaty
from qadaga.treaties.services import base
from qadaga.treaties.subject import CONCLUDE, COOPERATE, DRAFT, KEEP, TREATIES, treaty_subject

TAKEN = {
    "treaty_once": FieldError("title_ru", "taken", N_("This treaty is in the register already: look it up."))
}


@dataclass(frozen=True, slots=True)
class Entered:
    """What a treaty is about, what it is called, with whom it is."""

    kind: str
    title_ru: str
    title_kk: str
    partner_kind: str
    partner: str


@dataclass(frozen=True, slots=True)
class Sent:
    """Who sent a draft for the position, when it came, in how many calendar days it is awaited."""

    sent_by: Body
    received_on: date
    days: int


@dataclass(frozen=True, slots=True)
class Concluded:
    """When it was concluded, by which paper, since when it is in force, if it is yet."""

    concluded_on: date
    basis: str
    force_on: date | None = None


@implements("L.3.7")
@transaction.atomic
def receive_draft(*, entered: Entered, sent: Sent, by: Actor, on: date) -> Treaty:
    """Enter a draft sent for the position of the General Prosecutor's Office; its term begins.

    Raises InvalidInput (the same treaty twice too), NotPermitted.
    """
    row = _new(entered, by, TreatyStatus.DRAFT, on)
    row.sent_by = sent.sent_by
    row.received_on = within("received_on", sent.received_on, earliest=None, latest=on)
    step = TREATIES.ask(row, KEEP, treaty_subject(row, by, on), by=by, on=on)
    base.start_term(row, "treaty", "treaty_opinion", sent.days, by=by, on=row.received_on)
    with refused_by(TAKEN):
        row.save(force_insert=True)
    step.journal(kind=row.kind, received_on=row.received_on)
    return row


@implements("L.3.7")
@transaction.atomic
def give_position(
    *, treaty_id: UUID, version: int, position: str, position_text: str, by: Actor, on: date
) -> Treaty:
    """State the position on a draft, with its reasons; its term ends. Raises Conflict where it was stated."""
    step = base.treaty(treaty_id, DRAFT, version, by=by, on=on)
    columns: dict[str, Any] = {
        "position": choice("position", position, Position.values),
        "position_text": text("position_text", position_text, 8000),
        "opined_on": on,
        "opined_by_id": by.appointment_id,
    }
    step.save(due_on=None, **columns)
    base.end_terms("treaty", step.row, by=by, on=on)
    step.journal(position=position)
    return step.row


@implements("L.3.7")
@transaction.atomic
def conclude(*, treaty_id: UUID, version: int, concluded: Concluded, by: Actor, on: date) -> Treaty:
    """The Prosecutor General concludes a treaty of the kinds that L.3.7 names, once the position is given.

    Raises NotPermitted (any other post, any other kind), Conflict (no position yet).
    """
    step = base.treaty(treaty_id, CONCLUDE, version, by=by, on=on, of_kind=True)
    columns = _concluded(concluded, step.row.received_on, on)
    step.save(**columns, concluded_by_id=by.appointment_id)
    step.journal(concluded_on=concluded.concluded_on)
    return step.row


@implements("L.3.7")
@transaction.atomic
def enter_treaty(*, entered: Entered, concluded: Concluded, by: Actor, on: date) -> Treaty:
    """Enter a treaty concluded before, or by others, whose keeping is supervised."""
    row = _new(entered, by, TreatyStatus.CONCLUDED, on)
    for name, value in _concluded(concluded, None, on).items():
        setattr(row, name, value)
    step = TREATIES.ask(row, KEEP, treaty_subject(row, by, on), by=by, on=on)
    with refused_by(TAKEN):
        row.save(force_insert=True)
    step.journal(kind=row.kind, concluded_on=row.concluded_on)
    return row


@transaction.atomic
def end_treaty(*, treaty_id: UUID, version: int, ended_on: date, why: str, by: Actor, on: date) -> Treaty:
    """Say since when a treaty is no longer in force. Raises Conflict for a draft."""
    step = base.treaty(treaty_id, KEEP, version, by=by, on=on)
    within("ended_on", ended_on, earliest=step.row.force_on or step.row.concluded_on, latest=on)
    step.save(to=TreatyStatus.ENDED, ended_on=ended_on, ended_why=text("why", why, 300, multiline=False))
    step.journal(ended_on=ended_on)
    return step.row


@implements("L.3.7")
@transaction.atomic
def record_contact(
    *,
    treaty_id: UUID,
    version: int,
    kind: str,
    held_on: date,
    about: str,
    outcome: str,
    by: Actor,
    on: date,
) -> Contact:
    """Record how cooperation by a treaty in force went on. Raises Conflict for a draft or an ended one."""
    step = base.treaty(treaty_id, COOPERATE, version, by=by, on=on)
    made = Contact.objects.create(
        treaty=step.row,
        kind=choice("kind", kind, ContactKind.values),
        held_on=within("held_on", held_on, earliest=step.row.concluded_on, latest=on),
        about=text("about", about),
        outcome=text("outcome", outcome),
        by_id=by.appointment_id,
    )
    step.save()
    step.journal(contact=made.id, kind=made.kind)
    return made


def _new(entered: Entered, by: Actor, status: str, on: date) -> Treaty:
    office = office_by_id(by.office_id)
    return Treaty(
        office=office,
        region_id=office.region_id,
        status=status,
        entered_on=on,
        kind=choice("kind", entered.kind, TreatyKind.values),
        title_ru=text("title_ru", entered.title_ru, 500, multiline=False),
        title_kk=text("title_kk", entered.title_kk, 500, multiline=False),
        partner_kind=choice("partner_kind", entered.partner_kind, Partner.values),
        partner=text("partner", entered.partner, 300, multiline=False),
    )


def _concluded(given: Concluded, earliest: date | None, on: date) -> dict[str, Any]:
    concluded_on = within("concluded_on", given.concluded_on, earliest=earliest, latest=on)
    if given.force_on is not None:
        within("force_on", given.force_on, earliest=concluded_on, latest=date.max)
    return {
        "concluded_on": concluded_on,
        "force_on": given.force_on,
        "basis": text("basis", given.basis, 500, multiline=False),
    }
