"""Taking a backup and putting it back."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection

from qadaga.config.backup import files, proof
from qadaga.config.backup.server import BackupError, Server

Say = Callable[[str], None]
DUMP, FILES, MANIFEST = "database.dump", "files", "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds; written last, so a folder without it is no backup."""

    taken_at: str
    database_bytes: int
    files: int
    proven: bool

    @classmethod
    def of(cls, folder: Path) -> "Manifest":
        """Read it; raises BackupError for a folder that holds no complete backup."""
        try:
            return cls(**json.loads((folder / MANIFEST).read_text()))
        except (FileNotFoundError, TypeError, ValueError):
            raise BackupError(
                f"{folder} holds no complete backup: its {MANIFEST} is missing or spoiled."
            ) from None


def back_up(folder: Path, *, at: datetime, prove: bool, say: Say) -> Manifest:
    """Take a backup into `folder`, while people work; one that is there is brought up to date.

    `prove` restores it to a scratch database, verifies the journal's chains and reads every file.
    Raises BackupError; the former dump stays until the new one is proven.
    """
    server = Server.configured()
    (folder / FILES).mkdir(parents=True, exist_ok=True)
    draft = folder / f"{DUMP}.new"
    say("Dumping the database")
    server.run("pg_dump", "--format=custom", "--compress=1", f"--file={draft}", f"--dbname={server.database}")
    present, copied = files.copy_new(Path(settings.DOCUMENTS_ROOT), folder / FILES, lambda count: None)
    say(f"Files: {present}, of which {copied} new")
    if prove:
        _prove(server, draft, folder, say)
    (folder / MANIFEST).unlink(missing_ok=True)
    draft.rename(folder / DUMP)
    manifest = Manifest(at.isoformat(), (folder / DUMP).stat().st_size, present, prove)
    (folder / MANIFEST).write_text(json.dumps(asdict(manifest), indent=1))
    return manifest


def _prove(server: Server, dump: Path, folder: Path, say: Say) -> None:
    with server.scratch(f"{server.database}_proof") as scratch:
        say("Restoring it to a scratch database")
        proof.restore_into(server, dump, scratch)
        say(proof.chains_verify(server, scratch))
        count = proof.files_verify(server, scratch, folder / FILES, lambda count: None)
        say(f"Files read and found whole: {count}")


def restore(folder: Path, *, at: datetime, say: Say) -> str | None:
    """Put the backup in place of the database in use; returns the name the former one was given, if any.

    Nothing is replaced before the backup is restored beside it and verified. Raises BackupError, and leaves
    the database in use as it was, when the backup is not whole; psycopg's ObjectInUse while people work.
    """
    Manifest.of(folder)
    server = Server.configured()
    fresh = f"{server.database}_restored"
    say("Restoring beside the database in use")
    server.create(fresh)
    proof.restore_into(server, folder / DUMP, fresh)
    say(proof.chains_verify(server, fresh))
    proof.files_verify(server, fresh, folder / FILES, lambda count: None)
    _, copied = files.copy_new(folder / FILES, Path(settings.DOCUMENTS_ROOT), lambda count: None)
    say(f"Files put back: {copied}")
    return _exchange(server, fresh, f"{server.database}_before_{at:%Y%m%d_%H%M%S}")


def _exchange(server: Server, fresh: str, former: str) -> str | None:
    """Swap the databases by their names; the one in use is kept, for nobody should lose it by a mistake."""
    connection.close()
    pool_closed = getattr(connection, "close_pool", None)
    if pool_closed is not None:
        pool_closed()
    before = server.exists(server.database)
    if before:
        server.rename(server.database, former)
    server.rename(fresh, server.database)
    return former if before else None
