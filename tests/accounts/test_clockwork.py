"""The clockwork forgets what no longer matters, and says so."""

from datetime import timedelta

import pytest

from qadaga.accounts import clockwork, lockout
from qadaga.common import clock


@pytest.mark.django_db
def test_old_counts_are_forgotten() -> None:
    lockout.count_failure("inkar", clock.now() - timedelta(days=1))
    assert [job(clock.now()) for job in clockwork.JOBS] == ["counts of failed sign-ins forgotten: 1", None]
    assert [job(clock.now()) for job in clockwork.JOBS] == [None, None]
