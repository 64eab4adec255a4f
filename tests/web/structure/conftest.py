"""The same small structure as the pages of offices."""

from tests.web.offices.conftest import (  # noqa: F401 - fixtures
    beside,
    district,
    head,
    region,
    sign_in,
    stopped_clock,
    top,
)
