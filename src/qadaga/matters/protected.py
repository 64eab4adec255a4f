"""What the law kernel is told about people whose rights were hurt, and who does not read of them (L.1.3)."""

from datetime import date

from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.choices import ProtectedStatus
from qadaga.matters.due import repeat
from qadaga.matters.models import ProtectedPerson
from qadaga.matters.step import Course
from qadaga.matters.subject import subject_of
from qadaga.matters.transitions import Table

KIND, TERM, DUTY = "protected_person", "protected_told", "duty.tell_protected"
RESTORE, TELL, READ = "protected.restore", "protected.tell", "protected.read"

TABLE = Table(
    {("hurt", RESTORE): "restored", ("restored", TELL): "told"}, words=dict(ProtectedStatus.choices)
)
PEOPLE: Course[ProtectedPerson] = Course(KIND, TABLE, lambda row: row.matter.holder_id)

barred.declare(
    KIND,
    "SELECT p.id FROM matters_complainedof c JOIN matters_protectedperson p ON p.matter_id = c.matter_id"
    " WHERE c.person_id = %(reader)s::uuid",
)
repeat(KIND, ProtectedPerson)


def protected_subject(row: ProtectedPerson, actor: Actor, on: date) -> Subject:
    """The people as the law sees them: of the office that holds their matter, with what bars the actor."""
    return subject_of(row.matter, actor, on, kind=KIND, status=row.status)
