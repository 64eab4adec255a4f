"""Figures of the direction that no source of ours gives: data with `status: unverified`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("limits.yaml")


@dataclass(frozen=True, slots=True)
class Limits:
    """From how many months in all a term is for a higher level to agree to, and how early an end is told."""

    investigation_months: int
    custody_months: int
    warn_days: int
    status: str


@cache
def limits() -> Limits:
    """The figures in the file."""
    return Limits(**yaml.safe_load(_FILE.read_text(encoding="utf-8"))["limits"])
