"""What the law kernel is told about a check of records, and which moves it makes."""

from datetime import date

from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.step import Course
from qadaga.matters.subject import barred, path_of
from qadaga.matters.transitions import Table
from qadaga.supervision.statistics.choices import DIRECTION, CheckStatus
from qadaga.supervision.statistics.models import RecordsCheck

CHECK, DEMAND, ASK = "statistics.check", "statistics.demand_correction", "materials.demand_statistics"
READ = "card.read"

RECORDS = Table(
    {
        ("begun", CHECK): ("begun", "found", "closed"),
        ("begun", ASK): "begun",
        ("found", CHECK): ("found", "closed"),
        ("found", DEMAND): "demanded",
        ("demanded", CHECK): ("demanded", "closed"),
    },
    words=dict(CheckStatus.choices),
)


def check_subject(check: RecordsCheck, actor: Actor, on: date) -> Subject:
    """The records checked, as the law sees them.

    Marks: "mine" (the check or its matter is given to the actor), and what bars the actor from that matter.
    """
    matter = check.matter
    marks = set(barred(matter, actor.person_id, on)) if matter is not None else set()
    given = {check.officer_id, matter.assignee_id if matter is not None else None}
    if actor.appointment_id in given:
        marks.add("mine")
    return Subject(
        kind="records",
        office=check.office.code,
        path=path_of(check.office, actor, on),
        territory=check.kato,
        sphere=check.sphere,
        direction=DIRECTION,
        status=check.status,
        marks=frozenset(marks),
    )


CHECKS: Course[RecordsCheck] = Course("records", RECORDS, lambda check: check.office_id)
