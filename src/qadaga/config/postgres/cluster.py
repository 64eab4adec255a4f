"""One embedded PostgreSQL cluster: made, started, asked whether it lives, and stopped.

It listens on a Unix socket in a private directory and on no network address, so it takes no port from anybody
and nobody but this user (and root) can reach it. Passwords are SCRAM all the same.
"""

import contextlib
import hashlib
import os
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg

from qadaga.config.environment import write_private
from qadaga.config.postgres import binaries, pidfile, settings

# A recovery after a crash may replay minutes of log; pg_ctl waits that long before it gives up.
START_SECONDS = 300
SUPERUSER = "qadaga"


class ClusterError(Exception):
    """The embedded server could not do what was asked; the message says what to look at."""


class Cluster:
    """A cluster in `directory` (its data, password and log). `durable=False` is for tests: no fsync."""

    def __init__(self, directory: Path, *, durable: bool = True) -> None:
        self.directory = directory.resolve()
        self.durable = durable
        self.log = self.directory / "server.log"

    @property
    def data(self) -> Path:
        """The data directory: below `directory`, or under /var/lib if the server's user can't walk there."""
        if os.geteuid() != 0 or binaries.reachable(self.directory / "data"):
            return self.directory / "data"
        return Path("/var/lib/qadaga") / f"data-{self._mark}"

    @property
    def socket_directory(self) -> Path:
        """A short path, for a socket's name may have 107 bytes only."""
        return Path(tempfile.gettempdir()) / f"qadaga-{self._mark}"

    @property
    def _mark(self) -> str:
        return hashlib.sha256(str(self.directory).encode()).hexdigest()[:16]

    def address(self, name: str) -> dict[str, object]:
        """Django's connection settings for the database `name` of this cluster."""
        return {
            "NAME": name,
            "USER": SUPERUSER,
            "PASSWORD": self.password(),
            "HOST": str(self.socket_directory),
            "PORT": "5432",
        }

    def password(self) -> str:
        """The superuser's password, or an empty string while the cluster was never made."""
        path = self.directory / "password"
        return path.read_text().strip() if path.exists() else ""

    # --- life -------------------------------------------------------------------------------------
    def ensure_running(self) -> None:
        """Make the cluster if it is new, start it if it does not answer; raises ClusterError."""
        if self.answers():
            return
        self._create()
        pidfile.clear_away(self.data, self.socket_directory)
        self._start()
        if not self.answers():
            raise ClusterError(f"PostgreSQL started but does not answer; its log is {self.log}")

    def answers(self) -> bool:
        """Whether a connection can be made now: the only sign of life that counts."""
        if not (self.data / "PG_VERSION").exists():
            return False
        try:
            with self.connect("postgres", connect_timeout=5) as connection:
                connection.execute("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True

    def connect(self, name: str, *, connect_timeout: int = 10) -> psycopg.Connection[tuple[object, ...]]:
        """A connection in autocommit mode; raises psycopg.OperationalError when nobody answers."""
        return psycopg.connect(
            host=str(self.socket_directory),
            port=5432,
            user=SUPERUSER,
            password=self.password(),
            dbname=name,
            autocommit=True,
            connect_timeout=connect_timeout,
        )

    def running_pid(self) -> int | None:
        """The pid of the living server on this data directory, or None."""
        record = pidfile.Postmaster.read(self.data)
        return record.pid if record and record.alive() else None

    def stop(self, *, mode: str = "fast") -> None:
        """End the server if it runs; `fast` ends sessions and writes a checkpoint. Raises ClusterError."""
        if self.running_pid() is None:
            return
        self._run("pg_ctl", "stop", "-w", "-t", "60", "-m", mode, "-D", str(self.data))
        with contextlib.suppress(OSError):
            self.socket_directory.rmdir()

    def create_database(self, name: str) -> bool:
        """Make the database unless it is there; True when it was made."""
        with self.connect("postgres") as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
            if found is None:
                connection.execute(psycopg.sql.SQL("CREATE DATABASE {}").format(psycopg.sql.Identifier(name)))
        return found is None

    # --- making -----------------------------------------------------------------------------------
    def _create(self) -> None:
        if (self.data / "PG_VERSION").exists():
            return
        draft = self.data.with_name(f"{self.data.name}.new")
        shutil.rmtree(draft, ignore_errors=True)  # initdb was killed half-way
        self._private(draft)
        password = os.urandom(24).hex()
        with self._password_file(password) as path:
            self._run(
                "initdb", f"--pgdata={draft}", f"--username={SUPERUSER}", f"--pwfile={path}",
                "--auth=scram-sha-256", "--encoding=UTF8", "--locale-provider=builtin", "--locale=C",
                "--builtin-locale=C.UTF-8", "--data-checksums", *([] if self.durable else ["--no-sync"]),
            )  # fmt: skip
        # The password first: data without its password would be lost to everybody.
        write_private(self.directory / "password", password)
        draft.rename(self.data)

    @contextlib.contextmanager
    def _password_file(self, password: str) -> Iterator[Path]:
        """A file that only the server's user can read, gone again when initdb has read it."""
        folder = Path(tempfile.mkdtemp(prefix="qadaga-initdb-"))
        try:
            path = folder / "password"
            write_private(path, password)
            self._give(folder, path)
            yield path
        finally:
            shutil.rmtree(folder)

    def _start(self) -> None:
        self._private(self.socket_directory)
        self.log.touch()
        self._give(self.log)
        options = settings.as_options(self.socket_directory, durable=self.durable)
        self._run("pg_ctl", "start", "-w", "-t", str(START_SECONDS), "-D", str(self.data), "-o", options)

    def _private(self, path: Path) -> None:
        """A directory only the server's user can enter; refuses one that somebody else made."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir(mode=0o700, exist_ok=True)
        self._give(path)
        if stat.S_ISLNK(path.lstat().st_mode):
            raise ClusterError(f"{path} is a link that somebody else made; remove it and try again.")
        path.chmod(0o700)

    def _give(self, *paths: Path) -> None:
        user = binaries.server_user(self.data)
        for path in paths:
            if user is not None:
                os.chown(path, user.pw_uid, user.pw_gid, follow_symlinks=False)

    def _run(self, program: str, *words: str) -> None:
        """Run one of the wheel's programs as the server's user; raises ClusterError with its last words."""
        user = binaries.server_user(self.data)
        command = [str(binaries.program_directory() / program), *words]
        # The server inherits this output from pg_ctl: were it a pipe, its reader would wait for ever.
        with self._output() as output:
            done = subprocess.run(
                command, check=False, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                cwd="/", env=_clean_environment(), start_new_session=True, umask=0o077,
                user=user.pw_uid if user else None, group=user.pw_gid if user else None,
                extra_groups=[] if user else None,
            )  # fmt: skip
        if done.returncode != 0:
            raise ClusterError(f"{program} failed ({done.returncode}); {self.log} ends:\n{self._tail()}")

    @contextlib.contextmanager
    def _output(self) -> Iterator[int]:
        self.directory.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            yield descriptor
        finally:
            os.close(descriptor)

    def _tail(self) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-15:])


def _clean_environment() -> dict[str, str]:
    """No PG* variable of the caller's may lead the programs elsewhere; messages in plain English."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
    return {**kept, "LC_ALL": "C"}
