"""Taking files in and giving them out. Who may do so is the caller's question."""

from collections.abc import Iterator
from typing import BinaryIO, Protocol
from uuid import UUID

from django.conf import settings

from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.documents import names, storage
from qadaga.documents.models import StoredFile
from qadaga.documents.sniff import ACCEPTED, Kind, sniff
from qadaga.documents.storage import Incoming

_CHUNK = 1 << 18


class Uploader(Protocol):
    """Whoever gives a file in: an actor, or its journal form."""

    @property
    def person_id(self) -> UUID | None: ...

    @property
    def appointment_id(self) -> UUID | None: ...


class Readable(Protocol):
    """Anything that gives bytes piece by piece."""

    def read(self, size: int, /) -> bytes: ...


def store(stream: Readable, name: str, *, by: Uploader | None, field: str = "file") -> StoredFile:
    """Keep the bytes and return their row; equal bytes are kept once, whoever gave them in.

    Raises InvalidInput on `field`: empty, larger than `settings.DOCUMENT_MAX_BYTES`, of a kind that is not
    taken, or named as another kind than it is.
    """
    _refuse_announced_size(stream, field)
    incoming = storage.receive(_pieces(stream), most=settings.DOCUMENT_MAX_BYTES, field=field)
    try:
        kind, safe_name = _judge(incoming, name, field)
    except InvalidInput:
        storage.drop(incoming)
        raise
    storage.keep(incoming)
    return StoredFile.objects.create(
        sha256=incoming.sha256,
        size=incoming.size,
        mime=kind.mime,
        name=safe_name,
        person_id=by.person_id if by else None,
        appointment_id=by.appointment_id if by else None,
    )


def open_file(stored: StoredFile) -> BinaryIO:
    """The bytes of a stored file, for reading. Raises NotFound when the storage has lost them."""
    return storage.open_bytes(stored.sha256)


def _refuse_announced_size(stream: Readable, field: str) -> None:
    """An upload that says its size is refused before a byte is copied."""
    size = getattr(stream, "size", None)
    if isinstance(size, int) and size > settings.DOCUMENT_MAX_BYTES:
        raise storage.too_large(settings.DOCUMENT_MAX_BYTES, field)


def _pieces(stream: Readable) -> Iterator[bytes]:
    while piece := stream.read(_CHUNK):
        yield piece


def _judge(incoming: Incoming, name: str, field: str) -> tuple[Kind, str]:
    if incoming.size == 0:
        raise InvalidInput.of(field, "file_empty", N_("The file is empty. Choose the file again."))
    safe_name = names.sanitised(name)
    kind = sniff(incoming.path)
    stem, extension = names.split(safe_name)
    if kind is None:
        raise InvalidInput.of(
            field,
            "file_kind",
            N_("The content of the file is none of %(accepted)s. Save it as one of these first."),
            accepted=", ".join(accepted.label for accepted in ACCEPTED),
        )
    if extension and extension not in kind.extensions:
        raise InvalidInput.of(
            field,
            "file_misnamed",
            N_("The file is named .%(extension)s, but its content is %(kind)s. Choose the right file."),
            extension=extension,
            kind=kind.label,
        )
    return kind, f"{stem or 'file'}.{extension or kind.extensions[0]}"
