"""The columns of a register of appeals; the words stand in `columns.yaml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from qadaga.documents.importing.columns import Columns, plain

__all__ = ["TABLE", "codes", "plain"]

TABLE = Columns(Path(__file__).with_name("columns.yaml"))


@cache
def codes(column: str) -> Mapping[str, str]:
    """From a cell's word to the code; kept, for every row asks."""
    return TABLE.codes(column)
