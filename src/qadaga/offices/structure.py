"""The real structure of the service as a plan: kato.csv gives the territorial offices, a YAML the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from qadaga.offices import naming
from qadaga.offices.kato import KatoUnit, units
from qadaga.offices.naming import Names

FILE = Path(__file__).parent / "data" / "structure.yaml"
_KINDS = {
    "region": "region",
    "republican_city": "city_republican",
    "city": "city",
    "district": "district",
    "city_district": "district",
}


@dataclass(frozen=True, slots=True)
class PlannedOffice:
    """One office to found. `general`: holds its territory alone, as territorial offices do."""

    code: str
    kind: str
    names: Names
    parent: str | None = None
    spheres: tuple[str, ...] = ()
    kato: tuple[str, ...] = ()
    general: bool = True
    status: str = "found"


@dataclass(frozen=True, slots=True)
class PlannedUnit:
    """One department, directorate or division inside an office (L.1.4)."""

    office: str
    code: str
    kind: str
    names: Names


@dataclass(frozen=True, slots=True)
class Plan:
    """Offices, each after the one it stands under, and their units; known from the day given."""

    known_from: date
    offices: tuple[PlannedOffice, ...]
    units: tuple[PlannedUnit, ...]


def plan() -> Plan:
    """The whole structure of the two data files."""
    with FILE.open(encoding="utf-8") as text:
        data = yaml.safe_load(text)
    top = _special(data["top"])
    offices = (top, *_territorial(top.code), *(_special(row) for row in data["offices"]))
    return Plan(data["known_from"], offices, tuple(_unit(row) for row in data["units"]))


def code_of(kato: str) -> str:
    """The code of the territorial office of a KATO unit: the four digits that tell units apart."""
    return kato[:4]


def _territorial(top: str) -> Iterator[PlannedOffice]:
    by_code = units()
    for unit in by_code.values():
        within = by_code.get(unit.parent)
        yield PlannedOffice(
            code=code_of(unit.code),
            kind=_KINDS[unit.kind],
            names=naming.of_office(unit, within),
            parent=_above(within, top),
            kato=(unit.code,),
        )


def _above(within: KatoUnit | None, top: str) -> str:
    return code_of(within.code) if within else top


def _special(row: Mapping[str, Any]) -> PlannedOffice:
    return PlannedOffice(
        code=row["code"],
        kind=row["kind"],
        names=_names(row),
        parent=row.get("parent"),
        spheres=tuple(row.get("spheres", ())),
        kato=tuple(row.get("kato", ())),
        general=False,
        status=row["status"],
    )


def _unit(row: Mapping[str, Any]) -> PlannedUnit:
    return PlannedUnit(row["office"], row["code"], row["kind"], _names(row))


def _names(row: Mapping[str, Any]) -> Names:
    return Names(row["ru"], row["kk"], row["en"], not row.get("check", False))
