"""One PostgreSQL cluster for all test runs of a worktree, started only when a test asks for the database.

`QADAGA_DATABASE_URL` names another server instead (CI runs the tests on Debian's PostgreSQL as well).
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections

from qadaga.config import environment
from qadaga.config.postgres import Cluster, embedded
from qadaga.config.settings.base import database


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
    _drop_left_behind(cluster)
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


def _drop_left_behind(cluster: Cluster) -> None:
    """Databases of runs that were killed are dropped; a running one's process is alive."""
    with cluster.connect("postgres") as connection:
        for (name,) in connection.execute("SELECT datname FROM pg_database WHERE datname ~ '^test_q[0-9]+$'"):
            if not Path(f"/proc/{str(name).removeprefix('test_q')}").exists():
                connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request: pytest.FixtureRequest) -> None:
    """Point Django at the cluster; pytest-django asks for this only when a test needs the database."""
    url = environment.database_url()
    if url:
        address = environment.parse_database_url(url)
    else:
        address = request.getfixturevalue("cluster_in_use").address("postgres")
    entry = database(address, pool=None)
    settings_dict = connections["default"].settings_dict
    settings_dict.update(entry)
    settings_dict["TEST"]["NAME"] = f"test_q{os.getpid()}"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> None:
    """A test that commits is cleaned up by TRUNCATE, which the journal refuses to everybody else.

    `tests/journal/test_append_only.py` puts the refusal back where it proves it.
    """
    with django_db_blocker.unblock(), connections["default"].cursor() as cursor:  # type: ignore[attr-defined]
        for table in ("journal_entry", "journal_chain"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {table}_no_truncate")


@pytest.fixture(scope="session", autouse=True)
def stored_files_are_removed() -> Iterator[None]:
    """The directory of the files that this run stored goes with it."""
    yield
    shutil.rmtree(settings.DOCUMENTS_ROOT, ignore_errors=True)
