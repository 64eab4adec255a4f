"""Appointments, and what every end of one does (O.10, O.11, L.2.2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.common.errors import FieldError, InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.law.coverage import implements
from qadaga.law.model import Subject
from qadaga.offices.models import Office
from qadaga.organisation import subjects
from qadaga.organisation.appointment_checks import Checked, Place, check, place
from qadaga.organisation.appointment_input import AppointmentInput
from qadaga.organisation.careers import entry, outside
from qadaga.organisation.careers.choices import DecisionKind
from qadaga.organisation.careers.models import Decision
from qadaga.organisation.exercise import Exercise, exercise
from qadaga.organisation.handover.services import (
    Journal,
    Passing,
    carry_out,
    lock_people,
    require_nothing_open,
)
from qadaga.organisation.orders.services import basis, carried_out
from qadaga.organisation.refusals import check_period, refused_by
from qadaga.organisation.staffing import occupancy
from qadaga.staff.models import Absence, Appointment

REFUSALS = {
    "office_one_head": FieldError(
        "post",
        "two_heads",
        N_("The office has a head in this period already. End that appointment first or choose other dates."),
    ),
    "person_one_post_an_office": FieldError(
        "starts_on",
        "overlap",
        N_("The person holds a post in this office in this period already. End that one first."),
    ),
}


@implements("O.10", "O.11", "L.2.2")
@transaction.atomic
def make(*, by: Actor, on: date, appointment: AppointmentInput) -> Appointment:
    """Appoint a person to a post. Raises InvalidInput (post, dates, two heads, documents that the post asks
    for), NotPermitted (also before a passed entry check), NotFound.
    """
    standing.move({appointment.office_id, by.office_id})
    where = place(appointment)
    marks = occupancy.marks_of(occupancy.wanted(where, appointment))
    unchecked = entry.needs_check(where.person.id, officer=where.officer)
    done = exercise(by, "appointment.make", subject(where, on, marks, unchecked=unchecked), on)
    checked = check(appointment, where)
    row = seat(checked, appointment, DecisionKind.APPOINTMENT, None, done)
    record("appointment.make", row, done)
    return row


def seat(
    checked: Checked,
    entered: AppointmentInput,
    kind: DecisionKind,
    previous: Appointment | None,
    done: Exercise,
) -> Appointment:
    """The rows of a checked appointment, its decision, and of the post held by virtue of it (L.1.8)."""
    if previous is not None:
        occupancy.refuse_above(checked, entered, previous)
    row = row_of(checked, entered)
    with refused_by(REFUSALS):
        row.save(force_insert=True)
    decision = decide(row, kind, done, previous=previous, order_id=entered.order_id)
    outside.keep(entered.outside, dict(outside.needed(checked.post)), decision)
    if checked.post.ex_officio:
        seat_ex_officio(row, checked.post.ex_officio, done)
    return row


def row_of(checked: Checked, entered: AppointmentInput) -> Appointment:
    """The row of a checked appointment, not yet saved."""
    return Appointment(
        person=checked.person,
        office=checked.office,
        unit=checked.unit,
        post=checked.post.id,
        heads=checked.post.heads,
        officer=checked.officer,
        starts_on=entered.starts_on,
        ends_on=checked.ends_on,
        ground=clean(entered.ground, field="ground", max_length=300),
    )


def decide(
    row: Appointment,
    kind: DecisionKind,
    done: Exercise,
    *,
    previous: Appointment | None = None,
    cause: str | None = None,
    order_id: UUID | None = None,
) -> Decision:
    """Note what was decided, and on the order what it did. Raises InvalidInput on an unfit `order`.

    Unfit is also one that another office issued than the one that appoints to the post (O.10).
    """
    order = None
    if order_id is not None:
        order = basis(order_id, kind="personnel", office=row.office, on=done.on)
        # A transfer takes the one post away and gives the other: the order must be fit for both.
        left = [previous.post] if previous and kind == DecisionKind.TRANSFER else []
        outside.issued(order, [row.post, *left])
        starts = row.ends_on if kind == DecisionKind.DISMISSAL and row.ends_on else row.starts_on
        carried_out(
            order,
            what=f"appointment.{kind}",
            subject_kind="appointment",
            subject_id=row.id,
            starts_on=starts,
            done=done,
        )
    return Decision.objects.create(
        kind=kind,
        appointment=row,
        previous=previous,
        cause=cause,
        order=order,
        on=done.on,
        by_id=done.by.appointment_id,
    )


@implements("L.1.8")
def seat_ex_officio(row: Appointment, post: str, done: Exercise) -> None:
    """The same person's post at the top by virtue of this one, for the same days."""
    top = Office.objects.get(kind="general", closed_on__isnull=True)
    held = Appointment(
        person=row.person,
        office=top,
        post=post,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        ground=row.ground,
    )
    with refused_by(REFUSALS):
        held.save(force_insert=True)
    decide(held, DecisionKind.EX_OFFICIO, done, previous=row)


def held(appointment_id: UUID, passing: Passing | None) -> Appointment:
    """The appointment, locked together with whoever takes work over from it; NotFound where there is none."""
    names = passing.names if passing else set()
    row = lock_people({appointment_id, *names}).get(appointment_id)
    if row is None:
        raise NotFound()
    return row


def hand_over(
    row: Appointment,
    passing: Passing | None,
    by: Actor,
    on: date,
    *,
    sudden: bool = False,
    comes_back: bool = False,
) -> list[Journal]:
    """Pass the open work on, and what journals it; Conflict `open_work` where nobody takes it over."""
    if passing is None:
        if not sudden:
            require_nothing_open(row.id, on, comes_back=comes_back)
        return []
    return [carry_out(by=by, on=on, giver_id=row.id, passing=passing, complete=True)[1]]


def close(row: Appointment, ends_on: date, ground: str = "") -> None:
    """Set the end of a locked appointment, and of what is held by virtue of it."""
    check_period(row.starts_on, ends_on)
    if row.ends_on is not None and ends_on > row.ends_on:
        raise InvalidInput.of(
            "ends_on",
            "ended_before",
            N_("The appointment ends on %(end)s already. To go on after that day, make a new appointment."),
            end=row.ends_on,
        )
    row.ends_on = ends_on
    row.ground = clean(ground, field="ground", max_length=300) or row.ground
    row.version += 1
    row.save()
    by_virtue = Decision.objects.filter(kind=DecisionKind.EX_OFFICIO, previous=row)
    Appointment.objects.filter(decisions__in=by_virtue).update(ends_on=ends_on)
    # Whoever was seconded here is back in the own post on that day.
    seconded = Decision.objects.filter(kind=DecisionKind.SECONDMENT, appointment=row).values("previous")
    away = Absence.objects.filter(appointment__in=seconded, kind="secondment", starts_on=row.starts_on)
    away.update(ends_on=ends_on)


def subject(
    where: Place, on: date, marks: Iterable[str], *, unchecked: bool, by: Actor | None = None
) -> Subject:
    """The appointment as the law sees it; `by` as in `subjects.of_post`."""
    found = {*marks, *({"entry_unchecked"} if unchecked else ())}
    return subjects.of_post(where.office, on, heads=where.post.heads, marks=found, by=by)


def record(action: str, row: Appointment, done: Exercise) -> None:
    """The journal's entry about an appointment; the last line of the transaction."""
    data = {"person": row.person_id, "post": row.post, "starts_on": row.starts_on, "ends_on": row.ends_on}
    done.record(action, row.office_id, ("appointment", row.id), data)
