"""A region with two districts, 60 appeals in each, and a clerk, a district prosecutor and a regional one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.test import Client

from qadaga.accounts.models import User
from qadaga.appeals.models import Appeal, Applicant
from qadaga.authority.lists import search
from qadaga.common import clock
from qadaga.common.ids import new_id
from qadaga.offices.models import Office
from qadaga.staff.models import Appointment
from tests.staffing import make_appointment, make_office, make_person

TODAY = date(2026, 5, 20)


@dataclass
class Country:
    """The offices and who works there."""

    general: Office
    region: Office
    district: Office
    neighbour: Office
    people: dict[str, Appointment]

    def client(self, who: str) -> Client:
        """A browser in which that person is signed in, in their hat."""
        client = Client()
        user = self.people[who].person.user
        assert user is not None
        client.force_login(user)
        return client


def hire(office: Office, post: str, login: str) -> Appointment:
    """Somebody with a login and one post."""
    return make_appointment(office, post, make_person(user=User.objects.create_user(login, "korshau-bereke")))


def make_appeals(office: Office, count: int, *, name: str = "Сәуле Ахметова", iin: str = "") -> list[Appeal]:
    """Appeals registered on successive days back from TODAY, every third with a date that has passed."""
    made = []
    for n in range(count):
        day = TODAY - timedelta(days=n % 40)
        appeal = Appeal(
            id=new_id(),
            year=day.year,
            number=f"{office.code}-{n:05}",
            coupon=new_id().hex[-12:],
            office=office,
            region_id=office.region_id,
            kind="complaint" if n % 2 else "application",
            language="ru",
            way="post",
            arrived_on=day,
            registered_on=day,
            summary=f"Жалоба на увольнение {n}",
            body_name="Акимат <города>",
            status="answered" if n % 5 == 0 else "registered",
            due_on=None if n % 5 == 0 else TODAY + timedelta(days=n % 3 * 5 - 5),
        )
        appeal.save(force_insert=True)
        applicant = Applicant.objects.create(
            appeal=appeal,
            office_id=office.id,
            region_id=office.region_id,
            kind="person",
            name=f"{name} {n}",
            sort_key=name,
            iin=iin,
            no_id_reason="" if iin else "foreigner",
        )
        search.put(entry_of(appeal, applicant))
        made.append(appeal)
    return made


def entry_of(appeal: Appeal, applicant: Applicant) -> search.Entry:
    """What is searched of the appeal."""
    return search.Entry(
        kind="appeal",
        id=appeal.id,
        office_id=appeal.office_id,
        region_id=appeal.region_id,
        day=appeal.registered_on,
        number=appeal.number,
        title=appeal.summary,
        texts=(applicant.name,),
        exact=(applicant.iin,),
    )


@pytest.fixture
def country(db: None) -> Country:
    """The offices, empty of cases."""
    general = make_office("gpo", "general")
    region = make_office("alm", "region", general)
    district = make_office("alm-ili", "district", region)
    neighbour = make_office("alm-talgar", "district", region)
    people = {
        "clerk": hire(district, "registry_clerk", "clerk"),
        "prosecutor": hire(district, "district_prosecutor", "prosecutor"),
        "neighbour": hire(neighbour, "assistant", "neighbour"),
        "region": hire(region, "regional_prosecutor", "regional"),
        "nation": hire(general, "prosecutor_general", "general"),
    }
    return Country(general, region, district, neighbour, people)


@pytest.fixture
def at_work(country: Country) -> object:
    """The day stands still."""
    with clock.frozen(TODAY):
        yield country


def links(text: str, rel: str) -> list[str]:
    """Addresses of the links of that relation."""
    parts = text.split(f'rel="{rel}" href="')[1:]
    return [part.split('"', 1)[0].replace("&amp;", "&") for part in parts]
