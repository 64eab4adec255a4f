"""Two cards of one person: found, made one by a decision, or refused."""

from datetime import date, timedelta

import pytest

from qadaga.authority import NotPermitted
from qadaga.common.errors import Conflict, InvalidInput, NotFound
from qadaga.journal.models import Entry
from qadaga.organisation.careers.merging import likely_same, merge, merged_into
from qadaga.organisation.careers.models import EntryCheck
from qadaga.staff.models import Person
from tests.organisation.conftest import TODAY, Service
from tests.staffing import actor_of, admit, make_appointment, send_away

IIN = "850725400331"


def _card(**other: object) -> Person:
    values = {"last_name": "Ким", "first_name": "Олег", "sort_key": "ким олег", **other}
    return Person.objects.create(**values)


def _merge(service: Service, kept: Person, gone: Person) -> object:
    return merge(by=service.staff_officer, on=TODAY, kept_id=kept.id, gone_id=gone.id, ground="Решение № 1")


def test_the_same_name_is_likely_the_same_unless_number_or_birth_date_differ(service: Service) -> None:
    one = _card(iin=IIN, born_on=date(1985, 7, 25))
    unknown, same = _card(), _card(born_on=date(1985, 7, 25))
    _card(born_on=date(1990, 1, 1))
    _card(iin="050312600511")
    assert set(likely_same(one)) == {unknown, same}


def test_the_kept_card_gets_everything_and_the_other_leads_to_it(service: Service) -> None:
    kept, gone = _card(), _card(iin=IIN, born_on=date(1985, 7, 25))
    held = make_appointment(service.office, "assistant", admit(gone))
    away = send_away(gone, TODAY)
    _merge(service, kept, gone)
    for row in (kept, gone, held, away):
        row.refresh_from_db()
    assert (kept.iin, kept.born_on, gone.iin) == (IIN, date(1985, 7, 25), None)
    assert (held.person, away.person) == (kept, kept)
    assert EntryCheck.objects.get().person == kept
    assert merged_into(gone.id) == kept.id
    assert not likely_same(kept).exists()
    assert Entry.objects.filter(action="person.merge", subject_id=kept.id).exists()
    with pytest.raises(NotFound):
        _merge(service, kept, gone)


def test_two_numbers_one_card_and_the_same_days_are_refused(service: Service) -> None:
    kept, gone = _card(iin=IIN), _card(iin="050312600511")
    with pytest.raises(InvalidInput, match="numbers differ"):
        _merge(service, kept, gone)
    with pytest.raises(InvalidInput, match="one card"):
        _merge(service, kept, kept)
    Person.objects.filter(id=gone.id).update(iin=None)
    for person in (kept, gone):
        send_away(person, TODAY, TODAY + timedelta(days=3))
    with pytest.raises(Conflict):
        _merge(service, kept, gone)
    kept.refresh_from_db()
    assert (kept.version, merged_into(gone.id)) == (1, None)


def test_a_district_merges_nobody(service: Service) -> None:
    kept, gone = _card(), _card()
    with pytest.raises(NotPermitted):
        merge(by=actor_of(service.head, TODAY), on=TODAY, kept_id=kept.id, gone_id=gone.id, ground="№ 1")


def test_cards_of_different_names_or_birth_dates_are_not_made_one(service: Service) -> None:
    kept = _card(born_on=date(1985, 7, 25))
    for other in (_card(last_name="Цой"), _card(born_on=date(1990, 1, 1))):
        with pytest.raises(InvalidInput, match="differ"):
            _merge(service, kept, other)


def test_nobody_takes_the_powers_of_the_own_head_or_of_another_by_a_merge(service: Service) -> None:
    head = make_appointment(service.region, "regional_prosecutor", admit(_card()))
    officer = make_appointment(service.region, "staff_officer", admit(_card()))
    empty = _card()
    by = actor_of(officer, TODAY)
    for kept, gone in ((officer.person, empty), (empty, officer.person), (empty, head.person)):
        with pytest.raises(NotPermitted):
            merge(by=by, on=TODAY, kept_id=kept.id, gone_id=gone.id, ground="№ 1")
    _merge(service, head.person, empty)
