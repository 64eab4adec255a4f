"""Rows of an XLSX or CSV file as text, one at a time: a large file never stands in memory whole."""

import csv
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO

from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.documents.importing.columns import Columns, plain

MAX_ROWS = 200_000
MAX_BYTES = 100 * 1024 * 1024
MAX_UNPACKED = 256 * 1024 * 1024
MAX_CELL = 40_000
# A register has a dozen columns; a cell at the far edge of each row would make every row as wide.
MAX_COLUMNS = 200
# Formats and the like are read whole, each entry an object of hundreds of bytes.
MAX_PART = 16 * 1024 * 1024
_IN_PIECES = ("xl/worksheets/", "xl/sharedStrings.xml", "xl/media/", "xl/pivotCache/")
_DELIMITERS = ";,\t"
# How a damaged package or its XML shows; both XML parsers raise a SyntaxError.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, SyntaxError, KeyError, IndexError, ValueError)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the file: its number as the spreadsheet shows it, and its cells by column name."""

    number: int
    cells: dict[str, str]


def lines(path: Path, columns: Columns) -> Iterator[Line]:
    """Every row with content after the headings, which the columns know.

    Raises InvalidInput on `file`: not XLSX or CSV, too large, headings missing or double, unknown encoding.
    """
    if path.stat().st_size > MAX_BYTES:
        raise _refused("too_large", N_("The file is too large: split it by months and import each part."))
    rows = _xlsx(path) if zipfile.is_zipfile(path) else _csv(path)
    names: dict[int, str] = {}
    for number, cells in rows:
        if number > MAX_ROWS:
            raise _refused("too_many_rows", N_("The file has too many rows: split it and import each part."))
        if not any(cells):
            continue
        if not names:
            names = _headings(cells, columns)
            continue
        yield Line(number, {name: cells[at] if at < len(cells) else "" for at, name in names.items()})
    if not names:
        raise _refused("empty", N_("The file holds no rows."))


def _headings(cells: list[str], columns: Columns) -> dict[int, str]:
    known = columns.headings
    names = {at: known[plain(cell)] for at, cell in enumerate(cells) if plain(cell) in known}
    found = list(names.values())
    missing = [columns.example(name) for name in columns.required if name not in found]
    if missing:
        raise _refused(
            "no_columns",
            N_("The first row must name the columns. These are missing: %(missing)s."),
            missing=", ".join(missing),
        )
    double = sorted({columns.example(name) for name in found if found.count(name) > 1})
    if double:
        raise _refused(
            "double_columns", N_("These columns stand twice: %(double)s."), double=", ".join(double)
        )
    return names


def _xlsx(path: Path) -> Iterator[tuple[int, list[str]]]:
    # Only the worker and the command load this library: the web processes stay small (decision 4).
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    # As a stream: the stored file bears no extension that the library could judge by.
    with path.open("rb") as stream:
        try:
            _refuse_bomb(stream)
            book = openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        except (InvalidFileException, *_BROKEN) as error:
            raise _refused("not_a_table", _NOT_A_TABLE) from error
        with closing(book):
            yield from _of_book(book)


def _of_book(book: Any) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet; what is broken in it comes to light only while it is read."""
    try:
        for number, row in enumerate(book.worksheets[0].iter_rows(values_only=True), start=1):
            yield number, [_text(value) for value in row[:MAX_COLUMNS]]
    except _BROKEN as error:
        raise _refused("not_a_table", _NOT_A_TABLE) from error


def _refuse_bomb(stream: BinaryIO) -> None:
    """A small package may unpack to more than the machine holds; no more is read of it than it announces."""
    with zipfile.ZipFile(stream) as package:
        parts = package.infolist()
    whole = max((part.file_size for part in parts if not part.filename.startswith(_IN_PIECES)), default=0)
    if whole > MAX_PART or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise _refused("too_large", N_("The file is too large: split it by months and import each part."))
    stream.seek(0)


def _csv(path: Path) -> Iterator[tuple[int, list[str]]]:
    encoding = _encoding(path)
    with path.open(encoding=encoding, newline="") as stream:
        head = stream.readline()
        stream.seek(0)
        delimiter = max(_DELIMITERS, key=head.count)
        reader = csv.reader(stream, delimiter=delimiter)
        try:
            for cells in reader:
                yield reader.line_num, cells[:MAX_COLUMNS]
        except csv.Error as error:
            raise _refused("not_a_table", _NOT_A_TABLE) from error


def _encoding(path: Path) -> str:
    """UTF-8, or the Kazakh Windows code page that office programs still write; binary files are refused."""
    with path.open("rb") as stream:
        sample = stream.read(1 << 16)
    if b"\0" in sample:
        raise _refused("not_a_table", _NOT_A_TABLE)
    for encoding in ("utf-8-sig", "kz1048"):
        if _decodes(path, encoding):
            return encoding
    raise _refused("bad_encoding", N_("The file is neither UTF-8 nor a Windows table. Save it as XLSX."))


def _decodes(path: Path, encoding: str) -> bool:
    try:
        with path.open(encoding=encoding) as stream:
            while stream.read(1 << 20):
                pass
    except UnicodeDecodeError:
        return False
    return True


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    # A number typed into a cell for digits comes back as a float: 850725400331.0.
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


_NOT_A_TABLE = N_("The file is neither an XLSX workbook nor a CSV table. Save the register as one of these.")


def _refused(code: str, message: str, **data: str) -> InvalidInput:
    return InvalidInput.of("file", code, message, **data)
