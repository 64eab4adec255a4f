"""Which column is which, and which word of a cell is which code. The words stand in `columns.yaml`."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_name("columns.yaml")
_NOISE = re.compile(r"[\s.,:;_\-–—/()«»\"']+")


@cache
def headings() -> Mapping[str, str]:
    """From a heading as `plain` writes it to the name of the column."""
    return {plain(word): name for name, words in _table()["columns"].items() for word in [name, *words]}


@cache
def required() -> tuple[str, ...]:
    """The columns no register can do without."""
    return tuple(_table()["required"])


@cache
def codes(column: str) -> Mapping[str, str]:
    """From a cell's word, as `plain` writes it, to the code; empty for a column of free text."""
    table = _table()["values"].get(column, {})
    return {plain(word): code for code, words in table.items() for word in [code, *words]}


def example(column: str) -> str:
    """The first heading of a column in Russian, to name it in a message."""
    words = _table()["columns"][column]
    return str(next((word for word in words if not word.isascii()), words[0]))


def plain(word: str) -> str:
    """Lower case, without spaces and punctuation, ё as е."""
    return _NOISE.sub("", word.casefold().replace("ё", "е"))


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return table
