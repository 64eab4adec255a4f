"""Unsigned drafts of one officer pass to others; the act that moves them is the organisation's."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from qadaga import authority
from qadaga.acts.models import Act
from qadaga.acts.models.act import BEFORE_SIGNING
from qadaga.acts.services.base import COURSE
from qadaga.acts.subject import act_subject
from qadaga.authority.actor import Actor
from qadaga.law.model import Ruling
from qadaga.matters.models import Matter
from qadaga.matters.services.assignment import assignee_marks
from qadaga.matters.services.handing import POWER
from qadaga.matters.step import Step
from qadaga.staff.models import Appointment


def open_drafts(author_id: UUID) -> QuerySet[Act]:
    """Drafts of the officer that are not signed, the oldest first, each with its matter."""
    rows = Act.objects.filter(author=author_id, status__in=BEFORE_SIGNING)
    return rows.select_related("matter").order_by("drafted_on", "id")


def lock_drafts(ids: set[UUID], matters: dict[UUID, Matter]) -> dict[UUID, Act]:
    """The drafts, locked in the order of their ids, each with its matter locked before."""
    rows = Act.objects.select_related("addressee", "protested", "office").select_for_update(of=("self",))
    found = {act.id: act for act in rows.filter(id__in=ids).order_by("id")}
    for act in found.values():
        act.matter = matters[act.matter_id]
    return found


def hand_over_ruling(act: Act, receiver: Appointment, by: Actor, on: date) -> Ruling:
    """Whether the draft may pass to the receiver; whoever agreed it cannot become its author (O.14.1)."""
    marks = assignee_marks(act.matter, receiver, on)
    if act.agreed_by_id == receiver.id:
        marks.add("assignee_agreed")
    subject = act_subject(act, by, on, extra=marks)
    return authority.may(by, POWER, subject, on=on)


def hand_over(
    *, act: Act, receiver: Appointment, ruling: Ruling, by: Actor, on: date, note: str
) -> Step[Act]:
    """Make the receiver the author in charge of a locked draft; who wrote each version stays recorded."""
    step = COURSE.ruled(act, POWER, act_subject(act, by, on), ruling, by=by, on=on)
    step.save(note, author=receiver)
    return step
