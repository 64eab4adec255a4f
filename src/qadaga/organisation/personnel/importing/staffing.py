"""The rows of one office, day and order: a staffing table put in force by the service, as by hand (O.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from uuid import UUID

from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.documents.importing.columns import Columns
from qadaga.offices.models import Office
from qadaga.organisation.orders.models import Order
from qadaga.organisation.personnel.importing import cells as read
from qadaga.organisation.personnel.importing import places
from qadaga.organisation.staffing import services
from qadaga.organisation.staffing.entries import LineInput
from qadaga.organisation.staffing.models import StaffingTable
from qadaga.organisation.staffing.selectors import lines_of

COLUMNS = Columns(Path(__file__).with_name("staffing.yaml"))
Cells = dict[str, str]


def key(cells: Cells) -> tuple[str, ...]:
    """What the rows of one table have in common."""
    return cells["office"], cells["starts_on"], cells["order"]


def add(rows: Sequence[Cells], *, by: Actor, on: date) -> list[bool]:
    """Put the table of these rows in force; adds nothing where that very table holds from that day already.

    Raises InvalidInput whose fields are columns, NotPermitted.
    """
    first = rows[0]
    found, starts_on = places.Places(rows), read.needed_day(first, "starts_on")
    office = found.office(first["office"])
    lines = [_line(number, cells, office, found) for number, cells in enumerate(rows, start=1)]
    if _known(office, starts_on, lines):
        return [False] * len(rows)
    services.set_table(
        by=by, on=on, office_id=office.id, lines=lines, starts_on=starts_on, order_id=_order(first["order"])
    )
    return [True] * len(rows)


def _line(number: int, cells: Cells, office: Office, found: places.Places) -> LineInput:
    try:
        return _read(cells, office, found)
    except InvalidInput as error:
        faults = (replace(fault, data={**fault.data, "line": number}) for fault in error.fields)
        raise InvalidInput(*faults) from error


def _read(cells: Cells, office: Office, found: places.Places) -> LineInput:
    return LineInput(
        post=places.post(cells["post"], office),
        positions=_positions(cells["positions"]),
        officer=places.officer(cells, COLUMNS),
        unit_id=found.unit(cells["unit"], office),
        rate=_rate(cells["rate"]),
    )


def _known(office: Office, starts_on: date, lines: Sequence[LineInput]) -> bool:
    table = StaffingTable.objects.filter(office=office, starts_on=starts_on).first()
    if table is None:
        return False
    there = {(one.unit_id, one.post, one.officer, one.positions, one.rate) for one in lines_of(table)}
    return there == {(one.unit_id, one.post, one.officer, one.positions, one.rate) for one in lines}


def _order(number: str) -> UUID:
    found = Order.objects.filter(number_text=number).first()
    if found is None:
        message = N_("There is no order of this number. Draft and sign it first, then import the table.")
        raise InvalidInput.of("order", "unknown", message)
    return found.id


def _positions(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text[:6]) <= 10_000):
        raise InvalidInput.of("positions", "not_a_number", N_("Write a whole number from 1 to 10 000."))
    return int(text)


def _rate(text: str) -> Decimal:
    try:
        rate = Decimal(text.replace(",", ".") or "1")
    except InvalidOperation:
        rate = Decimal(0)
    if not rate.is_finite() or not 0 < rate <= 1:
        raise InvalidInput.of("rate", "out_of_range", N_("The rate is a number above 0 and at most 1."))
    return rate
