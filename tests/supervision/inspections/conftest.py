"""The town on a Monday, ten in the morning."""

from collections.abc import Iterator

import pytest

from qadaga.common import clock
from tests.casework import MONDAY, Town, make_town


@pytest.fixture(autouse=True)
def _monday() -> Iterator[None]:
    with clock.frozen(MONDAY):
        yield


@pytest.fixture
def town(db: None) -> Town:
    return make_town()
