"""What the law kernel is told about a norm and a duty that one lays; how each moves."""

from datetime import date

from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.norms.choices import APPROVE, ENTER, FULFIL, DutyStatus, NormStatus
from qadaga.matters.norms.models import LaidDuty, Norm
from qadaga.matters.step import Course
from qadaga.matters.subject import path_of
from qadaga.matters.transitions import Table
from qadaga.offices.models import Office

NORM = Table(
    {
        ("draft", ENTER): "draft",
        ("draft", APPROVE): "approved",
        ("approved", ENTER): "approved",
    },
    words=dict(NormStatus.choices),
)
DUTY = Table({("opened", FULFIL): "closed"}, words=dict(DutyStatus.choices))
NORMS: Course[Norm] = Course("norm", NORM, lambda row: row.office_id)
DUTIES: Course[LaidDuty] = Course("laid_duty", DUTY, lambda row: row.office_id)


def norm_subject(norm: Norm | None, actor: Actor) -> Subject:
    """The norm with where it stands; the register is one, whoever looks."""
    return Subject(kind="norm", office=actor.office_code, status=norm.status if norm else "")


def laying_subject(office: Office, actor: Actor, on: date) -> Subject:
    """The office of whoever is to bear a duty."""
    return Subject(kind="office", office=office.code, path=path_of(office, actor, on))


def duty_subject(duty: LaidDuty, actor: Actor, on: date) -> Subject:
    """The duty; "mine" marks whoever bears it."""
    mine = {"mine"} if duty.executor_id == actor.appointment_id else set()
    return Subject(
        kind="laid_duty",
        office=duty.office.code,
        path=path_of(duty.office, actor, on),
        status=duty.status,
        marks=frozenset(mine),
    )
