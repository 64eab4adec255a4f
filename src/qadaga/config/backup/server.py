"""PostgreSQL's own programs and administrator's statements, on the database the settings name."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import psycopg
from django.db import connection
from psycopg import sql

from qadaga.config.postgres import binaries


class BackupError(Exception):
    """The backup or restore could not be done; the message says which part and why."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where the database is, and who one is there."""

    host: str
    port: str
    user: str
    password: str = field(repr=False)
    database: str

    @classmethod
    def configured(cls) -> "Server":
        """The server and database of Django's settings."""
        known = connection.settings_dict
        return cls(
            host=str(known["HOST"] or ""),
            port=str(known["PORT"] or "5432"),
            user=str(known["USER"] or ""),
            password=str(known["PASSWORD"] or ""),
            database=str(known["NAME"]),
        )

    def run(self, program: str, *words: str) -> None:
        """Run pg_dump or pg_restore; raises BackupError with its last words."""
        done = subprocess.run(
            [str(_programs() / program), *words],
            check=False,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            env=self._environment(),
        )
        if done.returncode != 0:
            raise BackupError(f"{program} failed:\n" + "\n".join(done.stderr.splitlines()[-10:]))

    def url(self, database: str) -> str:
        """What `QADAGA_DATABASE_URL` would be for another database of this server."""
        secret = f"{quote(self.user, safe='')}:{quote(self.password, safe='')}"
        if self.host.startswith("/"):
            return f"postgresql://{secret}@/{database}?host={quote(self.host)}"
        return f"postgresql://{secret}@{self.host}:{self.port}/{database}"

    @contextmanager
    def administrator(self) -> Iterator["psycopg.Connection[tuple[object, ...]]"]:
        """A connection beside the database itself, for statements about whole databases."""
        with psycopg.connect(
            host=self.host,
            port=self.port,
            user=self.user,
            password=self.password,
            dbname="postgres",
            autocommit=True,
        ) as administrator:
            yield administrator

    @contextmanager
    def scratch(self, name: str) -> Iterator[str]:
        """An empty database for the time of the block."""
        self.create(name)
        try:
            yield name
        finally:
            self._statement("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def create(self, name: str) -> None:
        """An empty database with the letters of the one in use."""
        self._statement("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
        self._statement("CREATE DATABASE {} TEMPLATE template0", name)

    def rename(self, old: str, new: str) -> None:
        """Give a database another name; fails while anybody is connected to it."""
        self._statement("ALTER DATABASE {} RENAME TO {}", old, new)

    def exists(self, name: str) -> bool:
        """Whether the server holds a database of that name."""
        with self.administrator() as administrator:
            found = administrator.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        return found is not None

    def _statement(self, text: str, *names: str) -> None:
        with self.administrator() as administrator:
            administrator.execute(sql.SQL(text).format(*map(sql.Identifier, names)))

    def _environment(self) -> dict[str, str]:
        """The password goes by the environment: a command line can be read by everybody on the machine."""
        named = {"PGHOST": self.host, "PGPORT": self.port, "PGUSER": self.user, "PGPASSWORD": self.password}
        return {**os.environ, **{name: value for name, value in named.items() if value}, "LC_ALL": "C"}


def _programs() -> Path:
    """The wheel's programs, or those of `QADAGA_PG_PROGRAMS` for a server of another version."""
    named = os.environ.get("QADAGA_PG_PROGRAMS")
    return Path(named) if named else binaries.program_directory()
