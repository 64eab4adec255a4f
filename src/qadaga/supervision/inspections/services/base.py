"""What every service of an inspection does: lock matter and inspection, rule, move, keep the log, journal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from qadaga import authority
from qadaga.acts.services.base import stored
from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.model import Ruling, Subject
from qadaga.matters import change, dates
from qadaga.matters.models import Matter
from qadaga.supervision.inspections import reading
from qadaga.supervision.inspections.models import Inspection, InspectionMove
from qadaga.supervision.inspections.subject import inspection_subject
from qadaga.supervision.inspections.transitions import INSPECTION


@dataclass(frozen=True, slots=True)
class Step:
    """One exercise of a power on an inspection: who, which, when, on what ruling, from where to where."""

    inspection: Inspection
    power: str
    by: Actor
    on: date
    subject: Subject
    ruling: Ruling
    before: str
    after: str
    ground: str | None = None

    def save(self, reason: str = "", **changes: Any) -> None:
        """Write the changed columns, the new status and version, and the line in the log of moves."""
        change.advance(self.inspection, self.after, **changes)
        log(self, reason)

    def stored_ruling(self) -> dict[str, Any]:
        """The ruling with the facts it was given on, so that an old decision can be run again."""
        return stored(self.ruling, self.by, self.power, self.subject, self.on, ground=self.ground)

    def journal(self, **data: Any) -> None:
        """The last line of the transaction."""
        change.write(
            office_id=self.inspection.matter.holder_id,
            power=self.power,
            subject=self.inspection,
            kind="inspection",
            by=self.by,
            on=self.on,
            ruling=self.ruling,
            data={"matter": self.inspection.matter_id, "from": self.before, "to": self.after, **data},
        )


def log(step: Step, reason: str) -> InspectionMove:
    """A line in the inspection's log of moves."""
    return InspectionMove.objects.create(
        inspection=step.inspection,
        power=step.power,
        from_status=step.before,
        to_status=step.after,
        on=step.on,
        by_id=step.by.appointment_id,
        reason=reason,
    )


def lock(inspection_id: UUID, *, by: Actor, on: date) -> Inspection:
    """The inspection that the actor may find, its matter locked first and then itself."""
    standing.hold(by)
    seen = reading.find(by, on, inspection_id)
    matters = Matter.objects.select_related("holder", "office", "body").select_for_update(of=("self",))
    held = matters.get(pk=seen.matter_id)
    rows = Inspection.objects.select_related("office", "body").select_for_update(of=("self",))
    inspection = rows.get(pk=inspection_id)
    inspection.matter = held
    return inspection


def begin(
    inspection_id: UUID,
    power: str,
    *,
    version: int | None,
    by: Actor,
    on: date,
    ground: str | None = None,
    extra: Iterable[str] = (),
) -> Step:
    """Lock the inspection, compare its version, ask the law, look up the move. Call inside a transaction.

    `version` None is for what adds a row without changing what others read. Raises NotFound (404),
    Stale (412), NotPermitted (403), Conflict (409).
    """
    inspection = lock(inspection_id, by=by, on=on)
    if version is not None:
        change.expect(inspection, version)
    return rule(inspection, power, by=by, on=on, ground=ground, extra=extra)


def rule(
    inspection: Inspection,
    power: str,
    *,
    by: Actor,
    on: date,
    ground: str | None = None,
    extra: Iterable[str] = (),
) -> Step:
    """Ask the law about a locked inspection and look up the move."""
    subject = inspection_subject(inspection, by, on, extra)
    ruling = authority.require(by, power, subject, on=on, ground=ground)
    before = inspection.status
    return Step(inspection, power, by, on, subject, ruling, before, INSPECTION.move(before, power), ground)


def moment(field: str, value: datetime, *, earliest: date) -> datetime:
    """The moment, if it has come and is not before the day `earliest`; InvalidInput on `field` otherwise."""
    if dates.moment(field, value) > clock.now():
        raise InvalidInput.of(field, "in_future", N_("This hour has not come yet: record what has happened."))
    if clock.local(value).date() < earliest:
        raise InvalidInput.of(
            field, "too_early", N_("This is before %(earliest)s, the day it may begin."), earliest=earliest
        )
    return value
