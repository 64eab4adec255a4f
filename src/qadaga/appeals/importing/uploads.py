"""An uploaded table as UTF-8: office programs still write the Kazakh Windows code page."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import Any

from django.core.files.uploadedfile import UploadedFile

_PIECE = 1 << 18
_WINDOWS = "kz1048"


class Utf8:
    """The upload as it is, or turned to UTF-8 where it is a text in the Windows code page."""

    def __init__(self, file: UploadedFile[Any]) -> None:
        self.size = file.size
        self._file = file
        windows = not _holds_nul(file) and not _decodes(file, "utf-8") and _decodes(file, _WINDOWS)
        self._decoder = codecs.getincrementaldecoder(_WINDOWS)() if windows else None
        file.seek(0)

    def read(self, size: int, /) -> bytes:
        """The next bytes; none at the end."""
        piece: bytes = self._file.read(size)
        return self._decoder.decode(piece).encode() if self._decoder and piece else piece


def _holds_nul(file: UploadedFile[Any]) -> bool:
    """Whether it is no text: a workbook, a picture."""
    return any(b"\0" in piece for piece in _pieces(file))


def _decodes(file: UploadedFile[Any], encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for piece in _pieces(file):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _pieces(file: UploadedFile[Any]) -> Iterator[bytes]:
    file.seek(0)
    while piece := file.read(_PIECE):
        yield piece
