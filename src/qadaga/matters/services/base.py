"""What every service of the case file does: rule, move by the table, keep the log, journal."""

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from qadaga.authority.actor import Actor
from qadaga.common.text import clean
from qadaga.matters import change
from qadaga.matters.models import Matter, MatterMove
from qadaga.matters.step import Course, Step
from qadaga.matters.subject import subject_of
from qadaga.matters.transitions import MATTER

COURSE: Course[Matter] = Course(
    "matter",
    MATTER,
    lambda matter: matter.holder_id,
    log=MatterMove,
    key="matter",
    logged=lambda matter: {"assignee_id": matter.assignee_id},
)


def begin(
    matter_id: UUID,
    power: str,
    *,
    version: int | None,
    by: Actor,
    on: date,
    ground: str | None = None,
    marks: Callable[[Matter], Iterable[str]] = lambda _matter: (),
) -> Step[Matter]:
    """Lock the matter, compare its version, ask the law, look up the move. Call inside a transaction.

    Raises NotFound (404), Stale (412), NotPermitted (403), Conflict (409). `version` None is for what adds
    a row to the matter without changing what others read of it (a conflict declared, a file attached).
    """
    rows = Matter.objects.select_related("holder", "office", "body")
    matter = change.locked(rows, matter_id, by=by, on=on)
    if version is not None:
        change.expect(matter, version)
    subject = subject_of(matter, by, on, extra=marks(matter))
    return COURSE.rule(matter, power, subject, by=by, on=on, ground=ground)


def text(
    field: str, value: object, max_length: int = 4000, *, multiline: bool = True, required: bool = True
) -> str:
    """A text field as people fill it in; InvalidInput on `field`."""
    return clean(value, field=field, max_length=max_length, multiline=multiline, required=required)
