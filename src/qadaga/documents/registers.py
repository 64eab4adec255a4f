"""The registers papers are numbered in, read from `registers.yaml` and checked on load."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

import yaml

_FILE = Path(__file__).with_name("registers.yaml")
_PLACEHOLDERS = {"office", "year", "number"}


@dataclass(frozen=True, slots=True)
class Register:
    """A register: its id, its place in the order of locks and the form of its numbers."""

    id: str
    rank: int
    format: str

    def number(self, *, office_code: str, year: int, number: int) -> str:
        """The number as it stands on the paper."""
        return self.format.format(office=office_code, year=year, number=number)


@cache
def registers() -> dict[str, Register]:
    """Every register by id. Raises ValueError when the file is wrong."""
    found: dict[str, Register] = {}
    for rank, row in enumerate(yaml.safe_load(_FILE.read_text(encoding="utf-8"))):
        register = Register(row["id"], rank, row["format"])
        if register.id in found:
            raise ValueError(f"register {register.id} is named twice")
        _check_format(register)
        found[register.id] = register
    return found


def _check_format(register: Register) -> None:
    used = {name for _, name, _, _ in Formatter().parse(register.format) if name is not None}
    if used != _PLACEHOLDERS:
        raise ValueError(
            f"register {register.id}: the format must use {sorted(_PLACEHOLDERS)}, it uses {sorted(used)}"
        )
