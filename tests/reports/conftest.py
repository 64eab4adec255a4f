"""A town for every test of reports."""

import pytest

from tests.casework import Town, make_town


@pytest.fixture
def town(db: None) -> Town:
    return make_town()
