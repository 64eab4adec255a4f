"""What every service of the direction does first: find in scope and lock, rule on the power."""

from datetime import date
from uuid import UUID

from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.matters import change
from qadaga.matters.step import Step
from qadaga.matters.terms import Owner
from qadaga.supervision.statistics.models import RecordsCheck
from qadaga.supervision.statistics.subject import CHECK, CHECKS, check_subject

_READ = ("office", "body", "matter")


def asked(
    check_id: UUID,
    version: int,
    *,
    by: Actor,
    on: date,
    power: str = CHECK,
    ground: str | None = None,
) -> Step[RecordsCheck]:
    """The power on the check within the scope, locked; its own ground stands for one that is not given.

    Raises NotFound (also for whom its matter complains of), Stale, NotPermitted.
    """
    rows = barred.without(RecordsCheck.objects.select_related(*_READ), by.person_id, "records")
    row = change.locked(rows, check_id, by=by, on=on)
    subject = check_subject(row, by, on)
    step = CHECKS.ask(row, power, subject, by=by, on=on, ground=ground or row.ground)
    change.expect(row, version)
    return step


def owner(row: RecordsCheck) -> Owner:
    """Whose terms run on the check."""
    return Owner("records", row.id, row.office_id, row.region_id)
