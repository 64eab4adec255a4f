"""A person with a post, signed in."""

from datetime import date

import pytest
from django.test import Client

from qadaga.accounts.models import User
from qadaga.offices.models import Office
from qadaga.staff.models import Appointment, Person

PASSWORD = "korshau-bereke-2026"


def make_office(code: str, kind: str = "general", level: int = 1, parent: Office | None = None) -> Office:
    """An office open since 2020; its own region when it has no other."""
    office = Office(
        code=code,
        kind=kind,
        level=level,
        name_ru=f"Прокуратура {code}",
        name_kk=f"Прокуратурасы {code}",
        name_en=f"Office {code}",
        parent=parent,
        opened_on=date(2020, 1, 1),
    )
    office.region = parent if parent is not None and level == 3 else office
    office.save()
    return office


def make_hat(user: User, office: Office, post: str = "assistant") -> Appointment:
    """An appointment of the user's person in force since 2021."""
    person, _ = Person.objects.get_or_create(
        user=user,
        defaults={"last_name": "Әділова", "first_name": "Іңкәр", "sort_key": user.username},
    )
    return Appointment.objects.create(person=person, office=office, post=post, starts_on=date(2021, 1, 1))


@pytest.fixture
def user(db: None) -> User:
    """Somebody who can sign in with PASSWORD."""
    return User.objects.create_user("inkar", PASSWORD)


@pytest.fixture
def hat(user: User) -> Appointment:
    """The user's only appointment."""
    return make_hat(user, make_office("gpo"))


@pytest.fixture
def staff(client: Client, user: User, hat: Appointment) -> Client:
    """A client signed in, in the hat."""
    client.force_login(user)
    return client
