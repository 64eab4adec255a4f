"""A registry for every test of appeals that asks for one."""

import pytest

from tests.intake import Registry, make_registry


@pytest.fixture
def registry(db: None) -> Registry:
    return make_registry()
