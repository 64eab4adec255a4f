"""What time brings about for files."""

import io
import os
from datetime import timedelta
from pathlib import Path

import pytest

from qadaga.common import clock
from qadaga.documents import clockwork, services, storage


@pytest.mark.django_db
def test_only_the_remains_of_dead_uploads_are_removed(own_storage: Path) -> None:
    stored = services.store(io.BytesIO(b"text"), "a.txt", by=None)
    dead, running = own_storage / "incoming" / "dead", own_storage / "incoming" / "running"
    for path in (dead, running):
        path.write_bytes(b"half")
    long_ago = (clock.now() - timedelta(hours=25)).timestamp()
    os.utime(dead, (long_ago, long_ago))
    os.utime(storage.path_of(stored.sha256), (long_ago, long_ago))

    assert clockwork.forget_unfinished(clock.now()) == "unfinished uploads removed: 1"
    assert not dead.exists()
    assert running.exists()
    assert storage.intact(stored.sha256)
    assert clockwork.forget_unfinished(clock.now()) is None


def test_a_storage_that_was_never_used_is_no_fault() -> None:
    assert clockwork.forget_unfinished(clock.now()) is None
