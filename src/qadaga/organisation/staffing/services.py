"""Setting the staff limit and the staffing table of an office, by order, from a day on (O.5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from qadaga.authority.actor import Actor
from qadaga.law.coverage import implements
from qadaga.offices.models import Office
from qadaga.organisation import office_checks, subjects
from qadaga.organisation.exercise import exercise
from qadaga.organisation.orders.services import basis, carried_out
from qadaga.organisation.refusals import locked
from qadaga.organisation.staffing import checks
from qadaga.organisation.staffing.entries import LineInput
from qadaga.organisation.staffing.models import StaffingLine, StaffingTable, StaffLimit
from qadaga.organisation.succession import close

KIND = "staffing"


@implements("O.5")
@transaction.atomic
def set_limit(
    *, by: Actor, on: date, office_id: UUID, positions: int, starts_on: date, order_id: UUID | None
) -> StaffLimit:
    """Say how many positions the office has from a day on, by an order of kind "staffing".

    Raises InvalidInput (a number below the table or the people there, a later change, the order),
    NotPermitted, NotFound.
    """
    office = locked(Office, office_id)
    done = exercise(by, "staff_limit.set", subjects.of_office(office, on), on)
    order = basis(order_id, kind=KIND, office=office, on=on)
    rows = StaffLimit.objects.filter(office=office)
    office_checks.no_later_change(rows, starts_on)
    office_checks.within_life(office, starts_on)
    checks.limit(office, positions, starts_on)
    close(rows.on(starts_on), starts_on)
    row = StaffLimit.objects.create(
        office=office, positions=positions, starts_on=starts_on, order=order, ground=str(order)
    )
    carried_out(
        order,
        what="staff_limit.set",
        subject_kind="office",
        subject_id=office.id,
        starts_on=starts_on,
        done=done,
    )
    data = {"positions": positions, "starts_on": starts_on, "order": order.id}
    done.record("staff_limit.set", office.id, ("office", office.id), data)
    return row


@implements("O.5")
@transaction.atomic
def set_table(
    *,
    by: Actor,
    on: date,
    office_id: UUID,
    lines: Sequence[LineInput],
    starts_on: date,
    order_id: UUID | None,
) -> StaffingTable:
    """Put another staffing table in force from a day on, within the limit of that day.

    Raises InvalidInput naming the line (a post the office has not, a unit of another office, more than the
    limit, a post somebody holds left out), NotPermitted, NotFound.
    """
    office = locked(Office, office_id)
    done = exercise(by, "staffing_table.set", subjects.of_office(office, on), on)
    order = basis(order_id, kind=KIND, office=office, on=on)
    rows = StaffingTable.objects.filter(office=office)
    office_checks.no_later_change(rows, starts_on)
    office_checks.within_life(office, starts_on)
    checks.table(office, lines, starts_on)
    close(rows.on(starts_on), starts_on)
    last = rows.aggregate(last=Max("version"))["last"] or 0
    row = StaffingTable.objects.create(
        office=office, version=last + 1, starts_on=starts_on, order=order, ground=str(order)
    )
    StaffingLine.objects.bulk_create(_line(row, line) for line in lines)
    carried_out(
        order,
        what="staffing_table.set",
        subject_kind="office",
        subject_id=office.id,
        starts_on=starts_on,
        done=done,
    )
    data = {"version": row.version, "lines": len(lines), "starts_on": starts_on, "order": order.id}
    done.record("staffing_table.set", office.id, ("office", office.id), data)
    return row


def _line(table: StaffingTable, line: LineInput) -> StaffingLine:
    return StaffingLine(
        table=table,
        unit_id=line.unit_id,
        post=line.post,
        officer=line.officer,
        positions=line.positions,
        rate=line.rate,
    )
