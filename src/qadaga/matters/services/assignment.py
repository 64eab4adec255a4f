"""Whose matter it is: assignment, and the conflicts that bar a person from it."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters.models import ConflictDeclaration, Matter
from qadaga.matters.models.matter import WITH_ASSIGNEE
from qadaga.matters.services.base import begin, text
from qadaga.matters.subject import barred
from qadaga.offices.dated import in_force
from qadaga.staff.models import Appointment
from qadaga.staff.selectors import people_of


@implements("O.13.1")
def assign(
    *, matter_id: UUID, version: int, assignee_id: UUID, by: Actor, on: date, note: str = ""
) -> Matter:
    """Give the matter to an officer of the office that holds it, or give it to another one.

    `assignee_id` is an appointment. Raises InvalidInput on `assignee` where it is not in force on the day,
    NotPermitted for whoever is no officer of that office, is complained of, or has a declared conflict.
    """
    note = text("note", note, 2000, required=False)
    with transaction.atomic():
        standing.hold(by)  # before the people: whoever ends a post has the order of the office first
        chosen = _in_force(assignee_id, on)  # before the matter, as a hand-over locks them
        step = begin(
            matter_id,
            "matter.assign",
            version=version,
            by=by,
            on=on,
            marks=lambda matter: assignee_marks(matter, chosen, on),
        )
        matter = step.row
        if matter.assignee_id == assignee_id:
            raise AlreadyDone()
        before = matter.assignee_id
        step.save(note, assignee=chosen, assigned_on=on)
        step.journal(assignee=chosen.id, before=before)
        return matter


@implements("L.1.10")
def declare_conflict(*, matter_id: UUID, reason: str, by: Actor, on: date) -> ConflictDeclaration:
    """Declare one's own conflict of interest: it bars the person from every decision in the matter."""
    reason = text("reason", reason, 2000)
    with transaction.atomic():
        step = begin(matter_id, "matter.declare_conflict", version=None, by=by, on=on)
        matter = step.row
        if ConflictDeclaration.objects.filter(matter=matter, person=by.person_id).exists():
            raise AlreadyDone()
        declared = ConflictDeclaration.objects.create(
            matter=matter,
            person_id=by.person_id,
            declared_on=on,
            declared_by_id=by.appointment_id,
            reason=reason,
        )
        step.save()
        step.journal(declaration=declared.id)
        return declared


def candidates(matter: Matter, on: date) -> list[Appointment]:
    """Officers of the holding office who may be given the matter on the day, heads first.

    Each has `open_matters`: how many the officer has in work.
    """
    barred_people = matter.complained_of.values("person").union(matter.conflicts.values("person"))
    people = people_of(matter.holder_id, on).filter(officer=True).exclude(person__in=barred_people)
    theirs = Matter.objects.filter(assignee=OuterRef("pk"), status__in=WITH_ASSIGNEE).order_by()
    load = Subquery(theirs.values("assignee").annotate(count=Count("id")).values("count"))
    return list(people.annotate(open_matters=Coalesce(load, 0)))


def assignee_marks(matter: Matter, chosen: Appointment, on: date) -> set[str]:
    """What the law asks about the officer chosen: another office, an employee, complained of, a conflict."""
    marks = {f"assignee_{mark}" for mark in barred(matter, chosen.person_id, on) - {"own_head"}}
    if chosen.office_id != matter.holder_id:
        marks.add("assignee_other_office")
    if not chosen.officer:
        marks.add("assignee_employee")
    return marks


def _in_force(appointment_id: UUID, on: date) -> Appointment:
    # Locked, so that the post cannot end meanwhile and leave the matter with nobody.
    rows = Appointment.objects.select_for_update(of=("self",), no_key=True).select_related("person")
    chosen: Appointment | None = rows.filter(in_force(on), id=appointment_id).first()
    if chosen is None:
        raise InvalidInput.of(
            "assignee", "not_in_post", N_("This person holds no such post on that day. Choose another.")
        )
    return chosen
