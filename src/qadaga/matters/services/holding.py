"""Whose hands the matter is in: a higher office takes it over; work waits and goes on."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.law.jurisdiction import Place, competent, may_move
from qadaga.law.model import Subject
from qadaga.matters import beside, seating, terms
from qadaga.matters.choices import MoveGround, SuspendGround, ToldWay
from qadaga.matters.dates import choice, within
from qadaga.matters.models import CalledUp, Matter, OfficeTold, ProtectedPerson, Violation
from qadaga.matters.services.base import begin, text
from qadaga.offices.models import Office
from qadaga.offices.selectors import Standing, office_by_id, offices_open, standing

NOBODY = {"assignee": None, "assigned_on": None}
NOT_WAITING = {"suspended_on": None, "suspend_ground": None}


@implements("L.1.2")
def call_up(*, matter_id: UUID, version: int, reason: str, by: Actor, on: date) -> Matter:
    """A higher office takes the matter over (L.1.2): it decides from now on, the lower office goes on
    reading.

    A closed matter opens again; nobody is assigned until the new holder assigns. Terms that stood still run
    on.
    """
    reason = text("reason", reason)
    with transaction.atomic():
        step = begin(matter_id, "matter.call_up", version=version, by=by, on=on)
        matter, before = step.row, step.row.holder
        _refuse_unless_above(before.id, by, on)
        terms.resume_all(matter, by=by, on=on, reason=reason)
        CalledUp.objects.create(
            matter=matter,
            from_office=before,
            to_office_id=by.office_id,
            on=on,
            by_id=by.appointment_id,
            reason=reason,
        )
        holder = office_by_id(by.office_id)
        step.save(reason, holder=holder, closed_on=None, closed_by=None, **NOBODY, **NOT_WAITING)
        step.journal(from_office=before.code, to_office=holder.code)
        return matter


@implements("L.1.9", "L.1.2")
def move(
    *, matter_id: UUID, version: int, to_office: str, ground: str, reason: str, by: Actor, on: date
) -> Matter:
    """The office above both gives the matter to another competent office below it, named by its code.

    The number stays; the matter goes over to the register and the search of the new holder with what stands
    in it, that one assigns, and the former office goes on reading. Raises
    InvalidInput where the office does not exist, holds it already or is not competent in it, NotPermitted
    where it does not stand under the actor's office.
    """
    choice("ground", ground, MoveGround.values)
    reason = text("reason", reason)
    target = offices_open(on).filter(code=to_office).first()
    place = standing(target.id, on) if target else None

    def marks(matter: Matter) -> set[str]:
        if place is None:
            return set()
        both = standing(matter.holder_id, on).path, place.path
        return set() if may_move(by.office_code, *both) else {"target_not_below"}

    with transaction.atomic():
        step = begin(matter_id, "matter.move", version=version, by=by, on=on, ground=ground, marks=marks)
        matter, before = step.row, step.row.holder
        if target is None or place is None:
            raise InvalidInput.of(
                "to_office", "unknown", N_("There is no such office on that day. Choose one.")
            )
        _refuse_unless_competent(matter, target, place)
        terms.resume_all(matter, by=by, on=on, reason=reason)
        CalledUp.objects.create(
            matter=matter,
            from_office=before,
            to_office=target,
            on=on,
            by_id=by.appointment_id,
            reason=reason,
            ground=ground,
        )
        seat = seating.seated(matter, target)
        step.save(reason, holder=target, **seat, **NOBODY, **NOT_WAITING)
        for found in (Violation, ProtectedPerson):
            found.objects.filter(matter=matter).update(office=target, region_id=target.region_id)
        seating.follow(matter, on)
        step.journal(from_office=before.code, to_office=target.code, ground=ground)
        return matter


@implements("L.1.9")
def tell_applicant(
    *, matter_id: UUID, version: int, told_on: date, way: str, by: Actor, on: date
) -> CalledUp:
    """Record when and how the applicant was told that another office goes on. AlreadyDone, Conflict."""
    choice("way", way, ToldWay.values)
    with transaction.atomic():
        step = begin(matter_id, "matter.tell_applicant", version=version, by=by, on=on)
        row = step.row.called_up.exclude(ground="").order_by("id").last()
        if row is None:
            raise Conflict(
                "not_moved", N_("The matter was not given to another office: nobody has to be told.")
            )
        if row.told_on is not None:
            raise AlreadyDone
        row.told_on = within("told_on", told_on, earliest=row.on, latest=on)
        row.told_way, row.told_by_id = way, by.appointment_id
        row.save(update_fields=["told_on", "told_way", "told_by"])
        step.save()
        step.journal(told=told_on, way=way)
        return row


@implements("L.1.9")
def tell_office(
    *, matter_id: UUID, version: int, office: str, told_on: date, way: str, by: Actor, on: date
) -> OfficeTold:
    """Record when and how another competent office, by its code, was told that the matter is held here.

    Raises InvalidInput on `office` for one that has not to be told, AlreadyDone the second time.
    """
    with transaction.atomic():
        step = begin(matter_id, "matter.tell_office", version=version, by=by, on=on)
        told = step.row.offices_told.all()
        row = beside.tell(told, office, told_on=told_on, way=way, by=by, on=on)
        step.save()
        step.journal(office=office, told=told_on, way=way)
        return row


def suspend(*, matter_id: UUID, version: int, ground: str, reason: str, by: Actor, on: date) -> Matter:
    """Let the matter and its own terms wait, on one of the declared grounds and a reason in words."""
    choice("ground", ground, SuspendGround.values)
    reason = text("reason", reason)
    with transaction.atomic():
        step = begin(matter_id, "matter.suspend", version=version, by=by, on=on, ground=ground)
        terms.suspend_all(step.row, by=by, on=on, reason=reason)
        step.save(reason, suspended_on=on, suspend_ground=ground)
        step.journal(ground=ground)
        return step.row


def resume(*, matter_id: UUID, version: int, reason: str, by: Actor, on: date) -> Matter:
    """Work goes on; the terms that waited are longer by the time they waited."""
    reason = text("reason", reason)
    with transaction.atomic():
        step = begin(matter_id, "matter.resume", version=version, by=by, on=on)
        terms.resume_all(step.row, by=by, on=on, reason=reason)
        step.save(reason, **NOT_WAITING)
        step.journal()
        return step.row


def _refuse_unless_competent(matter: Matter, target: Office, place: Standing) -> None:
    if target.id == matter.holder_id:
        raise InvalidInput.of("to_office", "same", N_("This office holds the matter already."))
    about = Subject(kind="matter", territory=matter.kato, sphere=matter.sphere)
    there = Place(target.code, target.level, place.path, place.spheres, place.kato)
    if not competent([there], about):
        raise InvalidInput.of(
            "to_office",
            "not_competent",
            N_("This office is not competent in the place or the sphere of the matter (L.1.9, L.2.3)."),
        )


def _refuse_unless_above(holder_id: UUID, by: Actor, on: date) -> None:
    above = standing(holder_id, on).path[:-1]
    if by.office_code not in above:
        raise Conflict("not_above", N_("Only an office above the one that holds the matter can call it up."))
