"""The supervisor of the embedded PostgreSQL, on clusters of its own."""

import os
import signal
import stat
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from qadaga.config.postgres import Cluster, ClusterError

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """A running cluster that keeps what it is told."""
    with tempfile.TemporaryDirectory(prefix="qadaga-cluster-") as folder:
        Path(folder).chmod(0o755)
        made = Cluster(Path(folder) / "pg")
        made.ensure_running()
        yield made
        made.stop(mode="immediate")


def kill_outright(cluster: Cluster) -> None:
    """`kill -9` of the whole server, as the machine's memory killer would."""
    pid = cluster.running_pid()
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    deadline = time.monotonic() + 10
    while cluster.running_pid() is not None and time.monotonic() < deadline:
        time.sleep(0.02)


def test_it_knows_the_letters_of_the_country(cluster: Cluster) -> None:
    with cluster.connect("postgres") as connection:
        assert connection.execute("SELECT lower('ҚӘІҢҒҮҰӨҺЁ')").fetchone() == ("қәіңғүұөһё",)


def test_it_listens_on_no_network_address(cluster: Cluster) -> None:
    with cluster.connect("postgres") as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


def test_its_data_and_socket_are_private_and_not_roots(cluster: Cluster) -> None:
    for path in (cluster.data, cluster.socket_directory):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700
        assert path.stat().st_uid != 0


def test_a_wrong_password_is_refused(cluster: Cluster) -> None:
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(
            host=str(cluster.socket_directory), port=5432, user="qadaga", password="wrong", dbname="postgres"
        )


def test_a_database_is_made_once(cluster: Cluster) -> None:
    assert cluster.create_database("once") is True
    assert cluster.create_database("once") is False


def test_what_was_committed_survives_a_kill(cluster: Cluster) -> None:
    with cluster.connect("postgres") as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS n")
    kill_outright(cluster)
    assert not cluster.answers()

    cluster.ensure_running()

    with cluster.connect("postgres") as connection:
        assert connection.execute("SELECT n FROM kept").fetchone() == (1,)


def compute(cluster: Cluster, outcome: list[str]) -> None:
    """A statement that would take minutes; tells how it ended."""
    try:
        with cluster.connect("postgres") as connection:
            outcome.append("began")
            connection.execute("SELECT count(*) FROM generate_series(1, 10000000000)")
    except psycopg.OperationalError:
        outcome.append("ended")


def test_a_session_of_a_killed_server_does_not_hold_up_the_next(cluster: Cluster) -> None:
    cluster.ensure_running()
    outcome: list[str] = []
    session = threading.Thread(target=compute, args=[cluster, outcome], daemon=True)
    session.start()
    while not outcome:
        time.sleep(0.02)
    time.sleep(0.2)
    # A session that computes would notice its server's death only when its statement ends.
    kill_outright(cluster)
    began = time.monotonic()

    cluster.ensure_running()

    assert time.monotonic() - began < 20
    session.join(timeout=5)
    assert outcome == ["began", "ended"]


def test_a_pid_file_that_names_a_stranger_is_not_believed(cluster: Cluster) -> None:
    cluster.stop()
    # After a crash of the machine the number may belong to anybody: here, to this very test.
    record = cluster.data / "postmaster.pid"
    record.write_text(f"{os.getpid()}\n{cluster.data}\n0\n5432\n\n\n\n")

    assert cluster.running_pid() is None
    cluster.ensure_running()

    assert cluster.answers()


def test_starting_a_running_one_changes_nothing(cluster: Cluster) -> None:
    cluster.ensure_running()
    before = cluster.running_pid()
    cluster.ensure_running()
    assert cluster.running_pid() == before


def test_a_start_that_fails_says_where_to_look(cluster: Cluster) -> None:
    cluster.stop()
    control = cluster.data / "global" / "pg_control"
    hidden = control.rename(control.with_name("pg_control.hidden"))
    try:
        with pytest.raises(ClusterError, match=r"server\.log"):
            cluster.ensure_running()
    finally:
        hidden.rename(control)
        cluster.ensure_running()
