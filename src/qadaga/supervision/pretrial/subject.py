"""What the law kernel is told about an investigation, and which power takes it where."""

from collections.abc import Iterable
from datetime import date

from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.subject import barred, path_of
from qadaga.matters.transitions import Table, staying
from qadaga.organisation.shifts.selectors import on_duty
from qadaga.supervision.pretrial.choices import CaseStatus, SanctionStatus
from qadaga.supervision.pretrial.models import Case

KEEP, SANCTION, DECIDE = "investigation.keep", "procedure.sanction", "procedure.decide"
_LIVE, _ENDED = ("opened", "suspended"), ("in_court", "closed")
CASE = Table(
    {
        ("opened", KEEP): ("opened", "suspended", *_ENDED),
        ("suspended", KEEP): ("suspended", "opened", *_ENDED),
        **staying(_ENDED, (KEEP,)),
        **staying((*_LIVE, *_ENDED), ("investigation.correct_death",)),
        **staying(_LIVE, (SANCTION, "investigation.instruct", "investigation.prolong")),
        **staying((*_LIVE, "in_court"), ("investigation.assign",)),
        **staying((*_LIVE, *_ENDED), ("investigation.study", "procedure.act")),
        **staying((*_LIVE, "in_court"), (DECIDE,)),
        ("opened", "investigation.cancel_decision"): "opened",
        ("suspended", "investigation.cancel_decision"): ("suspended", "opened"),
        ("closed", "investigation.cancel_decision"): ("closed", "opened"),
    },
    words=dict(CaseStatus.choices),
)
SANCTIONS = Table({("asked", SANCTION): ("granted", "refused")}, words=dict(SanctionStatus.choices))


def case_subject(case: Case, actor: Actor, on: date, *, marks: Iterable[str] = ()) -> Subject:
    """The case as the law sees it on the day: its office, territory, sphere, and who asks.

    Marks: "mine" (the supervising prosecutor), "on_duty" (the actor has the shift now), what bars the actor
    from the matter it is counted in; the caller adds "person_dead", "term_over", "long_term".
    """
    found = set(marks)
    if case.assignee_id == actor.appointment_id:
        found.add("mine")
    if on_duty(case, actor):
        found.add("on_duty")
    if case.matter is not None:
        found |= barred(case.matter, actor.person_id, on)
    return Subject(
        kind="investigation",
        office=case.office.code,
        path=path_of(case.office, actor, on),
        territory=case.kato,
        sphere=case.sphere,
        status=case.status,
        direction="pretrial",
        marks=frozenset(found),
    )
