"""A duty on the clock is over every page of whoever hears it, without a question of its own."""

from datetime import datetime, time, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from qadaga.accounts.models import User
from qadaga.authority.alarms import services
from qadaga.common import clock
from qadaga.offices.models import Office
from tests.casework import MONDAY, Town, make_town

TEN = datetime.combine(MONDAY, time(10), clock.ZONE)


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


def signed_in(town: Town, name: str, language: str = "ru") -> Client:
    person = getattr(town, name).person
    person.user = User.objects.create_user(name, "korshau-bereke-2026", language=language)
    person.save()
    client = Client()
    client.force_login(person.user)
    return client


def ring(office: Office, at: datetime = TEN) -> None:
    services.begin("duty.fill_gap", subject=("office", office.id), office=office, at=at)


def reads(client: Client, address: str) -> tuple[str, int]:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page = client.get(address).content.decode()
    return page, sum(row["sql"].lstrip().startswith(("SELECT", "WITH", "(SELECT")) for row in asked)


def test_the_banner_costs_no_read_and_counts_down_to_red(town: Town) -> None:
    client = signed_in(town, "region_head")
    with clock.frozen(TEN):
        silent, before = reads(client, "/matters/")
        ring(town.district)
        heard, after = reads(client, "/matters/")
        ring(town.other, TEN - timedelta(hours=2))
        late, _ = reads(client, "/matters/")
    assert "q-alarm" not in silent
    assert "1 обязанность на контроле по минутам: первая — до 11:00" in heard
    assert after == before
    assert "q-alarm-danger" in late
    assert "2 обязанности на контроле по минутам: просрочено с 09:00" in late


def test_the_page_and_my_day_say_what_to_do_and_where(town: Town) -> None:
    ring(town.district)
    ring(town.other)
    with clock.frozen(TEN + timedelta(minutes=20)):
        client = signed_in(town, "region_head", "kk")
        page, cost = reads(client, "/alarms/")
        day, day_cost = reads(client, "/")
        nobody, _ = reads(signed_in(town, "deputy"), "/alarms/")
    for text in (page, day):
        assert text.count("40 минут қалды") == 2
        assert 'href="/offices/dis/acting/' in text
    assert cost <= 8
    assert day_cost <= 8
    assert "Ни одна обязанность не отсчитывает минуты" in nobody
