"""The clockwork runs every job, whatever one of them does, and never twice at a time."""

from datetime import datetime

import pytest
from django.db import DatabaseError

from qadaga.common import clock
from qadaga.config.tasks import clockwork

pytestmark = pytest.mark.django_db


def use(monkeypatch: pytest.MonkeyPatch, *jobs: clockwork.Job) -> None:
    monkeypatch.setattr(clockwork, "jobs", lambda: iter(jobs))


def test_jobs_tell_what_they_did(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, lambda now: f"at {now:%H:%M}", lambda now: None)
    moment = clock.now().replace(hour=9, minute=30)
    assert clockwork.run(moment) == ["at 09:30"]


def test_a_job_that_fails_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(now: datetime) -> str | None:
        raise DatabaseError

    use(monkeypatch, failing, lambda now: "done")
    assert clockwork.run(clock.now()) == ["done"]


def test_the_platform_brings_its_own_jobs_first() -> None:
    names = [job.__name__ for job in clockwork.jobs()]
    assert names[:3] == ["give_back_tasks", "forget_sessions", "forget_tasks"]


@pytest.mark.parametrize(("hour", "minute"), [(3, 0), (4, 0), (4, 1)])
def test_tidying_up_runs_at_any_time_without_harm(hour: int, minute: int) -> None:
    moment = clock.now().replace(hour=hour, minute=minute)
    for job in (clockwork.forget_sessions, clockwork.forget_tasks, clockwork.give_back_tasks):
        assert job(moment) is None
