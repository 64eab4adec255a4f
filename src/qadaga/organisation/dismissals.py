"""The end of an appointment: by an order, by the act of whoever appoints, or by a death (O.10, L.2.2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.matters.dates import within
from qadaga.organisation import subjects
from qadaga.organisation.appointment_input import OutsideActInput
from qadaga.organisation.appointments import close, decide, hand_over, held, record
from qadaga.organisation.careers import outside as acts
from qadaga.organisation.careers.choices import Cause, DecisionKind
from qadaga.organisation.exercise import exercise
from qadaga.organisation.handover.services import Passing, lock_people
from qadaga.organisation.refusals import check_version, locked
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment, Person


@implements("O.10", "L.2.2", "O.13.1")
@transaction.atomic
def end(
    *,
    by: Actor,
    on: date,
    appointment_id: UUID,
    ends_on: date,
    cause: str = Cause.OTHER,
    ground: str = "",
    order_id: UUID | None = None,
    outside: Sequence[OutsideActInput] = (),
    passing: Passing | None = None,
    version: int | None = None,
) -> Appointment:
    """End the appointment; `ends_on` is the first day without the post, for a death the day of death.

    It rests on an order here (`order_id`) or on paper (`ground`), at a post to which the President appoints
    on the act in `outside`; a death is its own basis. Open work passes in the same act by `passing`; only a
    death leaves it to the head, and it ends the person's other posts too. Raises InvalidInput (no basis, a
    day not after the start or later than the end that is set, a death to come, an item that may not pass
    so), Conflict `open_work` where nobody takes it over, NotPermitted, Stale.
    """
    dead = cause == Cause.DEATH
    found = staff.appointment_by_id(appointment_id)
    every = _of_person(found, ends_on) if dead else []
    standing.move({found.office_id, by.office_id, *(row.office_id for row in every)})
    lock_people({row.id for row in every})
    row = held(appointment_id, passing)
    done = exercise(by, "appointment.end", subjects.of_post(row.office, on, heads=row.heads), on)
    check_version(row, version)
    if cause not in Cause.values:
        raise InvalidInput.of("cause", "unknown", N_("There is no such ground. Choose from the list."))
    bodies = (
        {} if dead else acts.check_end(row.post, outside, ends_on, rests=bool(order_id or ground.strip()))
    )
    journals = hand_over(row, passing, by, on, sudden=dead)
    close(row, ends_on, ground)
    decision = decide(row, DecisionKind.DISMISSAL, done, cause=cause, order_id=order_id)
    acts.keep(outside if bodies else (), bodies, decision)
    with journal.gathered():
        if dead:
            _note_death(row, ends_on, by, on)
        for entry in journals:
            entry()
        record("appointment.end", row, done)
    return row


def _of_person(row: Appointment, ends_on: date) -> list[Appointment]:
    """The person's other appointments that would go on on the day or begin after it."""
    rows = Appointment.objects.filter(person=row.person_id).exclude(id=row.id).overlapping(ends_on, None)
    return list(rows.select_related("office").order_by("id"))


def _note_death(row: Appointment, day: date, by: Actor, on: date) -> None:
    """Keep the day of death, after which nobody is appointed, and end what else the person holds."""
    person = locked(Person, row.person_id)
    person.died_on = within("ends_on", day, earliest=None, latest=on)
    person.version += 1
    person.save(update_fields=["died_on", "version"])
    for other in _of_person(row, day):
        done = exercise(by, "appointment.end", subjects.of_post(other.office, on, heads=other.heads), on)
        # What has not begun by then cannot hold for no day at all: it ends with its first day.
        close(other, max(day, other.starts_on + timedelta(days=1)))
        decide(other, DecisionKind.DISMISSAL, done, cause=Cause.DEATH)
        record("appointment.end", other, done)
