"""A backup that was never restored is a hope: it is restored to a scratch database and looked at."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg

from qadaga.config import environment
from qadaga.config.backup import files
from qadaga.config.backup.server import BackupError, Server


def restore_into(server: Server, dump: Path, database: str) -> None:
    """Fill an empty database from the dump; raises BackupError."""
    words = [
        "--no-owner",
        "--no-privileges",
        "--exit-on-error",
        "--jobs=2",
        f"--dbname={database}",
        str(dump),
    ]
    server.run("pg_restore", *words)


def chains_verify(server: Server, database: str) -> str:
    """What the journal's own verification says of that database; raises BackupError when it is not whole."""
    # A process of its own: this one's connections belong to the database in use.
    surroundings = {**os.environ, **environment.our_sources(), "QADAGA_DATABASE_URL": server.url(database)}
    done = subprocess.run(
        [sys.executable, "-m", "qadaga", "journal", "verify"],
        check=False, stdin=subprocess.DEVNULL, capture_output=True, text=True, env=surroundings,
    )  # fmt: skip
    if done.returncode != 0:
        raise BackupError("The journal of the restored backup is not whole:\n" + done.stderr[-2000:])
    return done.stdout.strip()


def files_verify(server: Server, database: str, folder: Path, told: files.Told) -> int:
    """Read every file the restored database names; returns how many. Raises BackupError."""
    return files.check(folder, _digests(server, database), told)


def _digests(server: Server, database: str) -> Iterator[str]:
    with (
        psycopg.connect(server.url(database)) as connection,
        connection.cursor(name="digests") as cursor,
    ):
        cursor.execute("SELECT DISTINCT sha256 FROM documents_stored_file")
        for (digest,) in cursor:
            yield digest
