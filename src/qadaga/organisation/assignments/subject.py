"""What the law kernel is told about an assignment, and which moves it makes."""

from datetime import date

from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.due import repeat
from qadaga.matters.step import Course
from qadaga.matters.subject import path_of
from qadaga.matters.transitions import Table
from qadaga.offices.models import Office
from qadaga.offices.selectors import standing
from qadaga.organisation.assignments.choices import REPLY, TAKE_OFF, AboutKind, AssignmentStatus
from qadaga.organisation.assignments.models import Assignment

KIND = "assignment"
ASSIGNMENT = Table(
    {
        ("given", REPLY): "reported",
        ("reported", TAKE_OFF): ("done", "given"),
    },
    words=dict(AssignmentStatus.choices),
)
COURSE: Course[Assignment] = Course(KIND, ASSIGNMENT, lambda row: row.office_id)
repeat(KIND, Assignment)


def assignment_subject(row: Assignment, actor: Actor, on: date) -> Subject:
    """The assignment as the law sees it: the office that has to carry it out."""
    return Subject(kind=KIND, office=row.office.code, path=path_of(row.office, actor, on), status=row.status)


def giving_subject(to: Office, about: str, on: date) -> Subject:
    """What is about to be given: the lower office, or a matter or appeal of it, in the sphere it acts in."""
    place = standing(to.id, on)
    kind = about if about in AboutKind.values else AboutKind.OFFICE.value
    return Subject(kind=kind, office=to.code, path=place.path, sphere=min(place.spheres, default=None))
