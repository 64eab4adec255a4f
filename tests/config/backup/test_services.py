"""A backup is one when it has been restored: taken, damaged, put back."""

import io
import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection, connections, transaction

from qadaga.common import clock
from qadaga.common.ids import new_id
from qadaga.config.backup import services
from qadaga.config.backup.server import BackupError, Server
from qadaga.documents import services as documents
from qadaga.documents.models import StoredFile
from qadaga.journal import services as journal
from qadaga.journal.models import Entry
from tests import template_database

pytestmark = pytest.mark.slow


def quiet(line: str) -> None:
    """Nobody listens."""


@pytest.fixture
def own_database(
    transactional_db: None, database_server: template_database.Server, tmp_path: Path
) -> Iterator[str]:
    """A copy of the test database that may be renamed and replaced."""
    known = connections["default"].settings_dict
    before, name = known["NAME"], f"own_{os.getpid()}"
    connection.close()
    database_server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{before}"')
    known["NAME"] = name
    files, settings.DOCUMENTS_ROOT = settings.DOCUMENTS_ROOT, tmp_path / "stored"
    yield name
    settings.DOCUMENTS_ROOT = files
    connection.close()
    known["NAME"] = before
    rows = database_server.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [name])
    for (left,) in rows.fetchall():
        database_server.execute(f'DROP DATABASE "{left}" WITH (FORCE)')


def record(times: int = 1) -> None:
    office = new_id()
    for _ in range(times):
        with transaction.atomic():
            journal.record(
                office_id=office, action="matter.open", subject_kind="matter", subject_id=new_id(), by=None,
                ruling=None, on=clock.today(), data={},
            )  # fmt: skip


def store(content: bytes) -> StoredFile:
    with transaction.atomic():
        return documents.store(io.BytesIO(content), "note.txt", by=None)


def take(folder: Path) -> services.Manifest:
    return services.back_up(folder, at=clock.now(), prove=True, say=quiet)


def put_back(folder: Path) -> str | None:
    return services.restore(folder, at=clock.now(), say=quiet)


def test_what_was_there_comes_back_and_what_came_after_is_kept_aside(
    own_database: str, tmp_path: Path
) -> None:
    record(3)
    kept = store("Өтініш: бірінші".encode())
    made = take(tmp_path / "backup")
    record(2)
    later = store("Өтініш: екінші".encode())
    (settings.DOCUMENTS_ROOT / kept.sha256[:2] / kept.sha256[2:4] / kept.sha256).unlink()

    former = put_back(tmp_path / "backup")

    assert (made.files, made.proven) == (1, True)
    assert Entry.objects.count() == 3
    assert list(StoredFile.objects.values_list("id", flat=True)) == [kept.id]
    with documents.open_file(kept) as stream:
        assert stream.read().decode() == "Өтініш: бірінші"
    assert former is not None
    with psycopg.connect(Server.configured().url(former)) as aside:
        assert aside.execute("SELECT count(*) FROM journal_entry").fetchone() == (5,)
        assert aside.execute(
            "SELECT count(*) FROM documents_stored_file WHERE id = %s", [later.id]
        ).fetchone() == (1,)


def test_a_second_backup_copies_new_files_only(own_database: str, tmp_path: Path) -> None:
    lines: list[str] = []
    store(b"first text")
    services.back_up(tmp_path / "backup", at=clock.now(), prove=False, say=lines.append)
    store(b"second text")
    services.back_up(tmp_path / "backup", at=clock.now(), prove=False, say=lines.append)
    assert [line for line in lines if line.startswith("Files")] == [
        "Files: 1, of which 1 new",
        "Files: 2, of which 1 new",
    ]


def test_a_journal_that_is_not_whole_makes_no_backup(own_database: str, tmp_path: Path) -> None:
    record(3)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE journal_entry DISABLE TRIGGER ALL")
        cursor.execute("UPDATE journal_entry SET action = 'matter.close' WHERE seq = 2")
        cursor.execute("ALTER TABLE journal_entry ENABLE TRIGGER ALL")
    with pytest.raises(BackupError, match=r"not whole:\n.*\[[a-z_]+, id"):
        take(tmp_path / "backup")
    with pytest.raises(BackupError, match="no complete backup"):
        put_back(tmp_path / "backup")


def test_an_altered_file_is_found_and_nothing_is_replaced(own_database: str, tmp_path: Path) -> None:
    kept = store(b"as it was")
    take(tmp_path / "backup")
    record()
    copy = tmp_path / "backup" / "files" / kept.sha256[:2] / kept.sha256[2:4] / kept.sha256
    copy.chmod(0o600)
    copy.write_bytes(b"as it was not")

    with pytest.raises(BackupError, match=kept.sha256):
        put_back(tmp_path / "backup")

    assert Entry.objects.count() == 1


def test_nothing_is_replaced_under_somebody_who_works(own_database: str, tmp_path: Path) -> None:
    take(tmp_path / "backup")
    record()
    with psycopg.connect(Server.configured().url(own_database)), pytest.raises(psycopg.errors.ObjectInUse):
        put_back(tmp_path / "backup")
    assert Entry.objects.count() == 1


def test_an_empty_folder_is_no_backup(tmp_path: Path) -> None:
    with pytest.raises(BackupError, match=r"manifest\.json is missing"):
        services.restore(tmp_path, at=clock.now(), say=quiet)
