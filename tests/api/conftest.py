"""Two districts under a region on a Monday, and a program of each who works there."""

from collections.abc import Callable, Iterator

import pytest

from qadaga.common import clock
from tests.api.calling import Caller, caller
from tests.intake import MONDAY, Registry, make_registry

Call = Callable[[str], Caller]


@pytest.fixture
def monday() -> Iterator[None]:
    """Today is Monday, 7 September 2026."""
    with clock.frozen(MONDAY):
        yield


@pytest.fixture
def registry(db: None, monday: None) -> Registry:
    """The offices and people of tests/intake."""
    return make_registry()


@pytest.fixture
def call(registry: Registry) -> Call:
    """The program of somebody of the registry by name: call("clerk")."""
    known: dict[str, Caller] = {}

    def of(name: str) -> Caller:
        if name not in known:
            known[name] = caller(getattr(registry, name))
        return known[name]

    return of
