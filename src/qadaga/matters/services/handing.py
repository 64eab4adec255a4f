"""Open matters of one officer pass to others; the act that moves them is the organisation's."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.law.model import Ruling
from qadaga.matters.models import Matter
from qadaga.matters.models.matter import WITH_ASSIGNEE
from qadaga.matters.services.assignment import assignee_marks
from qadaga.matters.services.base import COURSE
from qadaga.matters.step import Step
from qadaga.matters.subject import subject_of
from qadaga.staff.models import Appointment

POWER = "work.hand_over"


def open_matters(assignee_id: UUID) -> QuerySet[Matter]:
    """Matters in the officer's hands that are not closed, the most urgent first."""
    rows = Matter.objects.filter(assignee=assignee_id, status__in=WITH_ASSIGNEE)
    return rows.order_by("due_on", "id")


def lock_matters(ids: set[UUID]) -> dict[UUID, Matter]:
    """The matters, locked in the order of their ids: one order for whoever locks several."""
    rows = Matter.objects.select_related("holder", "office", "body").select_for_update(of=("self",))
    return {matter.id: matter for matter in rows.filter(id__in=ids).order_by("id")}


def hand_over_ruling(matter: Matter, receiver: Appointment, by: Actor, on: date) -> Ruling:
    """Whether the matter may pass to the receiver: the law's answer, with what bars it."""
    marks = assignee_marks(matter, receiver, on)
    return authority.may(by, POWER, subject_of(matter, by, on, extra=marks), on=on)


def hand_over(
    *, matter: Matter, receiver: Appointment, ruling: Ruling, by: Actor, on: date, note: str
) -> Step[Matter]:
    """Give a locked matter to the receiver; the caller journals the step last in its transaction."""
    step = COURSE.ruled(matter, POWER, subject_of(matter, by, on), ruling, by=by, on=on)
    step.save(note, assignee=receiver, assigned_on=on)
    return step
