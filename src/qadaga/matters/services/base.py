"""What every service of the case file does: rule, move by the table, keep the log, journal."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.common.text import clean
from qadaga.law.model import Ruling
from qadaga.matters import change
from qadaga.matters.models import Matter, MatterMove
from qadaga.matters.subject import subject_of
from qadaga.matters.transitions import MATTER


@dataclass(frozen=True, slots=True)
class Step:
    """One exercise of a power on a matter: who, which, when, on what ground and ruling."""

    matter: Matter
    power: str
    by: Actor
    on: date
    ruling: Ruling
    before: str
    after: str

    def save(self, reason: str = "", **changes: Any) -> None:
        """Write the changed columns, the new status and version, and the line in the log of moves."""
        change.advance(self.matter, self.after, **changes)
        log(self, reason)

    def journal(self, **data: Any) -> None:
        """The last line of the transaction."""
        facts = {"from": self.before, "to": self.after, **data}
        change.write(
            office_id=self.matter.holder_id,
            power=self.power,
            subject=self.matter,
            kind="matter",
            by=self.by,
            on=self.on,
            ruling=self.ruling,
            data=facts,
        )


def log(step: Step, reason: str) -> MatterMove:
    """A line in the matter's log of moves."""
    return MatterMove.objects.create(
        matter=step.matter,
        power=step.power,
        from_status=step.before,
        to_status=step.after,
        on=step.on,
        by_id=step.by.appointment_id,
        assignee_id=step.matter.assignee_id,
        reason=reason,
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
) -> Step:
    """Lock the matter, compare its version, ask the law, look up the move. Call inside a transaction.

    Raises NotFound (404), Stale (412), NotPermitted (403), Conflict (409). `version` None is for what adds
    a row to the matter without changing what others read of it (a conflict declared, a file attached).
    """
    rows = Matter.objects.select_related("holder", "office", "body")
    matter = change.locked(rows, matter_id, by=by, on=on)
    if version is not None:
        change.expect(matter, version)
    subject = subject_of(matter, by, on, extra=marks(matter))
    ruling = authority.require(by, power, subject, on=on, ground=ground)
    after = MATTER.move(matter.status, power)
    return Step(matter, power, by, on, ruling, matter.status, after)


def text(
    field: str, value: object, max_length: int = 4000, *, multiline: bool = True, required: bool = True
) -> str:
    """A text field as people fill it in; InvalidInput on `field`."""
    return clean(value, field=field, max_length=max_length, multiline=multiline, required=required)
