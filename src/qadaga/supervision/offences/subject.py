"""What the law kernel is told about a case of an administrative offence, and which moves it makes."""

from datetime import date

from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.step import Course
from qadaga.matters.subject import barred, path_of
from qadaga.matters.transitions import Table, staying
from qadaga.supervision.offences.choices import CaseStatus
from qadaga.supervision.offences.models import OffenceCase

CALL, FILE, CHECK = "materials.demand_admin_case", "admin.move_file", "admin.check"
OPEN, CLOSE, READ = "admin.open", "admin.close", "admin.read_case"
PROLONG = "term.prolong"
# What the body has to do in a term of its own: give the file, decide, say what came of closed proceedings.
REPLY, OUTCOME = "proceedings_reply", "proceedings_outcome"
AWAITED = ("document_request", REPLY, OUTCOME)

CASE = Table(
    {
        ("called", FILE): ("called", "received"),
        ("called", CHECK): ("called", "done"),
        ("received", CHECK): "checked",
        ("checked", OPEN): "opened",
        ("checked", CLOSE): "closed",
        ("opened", CLOSE): "closed",
        **staying(("checked", "opened", "closed", "done"), (FILE,)),
        **staying(("called", "received", "checked", "opened", "closed"), (PROLONG,)),
        **{(status, CHECK): (status, "done") for status in ("checked", "opened", "closed")},
    },
    words=dict(CaseStatus.choices),
)


def case_subject(case: OffenceCase, actor: Actor, on: date, also: frozenset[str] = frozenset()) -> Subject:
    """The case as the law sees it: its office, territory and sphere.

    Marks: "mine" (the actor works on its matter), what bars the actor from that matter, `also` others.
    """
    matter = case.matter
    marks = also | barred(matter, actor.person_id, on) if matter is not None else also
    if matter is not None and matter.assignee_id == actor.appointment_id:
        marks |= {"mine"}
    return Subject(
        kind="admin_case",
        office=case.office.code,
        path=path_of(case.office, actor, on),
        territory=case.kato,
        sphere=case.sphere,
        direction="admin_offences",
        status=case.status,
        marks=marks,
    )


CASES: Course[OffenceCase] = Course("admin_case", CASE, lambda case: case.office_id)
