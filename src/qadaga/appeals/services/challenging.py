"""A challenge of what an office answered goes to the office above (L.1.2)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.appeals.entry import AppealEntry
from qadaga.appeals.models import Appeal
from qadaga.appeals.services.base import begin
from qadaga.appeals.services.passing_up import CHALLENGED, pass_up
from qadaga.appeals.services.registering import register
from qadaga.authority.actor import Actor
from qadaga.journal.services import gathered
from qadaga.law.coverage import implements
from qadaga.matters.step import Step
from qadaga.offices.selectors import office_by_id


@implements("L.1.2")
@transaction.atomic
def challenge(*, appeal_id: UUID, entry: AppealEntry, version: int, by: Actor, on: date) -> Appeal:
    """Register a challenge of an answered, declined or forwarded appeal; returns the challenge.

    The office above registers it as its own. The office that is challenged registers it too, when it came
    there, and passes it up at once under control; it never considers it. One that came too late is registered
    and marked late: whether to consider it is decided, not presumed.
    """
    with gathered():
        step = begin(appeal_id, "appeal.challenge", version=version, by=by, on=on)
        challenged = step.row
        late = _is_late(challenged, entry.arrived_on)
        appeal = register(entry=entry, by=by, on=on, challenges=challenged)
        step.save()
        step.journal(challenge=appeal.id, late=late)
        _pass_up_own(appeal, step, by, on)
    return appeal


def _pass_up_own(appeal: Appeal, step: Step[Appeal], by: Actor, on: date) -> None:
    if appeal.office_id != step.row.office_id or appeal.status != "registered":
        return
    above = office_by_id(by.office_id).parent
    if above is not None:
        pass_up(appeal, above, by=by, on=on, ruling=step.ruling, reason=CHALLENGED)


def _is_late(challenged: Appeal, arrived_on: date) -> bool:
    answer = getattr(challenged, "answer", None)
    return answer is not None and answer.challenge_until is not None and arrived_on > answer.challenge_until
