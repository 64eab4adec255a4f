"""What the database itself refuses about offices, whoever writes."""

from collections.abc import Callable
from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from qadaga.offices.models import Office, OfficeName, OfficeSphere, OfficeTerritory, Subordination
from tests.staffing import SINCE, make_office

JULY = date(2026, 7, 1)


@pytest.fixture
def top(db: None) -> Office:
    return make_office("t", "general")


@pytest.fixture
def region(top: Office) -> Office:
    return make_office("r", "region", top, kato="110000000")


def _name(office: Office, starts_on: date, ends_on: date | None = None) -> OfficeName:
    return OfficeName(
        office=office, name_ru="а", name_kk="а", name_en="a", starts_on=starts_on, ends_on=ends_on
    )


def test_two_names_at_once_are_refused(region: Office) -> None:
    with pytest.raises(IntegrityError, match="office_one_name"), transaction.atomic():
        _name(region, JULY).save()


def test_a_name_may_follow_the_day_another_ends(region: Office) -> None:
    region.names.update(ends_on=JULY)
    _name(region, JULY).save()
    assert region.names.count() == 2


def test_a_period_that_ends_before_it_starts_is_refused(region: Office) -> None:
    with pytest.raises(IntegrityError, match="offices_officename_period"), transaction.atomic():
        _name(region, date(2010, 1, 1), date(2010, 1, 1)).save()


def test_two_parents_at_once_are_refused(top: Office, region: Office) -> None:
    with pytest.raises(IntegrityError, match="office_one_parent"), transaction.atomic():
        Subordination.objects.create(office=region, parent=top, starts_on=JULY)


def test_one_unit_has_one_territorial_office_at_a_time(top: Office, region: Office) -> None:
    other = make_office("r2", "region", top)
    with pytest.raises(IntegrityError, match="office_one_general_holder"), transaction.atomic():
        OfficeTerritory.objects.create(office=other, kato="110000000", starts_on=JULY)


def test_a_specialised_office_may_share_a_unit(region: Office) -> None:
    eco = make_office("eco", "environmental", region, kato="110000000", sphere="environmental")
    assert eco.territories.get().general is False


def test_a_code_that_is_no_kato_code_is_refused(region: Office) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        OfficeTerritory.objects.create(office=region, kato="11000000x", starts_on=JULY)


def test_the_same_sphere_twice_is_refused_another_is_not(region: Office) -> None:
    eco = make_office("eco", "environmental", region, sphere="environmental")
    OfficeSphere.objects.create(office=eco, sphere="military", starts_on=JULY)
    with pytest.raises(IntegrityError, match="office_one_row_a_sphere"), transaction.atomic():
        OfficeSphere.objects.create(office=eco, sphere="environmental", starts_on=JULY)


def test_only_the_general_office_has_nothing_above(region: Office) -> None:
    with pytest.raises(IntegrityError, match="office_only_general_has_no_parent"), transaction.atomic():
        Office.objects.filter(pk=region.pk).update(parent=None)


def test_a_second_general_office_is_refused(top: Office) -> None:
    with pytest.raises(IntegrityError, match="office_one_general"), transaction.atomic():
        make_office("t2", "general")


def test_an_office_cannot_stand_under_one_below_it(region: Office) -> None:
    district = make_office("d", "district", region)
    region.subordinations.update(ends_on=JULY)
    with pytest.raises(IntegrityError, match="cannot stand under itself"), transaction.atomic():
        Subordination.objects.create(office=region, parent=district, starts_on=JULY)


def test_an_office_cannot_stand_under_itself(region: Office) -> None:
    region.subordinations.all().delete()
    with pytest.raises(IntegrityError, match="cannot stand under itself"), transaction.atomic():
        Subordination.objects.create(office=region, parent=region, starts_on=SINCE)


def test_turning_the_line_round_after_it_ended_is_no_cycle(region: Office) -> None:
    district = make_office("d", "district", region)
    Subordination.objects.filter(office__in=[region, district]).update(ends_on=JULY)
    Subordination.objects.create(office=region, parent=district, starts_on=JULY)
    assert Subordination.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_two_transactions_cannot_close_a_cycle_unseen() -> None:
    top = make_office("t", "general")
    one, two = make_office("a", "region", top), make_office("b", "region", top)
    Subordination.objects.update(ends_on=JULY)
    start, outcomes = Barrier(2), []

    def put(office: Office, parent: Office) -> Callable[[], None]:
        def run() -> None:
            start.wait()
            try:
                Subordination.objects.create(office=office, parent=parent, starts_on=JULY)
                outcomes.append("done")
            except IntegrityError:
                outcomes.append("refused")
            finally:
                connection.close()

        return run

    threads = [Thread(target=put(one, two)), Thread(target=put(two, one))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["done", "refused"]
