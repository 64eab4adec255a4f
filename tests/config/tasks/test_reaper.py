"""Tasks of killed workers are given back; those of living ones are left alone."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from qadaga.common import clock
from qadaga.config.tasks import pulse, reaper
from qadaga.config.tasks.pulse import Pulse


def running(*workers: str) -> DBTaskResult:
    """A task that runs under the last of the workers."""
    return DBTaskResult.objects.create(
        status=TaskResultStatus.RUNNING,
        started_at=clock.now() - timedelta(hours=1),
        args_kwargs={"args": [], "kwargs": {}},
        task_path="qadaga.appeals.tasks.write_import",
        worker_ids=list(workers),
        backend_name="default",
        run_after=get_date_max(),
        exception_class_path="",
        traceback="",
    )


@pytest.fixture
def living(transactional_db: None) -> Iterator[str]:
    """The name of a worker that lives."""
    beating = Pulse("living-worker")
    beating.start()
    assert beating.held.wait(timeout=10)
    yield beating.worker
    beating.stop()


@pytest.mark.slow  # a lock of its own connection needs committed rows and a few seconds to let go
def test_a_task_of_a_living_worker_is_left_alone(living: str) -> None:
    task = running("gone", living)
    assert reaper.reap(clock.now()) == (0, 0)
    task.refresh_from_db()
    assert task.status == TaskResultStatus.RUNNING


@pytest.mark.slow
def test_the_pulse_ends_with_its_worker(living: str) -> None:
    assert pulse.beats(living)
    assert not pulse.beats("somebody else")


@pytest.mark.django_db
def test_a_task_of_a_killed_worker_is_given_back() -> None:
    task = running("gone")
    assert reaper.reap(clock.now()) == (1, 0)
    task.refresh_from_db()
    assert (task.status, task.started_at) == (TaskResultStatus.READY, None)
    assert task in DBTaskResult.objects.ready()


@pytest.mark.django_db
def test_a_task_that_took_three_workers_down_is_given_up() -> None:
    task = running("one", "two", "three")
    assert reaper.reap(clock.now()) == (0, 1)
    task.refresh_from_db()
    assert task.status == TaskResultStatus.FAILED
    assert "3 workers were killed" in task.traceback


def test_a_workers_lock_is_a_number_postgresql_takes() -> None:
    keys = {pulse.key(f"worker-{number}") for number in range(200)}
    assert len(keys) == 200
    assert all(-(2**31) <= key < 2**31 for key in keys)
