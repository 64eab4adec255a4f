"""The number of a case in the outside register of pre-trial investigations (ERDR): data, not law.

Supervision of the investigation and the prosecution in court know a case by the same number. No source of
ours gives its format: `erdr.yaml` holds what is known with `status: unverified`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.text import clean

_FILE = Path(__file__).with_name("erdr.yaml")


@dataclass(frozen=True, slots=True)
class Format:
    """How a number is written: a pattern of digits, an example, and how sure we are of it."""

    pattern: str
    example: str
    status: str


@cache
def known() -> Format:
    """The format in the file."""
    return Format(**yaml.safe_load(_FILE.read_text(encoding="utf-8"))["erdr"])


def parse(value: object, field: str = "erdr") -> str:
    """The number without spaces, dots and dashes. Raises InvalidInput where it does not fit the format."""
    number = re.sub(r"[\s.\-]", "", clean(value, field=field, max_length=40, multiline=False))
    if not re.fullmatch(known().pattern, number):
        raise InvalidInput.of(
            field,
            "bad_format",
            N_("An ERDR number looks like %(example)s (an unverified format). Check the digits."),
            example=known().example,
        )
    return number
