"""An office under another one from a day on; one closed that nothing hangs on (O.1, L.1.2, L.1.4)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from qadaga.authority.actor import Actor
from qadaga.common.errors import FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.matters.choices import MatterStatus, TermState
from qadaga.matters.models import Matter, Term
from qadaga.offices import selectors
from qadaga.offices.models import Office, Subordination
from qadaga.organisation import by_order, subjects
from qadaga.organisation.exercise import exercise
from qadaga.organisation.refusals import check_version, locked, refused_by
from qadaga.organisation.restructuring import handovers, merge_checks, merge_people, planning, regions
from qadaga.organisation.succession import close, succeed
from qadaga.organisation.units import following

CYCLE = FieldError(
    "parent",
    "cycle",
    N_("An office cannot stand under itself or under an office below it. Choose one beside or above it."),
)


@implements("L.1.2", "L.1.4", "O.1")
@transaction.atomic
def move(
    *,
    by: Actor,
    on: date,
    office_id: UUID,
    parent: str,
    starts_on: date,
    ground: str = "",
    order_id: UUID | None = None,
    version: int | None = None,
) -> Office:
    """Put the office under another one from a day on; a region that changes is rewritten on that day.

    Raises InvalidInput (a kind that may not stand there, a cycle, a day already decided), NotPermitted,
    Stale.
    """
    row = locked(Office, office_id)
    done = exercise(by, "office.edit", subjects.of_office(row, on), on)
    check_version(row, version)
    above = selectors.office_by_code(parent)
    _check_line(row, above, starts_on)
    order = by_order.ground(order_id, ground, office=row, on=on)
    line = Subordination(office=row, parent=above, starts_on=starts_on, ground=order.text)
    with (
        planning.kept("office.move", [row], starts_on, done, order.text),
        refused_by({"office_no_cycle": CYCLE}),
    ):
        succeed(line, row.subordinations)
    row.version += 1
    row.save(update_fields=["version"])
    data = {"code": row.code, "parent": above.code, "starts_on": starts_on, "version": row.version}
    if starts_on <= on:
        regions.follow(on)
        for handover in handovers.due(on):
            handovers.carry_out(handover, on)
        row.refresh_from_db()
    order.note("office.move", row, starts_on, done)
    done.record("office.move", row.id, ("office", row.id), data)
    return row


def _check_line(row: Office, above: Office, starts_on: date) -> None:
    kinds = catalogue.law().at(starts_on).office_kinds
    if above.id == row.id or above.id in selectors.descendants(row.id, starts_on):
        raise InvalidInput(CYCLE)
    if above.kind not in kinds[row.kind].parents:
        raise InvalidInput.of(
            "parent", "wrong_line", N_("An office of this kind cannot stand under the one chosen.")
        )
    if not _exists(above, starts_on):
        raise InvalidInput.of("parent", "office_closed", N_("The office above does not exist on that day."))
    if row.subordinations.on(starts_on).filter(parent=above).exists():
        raise InvalidInput.of("parent", "same", N_("The office stands under this one already."))


def _exists(office: Office, on: date) -> bool:
    return office.opened_on <= on and (office.closed_on is None or on < office.closed_on)


@implements("O.5")
@transaction.atomic
def close_empty(
    *,
    by: Actor,
    on: date,
    office_id: UUID,
    ends_on: date,
    ground: str = "",
    order_id: UUID | None = None,
    version: int | None = None,
) -> Office:
    """Close an office that has nothing left to pass on; `ends_on` is the first day without it.

    Raises InvalidInput where anything would be left without an owner: it has to be merged into another one.
    """
    row = locked(Office, office_id)
    done = exercise(by, "office.close", subjects.of_office(row, on), on)
    check_version(row, version)
    merge_checks.day(ends_on, on)
    merge_checks.closing([row], ends_on)
    _nothing_left(row, ends_on)
    order = by_order.ground(order_id, ground, office=row, on=on)
    with planning.kept("office.close", [row], ends_on, done, order.text):
        close(row.spheres.on(ends_on), ends_on)
        following.end_all(row, ends_on, done)
        row.closed_on = ends_on
        row.version += 1
        row.save(update_fields=["closed_on", "version"])
    data = {"code": row.code, "starts_on": ends_on}
    order.note("office.close", row, ends_on, done)
    done.record("office.close", row.id, ("office", row.id), data)
    return row


def _nothing_left(office: Office, ends_on: date) -> None:
    open_matters = Matter.objects.filter(~Q(status=MatterStatus.CLOSED), holder=office)[:1]
    running = Term.objects.filter(~Q(state=TermState.FINISHED), office=office)[:1]
    left = [
        (
            "people",
            merge_people.serving([office], ends_on),
            N_("People serve there still: say which office follows it."),
        ),
        (
            "territory",
            office.territories.on(ends_on),
            N_("Nobody else holds its territory: say which office follows it."),
        ),
        ("matters", open_matters, N_("It has open matters: say which office follows it.")),
        ("terms", running, N_("Appeals or acts wait there whose terms run: say which office follows it.")),
    ]
    for code, rows, message in left:
        if bool(rows):
            raise InvalidInput.of("into", code, message)
