"""Bytes on disk under their own SHA-256: written once, never changed, found again by what they are."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from qadaga.common import ids
from qadaga.common.errors import InvalidInput, NotFound
from qadaga.common.i18n import N_


@dataclass(frozen=True, slots=True)
class Incoming:
    """Bytes received but not yet kept."""

    path: Path
    sha256: str
    size: int


def receive(chunks: Iterable[bytes], *, most: int, field: str) -> Incoming:
    """Stream the chunks to a temporary file; stop and raise InvalidInput on `field` beyond `most` bytes."""
    folder = _root() / "incoming"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / ids.new_id().hex
    try:
        return _written(path, chunks, most, field)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def keep(incoming: Incoming) -> None:
    """Move the bytes to their place; bytes that are there already stay as they are."""
    place = path_of(incoming.sha256)
    if place.exists():
        incoming.path.unlink()
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    incoming.path.rename(place)
    _sync_folder(place.parent)


def drop(incoming: Incoming) -> None:
    """Forget bytes that were refused."""
    incoming.path.unlink(missing_ok=True)


def forget_incoming(before: datetime) -> int:
    """Remove unfinished uploads last written before that moment; returns how many there were."""
    removed = 0
    for path in (_root() / "incoming").glob("*"):
        if path.stat().st_mtime < before.timestamp():
            path.unlink(missing_ok=True)
            removed += 1
    return removed


def open_bytes(sha256: str) -> BinaryIO:
    """The bytes for reading. Raises NotFound when the disk has lost them."""
    try:
        return path_of(sha256).open("rb")
    except FileNotFoundError:
        raise NotFound(
            "file_missing", N_("The file is registered but its content is missing from the storage. Tell IT.")
        ) from None


def intact(sha256: str) -> bool:
    """Whether the bytes are there and still have this SHA-256."""
    try:
        with path_of(sha256).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except FileNotFoundError:
        return False


def path_of(sha256: str) -> Path:
    """Where the bytes lie: two levels of folders keep each of them small."""
    return _root() / sha256[:2] / sha256[2:4] / sha256


def _root() -> Path:
    return Path(settings.DOCUMENTS_ROOT)


def _written(path: Path, chunks: Iterable[bytes], most: int, field: str) -> Incoming:
    digest, size = hashlib.sha256(), 0
    with path.open("xb") as file:
        for chunk in chunks:
            size += len(chunk)
            if size > most:
                raise too_large(most, field)
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        # The row is committed after this: it must never point at bytes that a power cut takes away.
        os.fsync(file.fileno())
    path.chmod(0o440)
    return Incoming(path, digest.hexdigest(), size)


def too_large(most: int, field: str) -> InvalidInput:
    """The refusal of a file beyond `most` bytes."""
    return InvalidInput.of(
        field,
        "file_too_large",
        N_("The file is larger than %(most)s MB. Split it, or scan it at a lower resolution."),
        most=most // (1024 * 1024),
    )


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
