"""The stored files: copied once, for a file under its own hash never changes."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from qadaga.config.backup.server import BackupError

Told = Callable[[int], None]


def copy_new(source: Path, target: Path, told: Told) -> tuple[int, int]:
    """Copy the files that `target` lacks; returns (files there now, files copied now).

    The dump is taken before this, and a file is written before the row that names it: so every file that the
    dump names is among those copied.
    """
    present = copied = 0
    for path in stored(source):
        place = target / path.relative_to(source)
        present += 1
        if not place.exists():
            _copy(path, place)
            copied += 1
        told(present)
    return present, copied


def stored(folder: Path) -> Iterator[Path]:
    """Every stored file below `folder`, named by its SHA-256; uploads under way are not among them."""
    yield from sorted(path for path in folder.glob("??/??/*") if path.is_file())


def check(folder: Path, digests: Iterator[str], told: Told) -> int:
    """Read every file named by `digests`; raises BackupError at the first that is missing or altered."""
    count = 0
    for count, digest in enumerate(digests, start=1):
        path = folder / digest[:2] / digest[2:4] / digest
        if not path.exists():
            raise BackupError(f"The file {digest} is named by the database but is not in {folder}.")
        with path.open("rb") as stream:
            if hashlib.file_digest(stream, "sha256").hexdigest() != digest:
                raise BackupError(f"The file {digest} in {folder} is not what it was.")
        told(count)
    return count


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    shutil.copy2(source, draft)
    with draft.open("rb") as stream:
        os.fsync(stream.fileno())
    draft.rename(target)
