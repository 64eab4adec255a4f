"""`kill -9` of everything, one after another, in the middle of a load of registrations."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from qadaga.config.run import processes
from tests.faults.load import Load
from tests.faults.running import Running, running

pytestmark = pytest.mark.slow

TOKEN = """
from datetime import timedelta
from qadaga.accounts import tokens
from qadaga.accounts.models import User
from qadaga.common import clock
from qadaga.staff.models import Appointment
user = User.objects.get(username="kokshetau.head")
post = Appointment.objects.get(person__user_id=user.id)
now = clock.now()
result = tokens.issue(
    user=user, appointment_id=post.id, name="load", expires_at=now + timedelta(days=1), now=now
)[1]
"""
SLOW_TASK = """
from tests.faults.tasks import slow
result = str(slow.enqueue({path!r}, 6.0).id)
"""
NUMBERS = """
from qadaga.matters.models import Matter
rows = Matter.objects.filter(title__startswith="client ")
result = {
    "ids": [str(row.id) for row in rows],
    "numbers": sorted(row.number for row in rows),
    "titles": sorted(row.title for row in rows),
}
"""


@pytest.fixture(scope="module")
def installation() -> Iterator[Running]:
    """A whole Qadaga in a folder of its own, with the structure and the demonstration."""
    with tempfile.TemporaryDirectory(prefix="qadaga-faults-") as folder:
        Path(folder).chmod(0o755)
        with running(Path(folder) / "var") as made:
            yield made


def test_every_acknowledged_registration_outlives_every_kill(installation: Running) -> None:
    """Given clients that register without pause, when each member is killed in turn, nothing is lost."""
    load = Load(installation.port, str(installation.python(TOKEN)), "/api/v1/matters", {
        "kind": "own_initiative", "direction": "legality_of_acts",
    })  # fmt: skip
    task_log = installation.state / "slow-task"
    load.begin()
    try:
        load.wait_for_more(10)
        for member in ("web worker", "web", "postgres"):
            installation.kill(member)
            load.wait_for_more(10)
        installation.python(SLOW_TASK.format(path=str(task_log)))
        wait_for(task_log, "began")
        installation.kill("task worker")
        old = kill_all_but_the_web(installation)
        installation.start()
        assert [pid for pid in old if processes.alive(pid)] == []
        load.wait_for_more(10)
    finally:
        load.end()

    assert load.refused == []
    stored = installation.python(NUMBERS)
    assert isinstance(stored, dict)
    assert set(load.acknowledged) == set(stored["ids"])
    assert len(load.acknowledged) == len(set(load.acknowledged)) == len(set(stored["titles"]))
    numbers = stored["numbers"]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    verified = installation.command("journal", "verify")
    assert verified.returncode == 0, verified.stderr
    wait_for(task_log, "through")


def kill_all_but_the_web(installation: Running) -> list[int]:
    """The supervisor and PostgreSQL die, the web server is left behind. Returns what was alive."""
    old = [*installation.pids(), *([pid] if (pid := installation.cluster.running_pid()) else [])]
    installation.kill("supervisor")
    installation.kill("postgres")
    assert installation.pids("granian")
    return old


def wait_for(log: Path, word: str, seconds: float = 150) -> None:
    """Return when the task has written the word."""
    deadline = time.monotonic() + seconds
    while not (log.exists() and word in log.read_text()):
        assert time.monotonic() < deadline, log.read_text() if log.exists() else "the task never began"
        time.sleep(0.1)
