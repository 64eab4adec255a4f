"""The country's administrative units by KATO code, read from the product's own data file."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

FILE = Path(__file__).parent / "data" / "kato.csv"


@dataclass(frozen=True, slots=True)
class KatoUnit:
    """A region, city of republican significance, district, city or city district.

    `parent` is the code of the unit above, empty at the first level; `kind` is one of region,
    republican_city, district, city, city_district.
    """

    code: str
    parent: str
    kind: str
    name_ru: str
    name_kk: str


@cache
def units() -> MappingProxyType[str, KatoUnit]:
    """Every unit by its code, in the order of the file."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        rows = (
            KatoUnit(row["kato"], row["parent"], row["kind"], row["name_ru"], row["name_kk"])
            for row in csv.DictReader(lines)
        )
        return MappingProxyType({unit.code: unit for unit in rows})
