"""Units of an office over time: created, renamed, moved, closed by order; what is refused."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from qadaga.authority import NotPermitted
from qadaga.common.errors import InvalidInput, Stale
from qadaga.journal.models import Entry
from qadaga.offices.models import Unit, UnitPlace
from qadaga.offices.naming import Names
from qadaga.offices.units import call_as_of, units_on
from qadaga.organisation import appointments, today
from qadaga.organisation.appointment_input import AppointmentInput
from qadaga.organisation.staffing.models import StaffingLine, StaffingTable
from qadaga.organisation.units import services
from qadaga.organisation.units.entries import UnitInput
from qadaga.staff.duties.models import Distribution, Duty
from tests.ordering import signed_order
from tests.organisation.conftest import TODAY, Service
from tests.parallel import at_once
from tests.staffing import actor_of, admit, make_actor, make_appointment, make_office, make_person, make_unit

AUGUST, OCTOBER = date(2026, 8, 1), date(2026, 10, 1)
NAMES = Names("Управление надзора", "Қадағалау басқармасы", "Directorate of Supervision")
OTHER = Names("Управление законности", "Заңдылық басқармасы", "Directorate of Legality")


def _create(service: Service, **changed: Any) -> Unit:
    values = {"code": "sup", "kind": "directorate", "names": NAMES, "starts_on": AUGUST, "ground": "№ 1"}
    entered = UnitInput(**{**values, **changed})
    return services.create(by=service.staff_officer, on=TODAY, office_id=service.region.id, unit=entered)


def _faults(refused: pytest.ExceptionInfo[InvalidInput]) -> list[tuple[str, str]]:
    return [(fault.field, fault.code) for fault in refused.value.fields]


def _do(service: Service, what: Any, unit: Unit, **given: Any) -> Unit:
    values = {"by": service.staff_officer, "on": TODAY, "unit_id": unit.id, "ground": "№ 2", **given}
    return what(**values)


def _shown(service: Service, on: date) -> list[tuple[str, str, int]]:
    return [(unit.code, unit.name_ru, unit.depth) for unit in units_on(service.region.id, on)]


def test_units_are_known_as_of_any_day(service: Service) -> None:
    general = make_actor(service.top, "prosecutor_general", on=TODAY)
    order = signed_order(general, TODAY, kind="structure")
    above = _create(service, ground="", order_id=order.id)
    inside = make_unit(service.region, "in")
    _do(service, services.move, inside, parent_id=above.id, starts_on=AUGUST)
    _do(service, services.rename, above, names=OTHER, starts_on=OCTOBER, version=1)
    assert _shown(service, TODAY) == [("in", "Отдел in", 0)]
    assert _shown(service, AUGUST) == [("sup", NAMES.ru, 0), ("in", "Отдел in", 1)]
    assert _shown(service, OCTOBER) == [("sup", OTHER.ru, 0), ("in", "Отдел in", 1)]
    # Rows that name a unit call it as of the day shown, whatever it is called today.
    held = make_appointment(service.region, "prosecutor")
    held.unit = Unit.objects.get(id=above.id)
    for day, name in ((AUGUST, NAMES.ru), (OCTOBER, OTHER.ru)):
        call_as_of([held, make_appointment(service.region, "prosecutor")], day)
        assert held.unit.name_ru == name
    _do(service, services.close, inside, ends_on=OCTOBER)
    assert _shown(service, OCTOBER) == [("sup", OTHER.ru, 0)]
    above.refresh_from_db()
    assert above.name_ru == NAMES.ru
    assert (today.refresh_units(OCTOBER), Unit.objects.get(id=above.id).name_ru) == (1, OTHER.ru)
    assert [effect.what for effect in order.effects.all()] == ["unit.create"]
    acted = set(Entry.objects.filter(subject_kind="unit").values_list("action", flat=True))
    assert acted == {"unit.create", "unit.rename", "unit.move", "unit.close"}


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"kind": "department"}, ("kind", "not_at_level")),
        ({"code": "Ой"}, ("code", "malformed")),
        ({"code": "old"}, ("code", "taken")),
        ({"names": Names("ОТДЕЛ OLD", "б", "c")}, ("name_ru", "taken")),
        ({"names": Names("а", "old бөлімі", "c")}, ("name_kk", "taken")),
        ({"starts_on": date(2019, 1, 1)}, ("starts_on", "office_closed")),
        ({"parent": "old"}, ("parent", "wrong_kind")),
        ({"parent": "far"}, ("parent", "not_of_office")),
        ({"ground": ""}, ("order", "required")),
    ],
)
def test_a_wrong_unit_is_refused(service: Service, changed: dict[str, Any], fault: tuple[str, str]) -> None:
    units = {"old": make_unit(service.region, "old"), "far": make_unit(service.office, "far")}
    if parent := changed.pop("parent", ""):
        changed = {**changed, "parent_id": units[parent].id}
    with pytest.raises(InvalidInput) as refused:
        _create(service, **changed)
    assert _faults(refused) == [fault]
    assert not Entry.objects.exists()


def test_nobody_below_the_top_arranges_units(service: Service) -> None:
    unit = make_unit(service.region, "u")
    regional = make_actor(service.region, "regional_prosecutor", on=TODAY)
    with pytest.raises(NotPermitted):
        services.close(by=regional, on=TODAY, unit_id=unit.id, ends_on=AUGUST, ground="№ 1")
    with pytest.raises(NotPermitted):
        services.create(
            by=regional, on=TODAY, office_id=service.region.id, unit=UnitInput("u", "division", NAMES, AUGUST)
        )


def test_a_change_must_fit_the_time_of_the_unit(service: Service) -> None:
    unit = _create(service)
    wrong = ((TODAY, 1, InvalidInput), (AUGUST, 1, InvalidInput), (OCTOBER, 7, Stale))
    for starts_on, version, error in wrong:
        with pytest.raises(error):
            _do(service, services.rename, unit, names=OTHER, starts_on=starts_on, version=version)
    with pytest.raises(InvalidInput) as refused:
        _do(service, services.move, unit, parent_id=unit.id, starts_on=OCTOBER)
    assert _faults(refused) == [("parent", "cycle")]
    with pytest.raises(InvalidInput) as refused:
        _do(service, services.move, unit, parent_id=None, starts_on=OCTOBER)
    assert _faults(refused) == [("parent", "same")]
    _do(service, services.close, unit, ends_on=OCTOBER)
    with pytest.raises(InvalidInput) as refused:
        _do(service, services.close, unit, ends_on=OCTOBER)
    assert _faults(refused) == [("ends_on", "unit_closed")]


def test_a_unit_with_anything_in_it_is_not_closed_and_says_with_what(service: Service) -> None:
    unit = _create(service, starts_on=TODAY)
    inside = make_unit(service.region, "in")
    _do(service, services.move, inside, parent_id=unit.id, starts_on=AUGUST)
    held = make_appointment(service.region, "prosecutor")
    held.unit = unit
    held.save()
    table = StaffingTable.objects.create(office=service.region, version=1, starts_on=TODAY)
    StaffingLine.objects.create(table=table, unit=unit, post="prosecutor", officer=True, positions=1)
    duties = Distribution.objects.create(office=service.region, starts_on=TODAY)
    Duty.objects.create(distribution=duties, appointment=held, unit=unit, leads=False)
    with pytest.raises(InvalidInput) as refused:
        _do(service, services.close, unit, ends_on=OCTOBER)
    assert [fault.code for fault in refused.value.fields] == [
        "units_inside",
        "people_inside",
        "places_inside",
        "duties_inside",
    ]
    assert refused.value.fields[0].data == {"units": "Отдел in"}
    assert refused.value.fields[1].data == {"people": held.person.short_name}


def test_nobody_is_appointed_to_a_unit_beyond_its_time(service: Service) -> None:
    unit = _create(service)
    _do(service, services.close, unit, ends_on=OCTOBER)
    admit(person := make_person())

    def appoint(starts_on: date, ends_on: date | None) -> None:
        entered = AppointmentInput(
            person_id=person.id,
            office_id=service.region.id,
            post="prosecutor",
            starts_on=starts_on,
            ends_on=ends_on,
            unit_id=unit.id,
            ground="№ 3",
        )
        appointments.make(by=service.staff_officer, on=TODAY, appointment=entered)

    for days in ((TODAY, OCTOBER), (AUGUST, None)):
        with pytest.raises(InvalidInput) as refused:
            appoint(*days)
        assert _faults(refused) == [("unit", "unit_closed")]
    appoint(AUGUST, OCTOBER)


def test_the_database_itself_knows_no_cycle_and_no_other_office(service: Service) -> None:
    above, inside = make_unit(service.region, "a", "directorate"), make_unit(service.region, "b")
    UnitPlace.objects.filter(unit=inside).update(parent=above)
    for unit, parent in ((above, inside), (inside, make_unit(service.office, "c"))):
        with pytest.raises(IntegrityError), transaction.atomic():
            UnitPlace.objects.filter(unit=unit).update(parent=parent)
    with pytest.raises(IntegrityError), transaction.atomic():
        UnitPlace.objects.create(unit=inside, starts_on=AUGUST)
    inside.names.update(office=service.office)
    with pytest.raises(IntegrityError):
        connection.check_constraints()


def test_closing_and_appointing_at_one_moment_leave_nobody_in_a_closed_unit(transactional_db: None) -> None:
    top = make_office("t", "general")
    region = make_office("r", "region", top)
    by = actor_of(make_appointment(top, "staff_officer"), TODAY)
    unit, person = make_unit(region, "u"), admit(make_person())
    asked = AppointmentInput(
        person_id=person.id,
        office_id=region.id,
        post="prosecutor",
        starts_on=TODAY,
        unit_id=UUID(str(unit.id)),
        ground="№ 1",
    )
    answers = at_once(
        [
            lambda: services.close(by=by, on=TODAY, unit_id=unit.id, ends_on=AUGUST, ground="№ 2"),
            lambda: appointments.make(by=by, on=TODAY, appointment=asked),
        ]
    )
    assert sum(isinstance(answer, InvalidInput) for answer in answers) == 1
