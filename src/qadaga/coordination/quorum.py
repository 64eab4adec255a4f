"""Whether a session may decide: the share of members present, by `figures.yaml`; data, not law."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("figures.yaml")


@dataclass(frozen=True, slots=True)
class Figures:
    """The share in per cent that those present have to exceed, and how sure the figure is."""

    quorum_percent: int
    status: str

    def needed(self, members: int) -> int:
        """How many of the members have to be present."""
        return members * self.quorum_percent // 100 + 1


@cache
def figures() -> Figures:
    """The file. Raises ValueError where the share is none."""
    raw = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    if not 0 <= raw["quorum_percent"] < 100:
        raise ValueError("figures.yaml: quorum_percent is from 0 to 99")
    return Figures(raw["quorum_percent"], raw["status"])
