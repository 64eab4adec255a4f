"""Which column is which, and which word of a cell is which code. The words stand in a YAML file."""

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

_NOISE = re.compile(r"[\s.,:;_\-–—/()«»\"']+")


def plain(word: str) -> str:
    """Lower case, without spaces and punctuation, ё as е."""
    return _NOISE.sub("", word.casefold().replace("ё", "е"))


class Columns:
    """The columns of one kind of file: `columns` with the words of their headings, `required`, `values`."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @cached_property
    def _table(self) -> dict[str, Any]:
        table: dict[str, Any] = yaml.safe_load(self._file.read_text(encoding="utf-8"))
        return table

    @cached_property
    def headings(self) -> Mapping[str, str]:
        """From a heading as `plain` writes it to the name of the column."""
        columns = self._table["columns"].items()
        return {plain(word): name for name, words in columns for word in [name, *words]}

    @cached_property
    def required(self) -> tuple[str, ...]:
        """The columns no file of the kind can do without."""
        return tuple(self._table["required"])

    @property
    def names(self) -> tuple[str, ...]:
        """Every column."""
        return tuple(self._table["columns"])

    def codes(self, column: str) -> Mapping[str, str]:
        """From a cell's word, as `plain` writes it, to the code; empty for a column of free text."""
        table = self._table.get("values", {}).get(column, {})
        return {plain(word): code for code, words in table.items() for word in [code, *words]}

    def example(self, column: str) -> str:
        """The first heading of a column in Russian, to name it in a message; the name itself if unknown."""
        words = self._table["columns"].get(column)
        if not words:
            return column
        return str(next((word for word in words if not word.isascii()), words[0]))
