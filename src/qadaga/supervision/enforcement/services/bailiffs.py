"""The register of bailiffs: private ones by licence, state ones by department (L.3.5)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters.dates import choice, within
from qadaga.matters.models import Body
from qadaga.matters.services.base import text
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.refusals import refused_by
from qadaga.supervision.enforcement.choices import BailiffKind, BailiffStatus, WritStatus
from qadaga.supervision.enforcement.models import Bailiff, Transfer, Writ
from qadaga.supervision.enforcement.services import base
from qadaga.supervision.enforcement.subject import BAILIFFS, KEEP, bailiff_subject

TAKEN = {
    "bailiff_licence_once": FieldError(
        "licence", "taken", N_("A bailiff of this licence is in the register already.")
    ),
    "bailiff_name_once": FieldError(
        "name", "taken", N_("This bailiff of the department is in the register already.")
    ),
}


@dataclass(frozen=True, slots=True)
class Licensed:
    """A bailiff as entered: the licence of a private one, the department of a state one."""

    kind: str
    name: str
    address: str
    kato: str
    licence: str = ""
    licence_on: date | None = None
    body: Body | None = None


@implements("L.3.5")
@transaction.atomic
def enter(*, licensed: Licensed, by: Actor, on: date) -> Bailiff:
    """Put a bailiff into the register of the actor's office. Raises InvalidInput, NotPermitted."""
    office = office_by_id(by.office_id)
    row = Bailiff(office=office, region_id=office.region_id, status=BailiffStatus.WORKING, entered_on=on)
    for name, value in _columns(licensed, on).items():
        setattr(row, name, value)
    step = BAILIFFS.ask(row, KEEP, bailiff_subject(row, by, on), by=by, on=on)
    with refused_by(TAKEN):
        row.save(force_insert=True)
    step.journal(kind=row.kind)
    return row


@transaction.atomic
def renew(*, bailiff_id: UUID, version: int, licensed: Licensed, by: Actor, on: date) -> Bailiff:
    """Correct what is known of a bailiff. Raises InvalidInput on `kind`: that never changes."""
    step = base.bailiff(bailiff_id, KEEP, version, by=by, on=on)
    columns = _columns(licensed, on)
    if columns.pop("kind") != step.row.kind:
        raise InvalidInput.of(
            "kind", "fixed", N_("A bailiff of the other kind is another entry: end this one and enter anew.")
        )
    for name, value in columns.items():
        setattr(step.row, name, value)
    BAILIFFS.ask(step.row, KEEP, bailiff_subject(step.row, by, on), by=by, on=on)
    with refused_by(TAKEN):
        step.save(to=BailiffStatus.WORKING, **columns)
    step.journal()
    return step.row


@transaction.atomic
def end_bailiff(*, bailiff_id: UUID, version: int, ended_on: date, why: str, by: Actor, on: date) -> Bailiff:
    """Say that the bailiff works no longer. Raises Conflict while a writ is with them or on its way."""
    step = base.bailiff(bailiff_id, KEEP, version, by=by, on=on)
    row = step.row
    within("ended_on", ended_on, earliest=row.entered_on, latest=on)
    writs = Writ.objects.filter(bailiff=row).exclude(status=WritStatus.ENDED)
    if writs.exists() or Transfer.objects.filter(to_bailiff=row, taken_no__isnull=True).exists():
        raise Conflict(
            "has_writs", N_("Writs are still with this bailiff. End them or hand them over first.")
        )
    step.save(to=BailiffStatus.ENDED, ended_on=ended_on, ended_why=text("why", why, 300, multiline=False))
    step.journal(ended_on=ended_on)
    return row


def _columns(entered: Licensed, on: date) -> dict[str, Any]:
    private = choice("kind", entered.kind, BailiffKind.values) == BailiffKind.PRIVATE
    return {
        "kind": entered.kind,
        "name": text("name", entered.name, 300, multiline=False),
        "address": text("address", entered.address, 300, multiline=False),
        "kato": base.kato_unit(entered.kato),
        **(_licence(entered, on) if private else _department(entered)),
    }


def _licence(entered: Licensed, on: date) -> dict[str, Any]:
    if entered.licence_on is None:
        raise InvalidInput.of(
            "licence_on", "required", N_("A private bailiff works by a licence: give its number and day.")
        )
    return {
        "licence": text("licence", entered.licence, 60, multiline=False),
        "licence_on": within("licence_on", entered.licence_on, earliest=None, latest=on),
        "body": None,
    }


def _department(entered: Licensed) -> dict[str, Any]:
    if entered.body is None:
        raise InvalidInput.of(
            "body", "required", N_("A state bailiff serves in a department: name the body.")
        )
    return {"licence": None, "licence_on": None, "body": entered.body}
