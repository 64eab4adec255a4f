"""The structure as of a date: 300 offices with 6,000 people (O.5, L.1.4)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from bench.clients import alone, opening
from bench.measuring import Bench
from bench.report import Figure
from qadaga.common.sortkeys import sort_key
from qadaga.offices.models import Office, OfficeName, Subordination
from qadaga.staff.models import Appointment, Person

OFFICES, PEOPLE = 300, 6_000
SINCE, ASKED = date(2020, 1, 1), "2026-01-15"


def structure(bench: Bench) -> list[Figure]:
    """The tree of offices and the regions at a glance, as of a day that is not today."""
    fill()
    browser = bench.people("nation")[0]
    pages = {
        "tree of offices, as of a date": f"/offices/?on={ASKED}",
        "regions at a glance, as of a date": f"/structure/map/?on={ASKED}",
    }
    found: list[Figure] = []
    for name, path in pages.items():
        times = alone(opening(browser, path), times=60)
        found += bench.figures(name, times, p50=30, p95=50)
    return found


@transaction.atomic
def fill() -> None:
    """Add districts and assistants until there are as many as promised."""
    region = Office.objects.filter(kind="region").order_by("code")[0]
    missing = OFFICES - Office.objects.count()
    offices = [_office(region, number) for number in range(max(missing, 0))]
    Office.objects.bulk_create(offices)
    OfficeName.objects.bulk_create(_name(office) for office in offices)
    Subordination.objects.bulk_create(
        Subordination(office=office, parent=region, starts_on=SINCE) for office in offices
    )
    _hire(PEOPLE - Appointment.objects.count())


def _office(region: Office, number: int) -> Office:
    name = f"Прокуратура {number}"
    names = {"name_ru": name, "name_kk": name, "name_en": name}
    return Office(
        code=f"bench-{number}",
        kind="district",
        level=3,
        parent=region,
        region=region,
        opened_on=SINCE,
        **names,
    )


def _name(office: Office) -> OfficeName:
    names = {"name_ru": office.name_ru, "name_kk": office.name_kk, "name_en": office.name_en}
    return OfficeName(office=office, starts_on=SINCE, **names)


def _hire(missing: int) -> None:
    offices = list(Office.objects.all())
    people = [
        Person(last_name=f"Серік{n}", first_name="Болат", sort_key=sort_key(f"Серік{n}"))
        for n in range(max(missing, 0))
    ]
    Person.objects.bulk_create(people, batch_size=1000)
    Appointment.objects.bulk_create(
        (
            Appointment(person=person, office=offices[n % len(offices)], post="assistant", starts_on=SINCE)
            for n, person in enumerate(people)
        ),
        batch_size=1000,
    )
