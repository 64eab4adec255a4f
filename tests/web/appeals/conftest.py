"""People of a registry, signed in."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from qadaga.accounts.models import User
from qadaga.common import clock
from tests.intake import MONDAY, Registry, make_registry

SignIn = Callable[..., Client]


@pytest.fixture
def registry(db: None) -> Registry:
    return make_registry()


@pytest.fixture(autouse=True)
def monday():
    with clock.frozen(MONDAY):
        yield


@pytest.fixture
def sign_in(registry: Registry) -> SignIn:
    """Signs in somebody of the registry by role, in a language."""

    def client_of(role: str, language: str = "en") -> Client:
        person = getattr(registry, role).person
        user = User.objects.create_user(f"{role}-user", "korshau-bereke-2026")
        user.language = language
        user.save()
        person.user = user
        person.save()
        client = Client()
        client.force_login(user)
        return client

    return client_of


def day(value: date) -> str:
    """A day as the browser sends it."""
    return value.isoformat()
