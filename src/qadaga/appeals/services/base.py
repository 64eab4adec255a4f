"""What every service of the appeals does: lock, compare, rule, move by the table, write, journal last."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from qadaga.appeals.kinds import SendWay
from qadaga.appeals.models import Appeal
from qadaga.appeals.subject import KIND, subject_of
from qadaga.appeals.transitions import APPEAL
from qadaga.authority.actor import Actor
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.law.model import Ruling
from qadaga.matters import change
from qadaga.matters.step import Course, Step

REASON_LENGTH = 4_000
NO_SUCH_ROW = N_("There is no such row in the register. Choose again.")


COURSE: Course[Appeal] = Course(KIND, APPEAL, lambda appeal: appeal.office_id)


def begin(
    appeal_id: UUID,
    power: str,
    *,
    version: int | None,
    by: Actor,
    on: date,
    ground: str | None = None,
    moves: str | None = None,
    marks: Iterable[str] = (),
) -> Step[Appeal]:
    """Lock the appeal, compare its version, ask the law, look up the move. Call inside a transaction.

    `moves` names the row of the table where the power has several (a part is forwarded, not the whole).
    `marks` are what the law is told of the step itself.
    `version` None is for what adds a row without changing what others read (the applicant was told).
    Raises NotFound (404), Stale (412), NotPermitted (403), Conflict (409).
    """
    appeal = locked(appeal_id, version=version, by=by, on=on)
    about = subject_of(appeal, by, on)
    about = replace(about, marks=about.marks | frozenset(marks))
    return COURSE.rule(appeal, power, about, by=by, on=on, moves=moves, ground=ground)


def locked(appeal_id: UUID, *, version: int | None, by: Actor, on: date) -> Appeal:
    """The appeal in scope, locked to the end of the transaction; NotFound (404), Stale (412)."""
    rows = Appeal.objects.select_related("office", "matter")
    appeal = change.locked(rows, appeal_id, by=by, on=on)
    if version is not None:
        change.expect(appeal, version)
    return appeal


def record(appeal: Appeal, power: str, *, by: Actor, on: date, ruling: Ruling, data: dict[str, Any]) -> None:
    """One entry in the journal of the appeal's office."""
    change.write(
        office_id=appeal.office_id,
        power=power,
        subject=appeal,
        kind=KIND,
        by=by,
        on=on,
        ruling=ruling,
        data=data,
    )


def reasoned(value: object, field: str = "reason") -> str:
    """A reason as people write it; InvalidInput on `field` when it is missing or cannot be stored."""
    return clean(value, field=field, max_length=REASON_LENGTH, multiline=True, required=True)


def way_marks(way: str) -> set[str]:
    """What the law is told of the way word goes: through those who hold the applicant, or not (L.3.6)."""
    return {"via_administration"} if way == SendWay.ADMINISTRATION else set()
