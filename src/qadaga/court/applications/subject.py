"""What the law kernel is told about an application to court, and how it moves."""

from datetime import date

from qadaga.authority.actor import Actor
from qadaga.court.applications.choices import DECIDED_AFTER, KEEP, ApplicationStatus
from qadaga.court.applications.models import Application
from qadaga.law.model import Subject
from qadaga.matters.step import Course
from qadaga.matters.subject import subject_of
from qadaga.matters.transitions import Table

TABLE = Table(
    {(status, KEEP): after for status, after in DECIDED_AFTER.items()}, words=dict(ApplicationStatus.choices)
)
APPLICATIONS: Course[Application] = Course("court_claim", TABLE, lambda row: row.office_id)


def application_subject(row: Application, actor: Actor, on: date) -> Subject:
    """The application as a part of its matter: its office, place, sphere, and whom it complains of."""
    return subject_of(row.matter, actor, on, kind="court_claim", status=row.status)
