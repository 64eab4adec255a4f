"""The personal file: who opens it, what is written in it, service length, leave, guarantees (L.2.5)."""

from datetime import date
from typing import Any

import pytest

from qadaga.authority import NotPermitted
from qadaga.common.errors import AlreadyDone, InvalidInput, NotFound, Stale
from qadaga.journal import selectors as journal
from qadaga.law.service import Length
from qadaga.organisation.personnel import file, guarantees, service
from qadaga.organisation.personnel.due import of_quarter, quarter_of, within
from qadaga.organisation.personnel.file import EntryInput
from qadaga.organisation.personnel.service import PeriodInput
from qadaga.staff.models import Appointment
from tests.organisation.conftest import TODAY
from tests.organisation.personnel.conftest import Personnel
from tests.staffing import make_actor, make_appointment, make_person, send_away

ARMY = PeriodInput("armed_forces", "в/ч 0001", date(2015, 1, 1), date(2016, 1, 1), "военный билет № 1")


def _codes(refused: pytest.ExceptionInfo[InvalidInput]) -> dict[str, str]:
    return {fault.field: fault.code for fault in refused.value.fields}


def _sums(held: Appointment, on: date) -> service.Sums:
    person = held.person
    periods = person.periods.filter(withdrawn_on=None)
    return service.sums(person.appointments.all(), periods, person.ranks.all(), on)


def _record(personnel: Personnel, period: PeriodInput) -> service.ServicePeriod:
    return service.record(by=personnel.staff, on=TODAY, person_id=personnel.held.person_id, period=period)


@pytest.mark.parametrize("who", ["staff", "head", "self_"])
def test_the_file_opens_to_staff_officers_the_head_and_the_person(personnel: Personnel, who: str) -> None:
    by = getattr(personnel, who)
    opened = file.open_file(by=by, on=TODAY, person_id=personnel.held.person_id)
    assert opened.person == personnel.held.person
    reading = journal.readings("person", opened.person.id)[0]
    assert (reading.action, reading.person_id) == ("personal_file.read", by.person_id)


@pytest.mark.parametrize("post", ["deputy_district", "assistant", "registry_clerk"])
def test_others_of_the_office_are_refused_by_the_law(personnel: Personnel, post: str) -> None:
    other = make_actor(personnel.service.office, post, on=TODAY)
    with pytest.raises(NotPermitted):
        file.open_file(by=other, on=TODAY, person_id=personnel.held.person_id)
    assert not journal.readings("person", personnel.held.person_id)


def test_the_line_above_opens_it_and_nobody_beside_finds_it(personnel: Personnel) -> None:
    above = make_actor(personnel.service.region, "staff_officer", on=TODAY)
    assert file.open_file(by=above, on=TODAY, person_id=personnel.held.person_id)
    beside = make_actor(personnel.service.beside, "district_prosecutor", on=TODAY)
    for person in (personnel.held.person, make_person()):
        with pytest.raises(NotFound):
            file.open_file(by=beside, on=TODAY, person_id=person.id)


def test_whoever_wears_another_hat_still_opens_their_own_file(personnel: Personnel) -> None:
    other = make_actor(personnel.service.beside, "assistant", on=TODAY, person=personnel.held.person)
    assert file.open_file(by=other, on=TODAY, person_id=personnel.held.person_id)


def test_posts_count_by_themselves_beside_the_recorded_periods(personnel: Personnel) -> None:
    _record(personnel, ARMY)
    sums = _sums(personnel.held, date(2026, 1, 1))
    assert sums.service.total == Length(7, 0, 0)  # a year of the army and the post since 2020
    assert [row.span.kind for row in sums.rows] == ["armed_forces", "prosecution"]


def test_service_length_and_total_employment_are_kept_apart(personnel: Personnel) -> None:
    _record(personnel, PeriodInput("other_work", "ТОО", date(2010, 1, 1), date(2012, 1, 1), "трудовая"))
    _record(personnel, PeriodInput("courts", "суд", date(2012, 1, 1), date(2013, 1, 1), "приказ", "double"))
    sums = _sums(personnel.held, date(2021, 1, 1))
    assert (sums.service.total, sums.employment.total) == (Length(3, 0, 0), Length(4, 0, 0))
    assert sums.in_rank is None


def test_an_employee_has_employment_but_no_service(personnel: Personnel) -> None:
    clerk = make_appointment(personnel.service.office, "registry_clerk")
    sums = _sums(clerk, date(2022, 1, 1))
    assert (sums.service.total, sums.employment.total) == (Length(), Length(2, 0, 0))


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"kind": "circus"}, {"kind": "unknown"}),
        ({"factor": "ten"}, {"factor": "unknown"}),
        ({"evidence": "", "organisation": "a\0"}, {"evidence": "required", "organisation": "bad_character"}),
        ({"ends_on": date(2015, 1, 1)}, {"ends_on": "period_empty"}),
        ({"starts_on": date(2027, 1, 1), "ends_on": None}, {"starts_on": "future"}),
    ],
)
def test_a_period_that_cannot_be_is_refused_by_field(
    personnel: Personnel, changes: dict[str, Any], faults: dict[str, str]
) -> None:
    wanted = {name: getattr(ARMY, name) for name in ARMY.__slots__} | changes
    with pytest.raises(InvalidInput) as refused:
        _record(personnel, PeriodInput(**wanted))
    assert _codes(refused) == faults


def test_a_period_is_recorded_once_and_withdrawn_by_its_version(personnel: Personnel) -> None:
    row = _record(personnel, ARMY)
    with pytest.raises(InvalidInput) as refused:
        _record(personnel, ARMY)
    assert _codes(refused) == {"starts_on": "recorded"}
    with pytest.raises(Stale):
        service.withdraw(by=personnel.staff, on=TODAY, person_id=row.person_id, period_id=row.id, version=7)
    service.withdraw(by=personnel.staff, on=TODAY, person_id=row.person_id, period_id=row.id, version=1)
    assert [one.period for one in _sums(personnel.held, TODAY).rows] == [None]
    with pytest.raises(NotFound):
        service.withdraw(by=personnel.staff, on=TODAY, person_id=row.person_id, period_id=row.id)
    assert _record(personnel, ARMY).id != row.id


def test_nobody_writes_in_their_own_file(personnel: Personnel) -> None:
    with pytest.raises(NotPermitted):
        service.record(by=personnel.staff, on=TODAY, person_id=personnel.staff.person_id, period=ARMY)
    entry = EntryInput("award", "Медаль", date(2025, 5, 7))
    with pytest.raises(NotPermitted):
        file.add(by=personnel.self_, on=TODAY, person_id=personnel.held.person_id, entry=entry)


def _add(personnel: Personnel, **values: Any) -> file.FileEntry:
    entry = EntryInput(**({"title": "Т", "made_on": date(2026, 3, 31)} | values))
    return file.add(by=personnel.staff, on=TODAY, person_id=personnel.held.person_id, entry=entry)


@pytest.mark.parametrize(
    ("kind", "ends_on"),
    [
        ("penalty", date(2026, 9, 30)),
        ("attestation", date(2029, 3, 31)),
        ("probation", date(2026, 6, 30)),
        ("award", None),
        ("military", None),
    ],
)
def test_an_entry_takes_the_end_its_term_gives(personnel: Personnel, kind: str, ends_on: date | None) -> None:
    assert _add(personnel, kind=kind).ends_on == ends_on


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        ({"kind": "song"}, {"kind": "unknown"}),
        ({"kind": "award", "title": ""}, {"title": "required"}),
        ({"kind": "award", "made_on": date(2027, 1, 1)}, {"made_on": "future"}),
        ({"kind": "penalty", "ends_on": date(2026, 3, 1)}, {"ends_on": "period_empty"}),
        ({"kind": "leave"}, {"days": "out_of_range"}),
        ({"kind": "leave", "days": 400}, {"days": "out_of_range"}),
    ],
)
def test_an_entry_that_cannot_be_is_refused_by_field(
    personnel: Personnel, values: dict[str, Any], faults: dict[str, str]
) -> None:
    with pytest.raises(InvalidInput) as refused:
        _add(personnel, **values)
    assert _codes(refused) == faults


def test_leave_granted_used_and_left_by_year(personnel: Personnel) -> None:
    _add(personnel, kind="leave", made_on=date(2025, 1, 1), days=45)
    send_away(personnel.held.person, date(2025, 12, 20), date(2026, 1, 5))
    opened = file.open_file(by=personnel.staff, on=TODAY, person_id=personnel.held.person_id)
    assert [(one.year, one.granted, one.used, one.left) for one in opened.leave] == [
        (2026, 30, 4, 26),
        (2025, 45, 12, 33),
    ]


def test_an_entry_is_withdrawn_and_stays_in_the_table(personnel: Personnel) -> None:
    row = _add(personnel, kind="award")
    file.withdraw(by=personnel.staff, on=TODAY, person_id=row.person_id, entry_id=row.id, version=1)
    assert not file.open_file(by=personnel.staff, on=TODAY, person_id=personnel.held.person_id).entries
    row.refresh_from_db()
    assert row.withdrawn_on == TODAY
    with pytest.raises(NotFound):
        file.withdraw(by=personnel.staff, on=TODAY, person_id=row.person_id, entry_id=row.id)


def test_reservists_of_the_scope_are_listed_until_struck_off(personnel: Personnel) -> None:
    kept = _add(personnel, kind="military")
    _add(personnel, kind="military", made_on=date(2020, 1, 1), ends_on=date(2025, 1, 1))
    found = of_quarter(within(personnel.staff, TODAY), TODAY, quarter_of(TODAY))
    assert found.reservists == [(personnel.held.person, kept)]


def test_a_guarantee_is_asked_by_the_person_and_decided_by_the_head_once(personnel: Personnel) -> None:
    person = personnel.held.person_id
    asked = {"on": TODAY, "person_id": person, "sort": "housing", "text": "Прошу жильё"}
    with pytest.raises(NotPermitted):
        guarantees.ask(by=personnel.staff, **asked)
    row = guarantees.ask(by=personnel.self_, **asked)
    decided = {
        "on": TODAY,
        "person_id": person,
        "request_id": row.id,
        "granted": False,
        "outcome": "Нет фонда",
    }
    for nobody in (personnel.self_, personnel.staff):
        with pytest.raises(NotPermitted):
            guarantees.decide(by=nobody, **decided)
    done = guarantees.decide(by=personnel.head, version=1, **decided)
    assert (done.state, done.decided_on) == ("refused", TODAY)
    with pytest.raises(AlreadyDone):
        guarantees.decide(by=personnel.head, **decided)


@pytest.mark.parametrize(("sort", "text", "field"), [("yacht", "Т", "sort"), ("other", " ", "text")])
def test_a_request_without_sense_is_refused(personnel: Personnel, sort: str, text: str, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        guarantees.ask(by=personnel.self_, on=TODAY, person_id=personnel.held.person_id, sort=sort, text=text)
    assert list(_codes(refused)) == [field]
