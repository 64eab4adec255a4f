"""The offices of the real structure with enough people in each to work, and bodies to complain of."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.management import call_command
from django.db import transaction

from qadaga.accounts.models import User
from qadaga.common import clock
from qadaga.common.ids import new_id
from qadaga.common.sortkeys import sort_key
from qadaga.coordination.models import Council
from qadaga.documents.models import StoredFile
from qadaga.law.catalogue import load
from qadaga.matters.models import Body
from qadaga.matters.norms.models import Norm
from qadaga.offices.models import Office
from qadaga.staff.models import Appointment, Person

SINCE = date(2020, 1, 1)
BODIES = 3_000
_POSTS = ("registry_clerk", "assistant", "senior_assistant")
_HEADS = {1: "prosecutor_general", 2: "regional_prosecutor", 3: "district_prosecutor"}


@dataclass(frozen=True, slots=True)
class Place:
    """An office with the appointments that work in it, as plain ids."""

    id: UUID
    code: str
    region_id: UUID
    level: int
    head: UUID
    clerk: UUID
    assistants: tuple[UUID, ...]
    person: UUID


@dataclass(frozen=True, slots=True)
class World:
    """Everything the rows refer to."""

    places: tuple[Place, ...]
    bodies: tuple[tuple[UUID, str], ...]
    paper: tuple[UUID, str]
    today: date
    norm: UUID
    councils: Mapping[UUID, UUID]


def build() -> World:
    """Load the structure, hire people and register bodies unless they are there already."""
    call_command("load", "structure", verbosity=0)
    if not Body.objects.exists():
        with transaction.atomic():
            _hire()
            _register_bodies()
            StoredFile.objects.create(sha256="0" * 64, size=1, mime="application/pdf", name="act.pdf")
    if not Council.objects.exists():
        with transaction.atomic():
            _of_registers()
    return _read()


def _hire() -> None:
    held = set(Appointment.objects.filter(heads=True).values_list("office_id", flat=True))
    for office in Office.objects.all():
        posts = [*_POSTS] if office.id in held else [_HEADS[office.level], *_POSTS]
        for post in posts:
            _appoint(office, post)


def _appoint(office: Office, post: str) -> None:
    person = Person(id=new_id(), last_name=f"Сынақов-{office.code}", first_name=post)
    person.sort_key = sort_key(person.name)
    person.user = User.objects.create(username=f"{post}.{office.code}"[:150], language="ru")
    person.save(force_insert=True)
    record = load().posts[post]
    Appointment.objects.create(
        person=person, office=office, post=post, heads=record.heads, officer=record.staff != "employee",
        starts_on=SINCE,
    )  # fmt: skip


def _register_bodies() -> None:
    chance = random.Random(11)
    rows = []
    for n in range(BODIES):
        name = f"Акимат сельского округа № {n}"
        rows.append(
            Body(
                kind="executive",
                name_ru=name,
                name_kk=f"№ {n} ауылдық округінің әкімдігі",
                kato=f"{chance.randrange(10, 80)}0000000",
                sort_key=sort_key(name),
            )
        )
    Body.objects.bulk_create(rows)


def _of_registers() -> None:
    """A council of every office and a norm in force, for the rows of the registers to refer to."""
    Council.objects.bulk_create(
        Council(office=office, region_id=office.region_id, status="opened", formed_on=SINCE, basis="Приказ")
        for office in Office.objects.order_by("code")
    )
    by = Appointment.objects.filter(heads=True, office__kind="general")[0]
    Norm.objects.create(
        kind="duty", title_ru="Обязанность", title_kk="Міндет", act="Закон", article="1", edition="2026",
        gist="Суть", valid_from=SINCE, status="approved", office=by.office, entered_on=SINCE, entered_by=by,
        decision="Приказ", decided_on=SINCE, approved_on=SINCE, approved_by=by,
    )  # fmt: skip


def _read() -> World:
    # An office without a clerk registers nothing: those that the measure of the tree adds have none.
    held: dict[UUID, dict[str, list[tuple[UUID, UUID]]]] = {}
    for row in Appointment.objects.values_list("office_id", "post", "heads", "id", "person_id"):
        office, post, heads, appointment, person = row
        held.setdefault(office, {}).setdefault("head" if heads else post, []).append((appointment, person))
    offices = [one for one in Office.objects.order_by("code") if "registry_clerk" in held.get(one.id, {})]
    places = tuple(_place(office, held[office.id]) for office in offices)
    paper = StoredFile.objects.filter(name="act.pdf").values_list("id", "sha256")[0]
    # The register of bodies is filled as well; what rows refer to are the first ones.
    bodies = tuple(Body.objects.filter(kind="executive").order_by("id").values_list("id", "name_ru"))
    norm = Norm.objects.values_list("id", flat=True)[0]
    councils = dict(Council.objects.values_list("office_id", "id"))
    return World(places, bodies, paper, clock.today(), norm, councils)


def _place(office: Office, held: dict[str, list[tuple[UUID, UUID]]]) -> Place:
    assistants = tuple(one for post in ("assistant", "senior_assistant") for one, _ in held[post])
    clerk, person = held["registry_clerk"][0]
    return Place(
        office.id, office.code, office.region_id, office.level, held["head"][0][0], clerk, assistants, person
    )


def username(place: Place, post: str) -> str:
    """The login of the person of that post."""
    return f"{post}.{place.code}"


def districts(places: Iterable[Place]) -> list[Place]:
    """The offices of district level."""
    return [place for place in places if place.level == 3]
