"""The register of writs: entered, corrected, given to an officer, ended (L.3.5)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.identifiers import parse_iin
from qadaga.common.money import Money
from qadaga.law.coverage import implements
from qadaga.matters import deaths
from qadaga.matters.dates import choice, within
from qadaga.matters.of_direction import matter_at_work
from qadaga.matters.services.base import text
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.refusals import refused_by
from qadaga.staff.models import Appointment
from qadaga.supervision.enforcement.choices import (
    DIRECTION,
    WITH,
    BailiffKind,
    EndedAs,
    Issuer,
    Party,
    WritStatus,
)
from qadaga.supervision.enforcement.models import Writ
from qadaga.supervision.enforcement.services import base
from qadaga.supervision.enforcement.subject import ASSIGN, KEEP, WRITS, writ_subject

DEBTOR_DEAD = "debtor_dead"
TAKEN = {"writ_once": FieldError("number", "taken", N_("This writ is in the register already: look it up."))}


@dataclass(frozen=True, slots=True)
class Entered:
    """A writ as entered; `sum` is None where it demands no money, `matter_id` the matter it is checked in.

    The IIN of a party is given where it is a person and the number is known.
    """

    number: str
    issuer_kind: str
    issuer: str
    issued_on: date
    case_number: str
    opened_on: date
    bailiff_id: UUID
    claimant_kind: str
    claimant: str
    debtor_kind: str
    debtor: str
    demand: str
    kato: str
    sum: Money | None = None
    sphere: str | None = None
    matter_id: UUID | None = None
    claimant_iin: str = ""
    debtor_iin: str = ""


@implements("L.3.5", "O.7.1")
@transaction.atomic
def register(*, entered: Entered, by: Actor, on: date) -> Writ:
    """Put a writ into the register of the actor's office, which the law must hold competent for it.

    Raises InvalidInput (the same writ twice too), NotPermitted (another's territory or sphere, a debtor who
    had died before the proceedings were opened).
    """
    office = office_by_id(by.office_id)
    row = Writ(office=office, region_id=office.region_id, registered_on=on)
    columns = _columns(row, entered, by, on)
    bailiff = base.working(entered.bailiff_id, "bailiff", office_id=office.id, region_id=office.region_id)
    columns |= {"bailiff": bailiff, "bailiff_kind": bailiff.kind, "status": WITH[BailiffKind(bailiff.kind)]}
    for name, value in columns.items():
        setattr(row, name, value)
    step = WRITS.ask(row, KEEP, writ_subject(row, by, on, _dead(row)), by=by, on=on)
    with refused_by(TAKEN):
        row.save(force_insert=True)
    step.journal(bailiff=bailiff.id, kind=bailiff.kind)
    return row


@transaction.atomic
def correct(*, writ_id: UUID, version: int, entered: Entered, by: Actor, on: date) -> Writ:
    """Correct what is known of a writ. Raises InvalidInput on `bailiff`: that changes by a transfer only."""
    step = base.writ(writ_id, KEEP, version, by=by, on=on)
    row = step.row
    if entered.bailiff_id != row.bailiff_id:
        raise InvalidInput.of(
            "bailiff",
            "fixed",
            N_("A writ leaves its bailiff by withdrawal and hand-over only, to a state bailiff (L.3.5)."),
        )
    columns = _columns(row, entered, by, on)
    for name, value in columns.items():
        setattr(row, name, value)
    WRITS.ask(row, KEEP, writ_subject(row, by, on, _dead(row)), by=by, on=on)
    with refused_by(TAKEN):
        step.save(to=row.status, **columns)
    step.journal()
    return row


@implements("L.3.5")
@transaction.atomic
def assign(*, writ_id: UUID, version: int, officer_id: UUID, by: Actor, on: date) -> Writ:
    """Give the writ to an officer of its office, who then checks it. Raises InvalidInput on `officer`."""
    step = base.writ(writ_id, ASSIGN, version, by=by, on=on)
    held = Appointment.objects.filter(id=officer_id, office=step.row.office, officer=True).first()
    if held is None or not held.holds(on):
        raise InvalidInput.of("officer", "not_of_office", N_("Choose an officer who serves in this office."))
    step.save(officer=held)
    step.journal(officer=held.id)
    return step.row


@transaction.atomic
def end_writ(*, writ_id: UUID, version: int, ended_on: date, ended_as: str, by: Actor, on: date) -> Writ:
    """Record that the execution is over. Raises Conflict while a check or a transfer is under way."""
    step = base.writ(writ_id, KEEP, version, by=by, on=on)
    row = step.row
    if row.due_on is not None:
        raise Conflict("check_open", N_("A check of this writ is under way. Finish it first."))
    within("ended_on", ended_on, earliest=row.handed_on or row.opened_on, latest=on)
    how = choice("ended_as", ended_as, EndedAs.values)
    step.save(to=WritStatus.ENDED, ended_on=ended_on, ended_as=how)
    step.journal(ended_as=how)
    return row


def _columns(row: Writ, entered: Entered, by: Actor, on: date) -> dict[str, Any]:
    if entered.sum is not None and entered.sum.tiyn <= 0:
        raise InvalidInput.of(
            "sum", "not_positive", N_("A sum is more than zero; leave it out where there is none.")
        )
    issued = within("issued_on", entered.issued_on, earliest=None, latest=on)
    return {
        **{
            name: text(name, getattr(entered, name), 100, multiline=False)
            for name in ("number", "case_number")
        },
        **{
            name: text(name, getattr(entered, name), 300, multiline=False)
            for name in ("issuer", "claimant", "debtor")
        },
        "issuer_kind": choice("issuer_kind", entered.issuer_kind, Issuer.values),
        "claimant_kind": choice("claimant_kind", entered.claimant_kind, Party.values),
        "debtor_kind": choice("debtor_kind", entered.debtor_kind, Party.values),
        **{f"{name}_iin": _iin(name, entered) for name in ("claimant", "debtor")},
        "issued_on": issued,
        "opened_on": within("opened_on", entered.opened_on, earliest=issued, latest=on),
        "demand": text("demand", entered.demand),
        "tiyn": entered.sum.tiyn if entered.sum else None,
        "kato": base.kato_unit(entered.kato),
        "sphere": entered.sphere or None,
        "matter": _matter(row, entered.matter_id, by),
    }


def _dead(row: Writ) -> frozenset[str]:
    """Whether the proceedings were opened against the dead; those opened in life are checked and ended."""
    return deaths.after(row.debtor_iin, row.opened_on, DEBTOR_DEAD)


def _iin(name: str, entered: Entered) -> str | None:
    typed = getattr(entered, f"{name}_iin").strip()
    if not typed:
        return None
    if getattr(entered, f"{name}_kind") != Party.PERSON:
        raise InvalidInput.of(
            f"{name}_iin", "of_people", N_("An IIN belongs to a person: leave it out for others.")
        )
    return parse_iin(typed, field=f"{name}_iin").value


def _matter(row: Writ, matter_id: UUID | None, by: Actor) -> Any:
    """The matter the writ is checked in; one it stands in already is kept though it was closed since."""
    if matter_id is None or matter_id == row.matter_id:
        return row.matter if matter_id else None
    return matter_at_work(matter_id, office_id=row.office_id, direction=DIRECTION, by=by)
