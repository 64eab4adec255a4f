"""What every service of an inspection does: lock matter and inspection, rule, move, keep the log, journal."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.matters import change
from qadaga.matters.models import Matter
from qadaga.matters.step import Course, Step
from qadaga.supervision.inspections import reading
from qadaga.supervision.inspections.models import Inspection, InspectionMove
from qadaga.supervision.inspections.subject import inspection_subject
from qadaga.supervision.inspections.transitions import INSPECTION

COURSE: Course[Inspection] = Course(
    "inspection",
    INSPECTION,
    lambda inspection: inspection.acting_office.id,
    lambda inspection: {"matter": inspection.matter_id},
    InspectionMove,
    "inspection",
)


def lock(inspection_id: UUID, *, by: Actor, on: date) -> Inspection:
    """The inspection that the actor may find, its matter locked first and then itself."""
    standing.hold(by)
    seen = reading.find(by, on, inspection_id)
    matters = Matter.objects.select_related("holder", "office", "body").select_for_update(of=("self",))
    held = matters.get(pk=seen.matter_id)
    rows = Inspection.objects.select_related("office", "body", "carrier").select_for_update(of=("self",))
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
) -> Step[Inspection]:
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
) -> Step[Inspection]:
    """Ask the law about a locked inspection and look up the move."""
    subject = inspection_subject(inspection, by, on, extra)
    return COURSE.rule(inspection, power, subject, by=by, on=on, ground=ground)
