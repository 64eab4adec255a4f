"""What a change of a unit must agree with: the law, the office, the units around it, who is in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from qadaga.common.errors import FieldError, InvalidInput, Problems
from qadaga.common.i18n import N_
from qadaga.law import catalogue
from qadaga.offices.dated import in_force
from qadaga.offices.models import Office, Unit, UnitPlace
from qadaga.organisation import office_checks
from qadaga.organisation.staffing.models import StaffingLine
from qadaga.staff.duties.models import Duty
from qadaga.staff.models import Appointment

SHOWN = 5
CYCLE = FieldError(
    "parent",
    "cycle",
    N_("A unit cannot stand inside itself or inside a unit that it holds. Choose another one."),
)
NAME_TAKEN = N_("Another unit of the office bears this name in that time. Choose another one.")
REFUSALS = {
    "office_unit_code": FieldError(
        "code", "taken", N_("Another unit of the office has this code. Choose a code that is free.")
    ),
    "office_unit_name_ru_once": FieldError("name_ru", "taken", NAME_TAKEN),
    "office_unit_name_kk_once": FieldError("name_kk", "taken", NAME_TAKEN),
    "office_unit_no_cycle": CYCLE,
}


def kinds_at(office: Office, on: date) -> list[str]:
    """The kinds of unit that an office of this level has."""
    records = catalogue.law().at(on).unit_kinds.values()
    return [record.id for record in records if office.level in record.levels]


def new(code: str, kind: str, office: Office, starts_on: date) -> None:
    """Raises InvalidInput where code, kind or day are wrong for a unit of the office."""
    problems = Problems()
    with problems.collect():
        office_checks.code(code, most=32)
    if kind not in kinds_at(office, starts_on):
        message = N_("An office of this level has no units of this kind (L.1.4). Choose from the list.")
        problems.add("kind", "not_at_level", message)
    with problems.collect():
        office_checks.within_life(office, starts_on)
    problems.check()


def place(unit_kind: str, office: Office, parent_id: UUID | None, starts_on: date) -> Unit | None:
    """The unit to stand in, locked. Raises InvalidInput for one closed, of another office, of no fit kind."""
    if parent_id is None:
        return None
    above = Unit.objects.select_for_update(no_key=True).filter(id=parent_id, office=office).first()
    if above is None:
        raise InvalidInput.of(
            "parent", "not_of_office", N_("The unit belongs to another office. Choose from the list.")
        )
    if not above.exists(starts_on) or above.closed_on is not None:
        raise InvalidInput.of(
            "parent", "unit_closed", N_("The unit above does not exist on that day, or it is to be closed.")
        )
    if above.kind not in catalogue.law().at(starts_on).unit_kinds[unit_kind].inside:
        raise InvalidInput.of(
            "parent", "wrong_kind", N_("A unit of this kind does not stand inside one of that kind (L.1.4).")
        )
    return above


def living(unit: Unit, starts_on: date) -> None:
    """Raises InvalidInput where the unit does not exist on the day, or its closing is entered."""
    if not unit.exists(starts_on) or unit.closed_on is not None:
        raise InvalidInput.of(
            "starts_on", "unit_closed", N_("The unit does not exist on that day, or its closing is entered.")
        )


def empty(unit: Unit, ends_on: date) -> None:
    """Raises InvalidInput naming everything that would be left in the unit from the day on."""
    problems = Problems()
    inside = UnitPlace.objects.overlapping(ends_on, None).filter(parent=unit).select_related("unit")
    if names := _listed(row.unit.name_ru for row in inside):
        message = N_("Units stand inside it: %(units)s. Move or close them first.")
        problems.add("ends_on", "units_inside", message, units=names)
    rows = Appointment.objects.overlapping(ends_on, None).filter(unit=unit).select_related("person")
    if names := _listed(row.person.short_name for row in rows.order_by("person__sort_key")):
        message = N_("People serve in it from that day on: %(people)s. Transfer them first.")
        problems.add("ends_on", "people_inside", message, people=names)
    _not_planned(unit, ends_on, problems)
    problems.check()


def _not_planned(unit: Unit, ends_on: date, problems: Problems) -> None:
    goes_on = Q(table__ends_on__isnull=True) | Q(table__ends_on__gt=ends_on)
    if StaffingLine.objects.filter(goes_on, unit=unit).exists():
        message = N_("The staffing table has places in it then. Put another table in force first (O.5).")
        problems.add("ends_on", "places_inside", message)
    if Duty.objects.filter(in_force(ends_on, "distribution__"), unit=unit).exists():
        message = N_("The distribution of duties names it. Distribute the duties anew first (O.14.1).")
        problems.add("ends_on", "duties_inside", message)


def _listed(names: Iterable[str]) -> str:
    found = list(dict.fromkeys(names))
    more = f" +{len(found) - SHOWN}" if len(found) > SHOWN else ""
    return ", ".join(found[:SHOWN]) + more
