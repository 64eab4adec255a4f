"""What a file is, told by its bytes and never by its name."""

import codecs
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that is taken: media type, extensions (the usual one first) and plain name."""

    mime: str
    extensions: tuple[str, ...]
    label: str


_OFFICE = "application/vnd.openxmlformats-officedocument"
PDF = Kind("application/pdf", ("pdf",), "PDF")
PNG = Kind("image/png", ("png",), "PNG")
JPEG = Kind("image/jpeg", ("jpg", "jpeg"), "JPEG")
DOCX = Kind(f"{_OFFICE}.wordprocessingml.document", ("docx",), "DOCX")
XLSX = Kind(f"{_OFFICE}.spreadsheetml.sheet", ("xlsx",), "XLSX")
ODT = Kind("application/vnd.oasis.opendocument.text", ("odt",), "ODT")
TXT = Kind("text/plain", ("txt", "csv"), "TXT")
ACCEPTED = (PDF, DOCX, XLSX, ODT, PNG, JPEG, TXT)

_MAGIC = ((b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPEG))
_MAIN_PARTS = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX}
# What the library raises for a package that lies about itself: names that are no UTF-8 (ValueError), packed
# bytes that do not unpack (zlib, lzma, EOF), a directory cut short (struct).
_BROKEN = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    EOFError,
    zlib.error,
    lzma.LZMAError,
    struct.error,
)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
# Beyond this many parts a package is no document, and reading its directory costs too much.
_MOST_PARTS = 10_000


def sniff(path: Path) -> Kind | None:
    """The kind of the file at `path`, or None when it is of none that is taken."""
    with path.open("rb") as file:
        head = file.read(16)
        for magic, kind in _MAGIC:
            if head.startswith(magic):
                return kind
        file.seek(0)
        if head.startswith(b"PK\x03\x04"):
            return _package(file)
        return TXT if _is_text(_chunks(file)) else None


def _package(file: BinaryIO) -> Kind | None:
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            if len(names) > _MOST_PARTS or any(name.endswith("vbaProject.bin") for name in names):
                return None  # a macro is a program
            if "mimetype" in names and "content.xml" in names:
                return ODT if _reads(archive, "mimetype") == ODT.mime.encode() else None
            main = [kind for part, kind in _MAIN_PARTS.items() if part in names]
            return main[0] if len(main) == 1 and "[Content_Types].xml" in names else None
    except _BROKEN:
        return None  # broken or encrypted: nobody could open it


def _reads(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(256).strip()


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK):
        yield chunk


def _is_text(chunks: Iterator[bytes]) -> bool:
    """Whether the bytes are UTF-8 without control characters other than those of lines and tabs."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for chunk in chunks:
            if _CONTROLS.search(decoder.decode(chunk)):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
