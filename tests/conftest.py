"""One PostgreSQL cluster for all test runs of a worktree, started only when a test asks for the database.

`QADAGA_DATABASE_URL` names another server instead (CI runs the tests on Debian's PostgreSQL as well).
"""

import fcntl
import gc
import os
import shutil
from collections.abc import Iterator

import psycopg
import pytest
import pytest_django
from django.conf import settings
from django.db import connections
from django.utils.translation.reloader import translation_file_changed
from hypothesis import HealthCheck
from hypothesis import settings as drawing
from hypothesis.internal.conjecture import providers

from qadaga.config import environment
from qadaga.config.postgres import Cluster, embedded
from qadaga.config.settings.base import database
from tests import emptying, kept_plans, template_database
from tools.messages import LOCALE, compile_if_stale


def pytest_configure(config: pytest.Config) -> None:
    """The catalogues are not committed: they are compiled from their parts where that has not been done."""
    compile_if_stale()
    # No test is timed: a slow machine is no fault of the code.
    drawing.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    drawing.load_profile("untimed")
    kept_plans.through_rollbacks()
    # Django may have read older catalogues, or none, while it was set up.
    translation_file_changed(sender=None, file_path=LOCALE / "django.mo")
    # Hypothesis would read all our sources for words to draw, for seconds in each process, and draw otherwise
    # where other modules are loaded. Our strategies say themselves what is worth drawing.
    providers._get_local_constants = lambda: providers._local_constants
    # What is imported and collected stays to the end: looking it through took a sixth of the time.
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """From here on garbage is looked for among what tests make only."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)
    gc.enable()


@pytest.fixture(scope="session")
def cluster_in_use() -> Iterator[Cluster]:
    """The running test cluster; the last of the parallel runs that share it stops it."""
    cluster = embedded(environment.state_dir() / "test-pg", durable=False)
    cluster.directory.mkdir(parents=True, exist_ok=True)
    users = os.open(cluster.directory / "users.lock", os.O_RDWR | os.O_CREAT)
    starting = os.open(cluster.directory / "start.lock", os.O_RDWR | os.O_CREAT)
    fcntl.flock(starting, fcntl.LOCK_EX)
    fcntl.flock(users, fcntl.LOCK_SH)
    cluster.ensure_running()
    fcntl.flock(starting, fcntl.LOCK_UN)
    yield cluster
    fcntl.flock(starting, fcntl.LOCK_EX)
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        cluster.stop(mode="immediate")
    except BlockingIOError:
        pass  # another run still works on it and will stop it
    finally:
        os.close(users)
        os.close(starting)


@pytest.fixture(scope="session")
def database_server(request: pytest.FixtureRequest) -> Iterator[template_database.Server]:
    """An administrator's connection to the server under test; Django is pointed at the same server."""
    url = environment.database_url()
    if url:
        address = environment.parse_database_url(url)
    else:
        address = request.getfixturevalue("cluster_in_use").address("postgres")
    connections["default"].settings_dict.update(database(address, pool=None))
    names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    known = {word: str(address[name]) for name, word in names.items() if address[name]}
    with psycopg.connect(**known, autocommit=True) as server:
        yield server


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_blocker: pytest_django.DjangoDbBlocker,
    database_server: template_database.Server,
) -> Iterator[None]:
    """A database of this run's own; pytest-django asks for it only when a test needs one."""
    template_database.drop_left_behind(database_server)
    emptying.instead_of_flush()
    with (
        django_db_blocker.unblock(),
        template_database.fresh(database_server),
        django_db_blocker.block(),
    ):
        yield


@pytest.fixture(scope="session", autouse=True)
def stored_files_are_removed() -> Iterator[None]:
    """The directory of the files that this run stored goes with it."""
    yield
    shutil.rmtree(settings.DOCUMENTS_ROOT, ignore_errors=True)
