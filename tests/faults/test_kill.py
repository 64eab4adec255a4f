"""`kill -9` of everything, one after another, in the middle of a load of registrations and of an import."""

import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from qadaga.config.run import processes
from tests.faults.load import Load
from tests.faults.running import Running, running

pytestmark = pytest.mark.slow

CLERK = "kokshetau.clerk"
TOKEN = f"""
from datetime import timedelta
from qadaga.accounts import tokens
from qadaga.accounts.models import User
from qadaga.common import clock
from qadaga.staff.models import Appointment
user = User.objects.get(username="{CLERK}")
post = Appointment.objects.get(person__user_id=user.id)
now = clock.now()
result = tokens.issue(
    user=user, appointment_id=post.id, name="load", expires_at=now + timedelta(days=1), now=now
)[1]
"""
# A number ends in "/000123": the counter of the office's register of the year.
REGISTERED = (
    "SELECT id::text, split_part(number, '/', 2)::int, summary FROM appeals_appeal"
    " WHERE summary LIKE 'client %' ORDER BY 2"
)
IMPORTED = "SELECT number FROM appeals_appeal WHERE summary LIKE 'line %'"
# The demonstration has imports of its own, of files called otherwise.
PROGRESS = "SELECT imported, state FROM appeals_import_run WHERE file_name = 'register.csv'"
HEADINGS = (
    "номер;дата регистрации;дата поступления;вид;язык;способ поступления;содержание;"
    "заявитель;причина отсутствия иин"
)
LINES = 4_000


@pytest.fixture(scope="module")
def installation() -> Iterator[Running]:
    """A whole Qadaga in a folder of its own, with the structure and the demonstration."""
    with tempfile.TemporaryDirectory(prefix="qadaga-faults-") as folder:
        Path(folder).chmod(0o755)
        with running(Path(folder) / "var") as made:
            yield made


def test_what_was_acknowledged_outlives_every_kill(installation: Running) -> None:
    """Given clients that register and an import, when each member is killed in turn, nothing is lost."""
    load = registrations(installation)
    register = register_of_last_year(installation.state / "register.csv")
    load.begin()
    try:
        load.wait_for_more(10)
        for member in ("web worker", "web", "postgres"):
            installation.kill(member)
            load.wait_for_more(10)
        begin_import_and_kill(installation, register)
        old = kill_all_but_the_web(installation)
        installation.start()
        assert [pid for pid in old if processes.alive(pid)] == []
        load.wait_for_more(10)
    finally:
        load.end()

    assert load.refused == []
    each_registration_is_there_once(installation, load)
    each_line_is_there_once(installation, register)
    verified = installation.command("journal", "verify")
    assert verified.returncode == 0, verified.stderr


def registrations(installation: Running) -> Load:
    """Clients of the district's registry, not begun."""
    body: dict[str, object] = {
        "kind": "application",
        "language": "ru",
        "way": "post",
        "arrived_on": time.strftime("%Y-%m-%d", time.gmtime(time.time() + 5 * 3600)),
        "applicants": [{"name": "Ахметова Әсел", "iin": "850725400331", "address": "Көкшетау, Абай к. 1"}],
    }
    return Load(installation.port, str(installation.python(TOKEN)), "/api/v1/appeals", body)


def register_of_last_year(path: Path) -> Path:
    """A register of so many appeals of people who gave no number."""
    row = "{0};15.03.2025;14.03.2025;заявление;русский;почта;line {0};Заявитель {0};не указано"
    path.write_text("\n".join([HEADINGS, *(row.format(number) for number in range(1, LINES + 1))]))
    return path


def begin_import_and_kill(installation: Running, register: Path) -> None:
    """Kill the task worker when it has written a part of the register, and not all of it."""
    asked = ("import", "appeals", str(register), "--as", CLERK, "--background")
    with ThreadPoolExecutor(max_workers=1) as beside:
        # The command takes its time to end; on a busy machine the worker would be done before.
        done = beside.submit(installation.command, *asked)
        wait_until(lambda: any(imported for imported, _state in installation.rows(PROGRESS)))
        assert installation.rows(PROGRESS)[0][1] == "running"
        installation.kill("task worker")
        assert done.result().returncode == 0, done.result().stdout + done.result().stderr


def kill_all_but_the_web(installation: Running) -> list[int]:
    """The supervisor and PostgreSQL die, the web server is left behind. Returns what was alive."""
    old = [*installation.pids(), *([pid] if (pid := installation.cluster.running_pid()) else [])]
    installation.kill("supervisor")
    installation.kill("postgres")
    assert installation.pids("qadaga.config.serving")
    return old


def each_registration_is_there_once(installation: Running, load: Load) -> None:
    """What was acknowledged, no more and no less, under numbers without doubles or gaps."""
    ids, numbers, summaries = zip(*installation.rows(REGISTERED), strict=True)
    assert sorted(load.acknowledged) == sorted(ids)
    assert len(set(summaries)) == len(summaries)
    assert list(numbers) == list(range(numbers[0], numbers[0] + len(numbers)))


def each_line_is_there_once(installation: Running, register: Path) -> None:
    """The task left half-way is given back and finished; importing again adds nothing."""
    wait_until(lambda: installation.rows(PROGRESS) == [(LINES, "done")])
    again = installation.command("import", "appeals", str(register), "--as", CLERK)
    assert again.returncode == 0, again.stdout + again.stderr
    assert sorted(int(str(number)) for (number,) in installation.rows(IMPORTED)) == list(range(1, LINES + 1))


def wait_until(true: Callable[[], bool], seconds: float = 240) -> None:
    """Return when it is true; fail when that takes too long."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.1)
