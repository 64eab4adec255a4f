"""Whether a session may decide, and what an absence leads to, by `figures.yaml`; data, not law."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from qadaga.coordination.choices import Following, Role

_FILE = Path(__file__).with_name("figures.yaml")


@dataclass(frozen=True, slots=True)
class Figures:
    """The share in per cent that those present have to exceed; what follows an absence without a good reason.

    `absence` has the measures by the role of who did not come. Each of the two says how sure it is.
    """

    quorum_percent: int
    status: str
    absence: Mapping[str, tuple[str, ...]]
    absence_status: str

    def needed(self, members: int) -> int:
        """How many of the members have to be present."""
        return members * self.quorum_percent // 100 + 1


@cache
def figures() -> Figures:
    """The file. Raises ValueError where the share is none, or a measure is unknown."""
    raw = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    if not 0 <= raw["quorum_percent"] < 100:
        raise ValueError("figures.yaml: quorum_percent is from 0 to 99")
    absence = raw["absence"]
    by_role = {role: tuple(absence.get(role, ())) for role in Role.values}
    if not set().union(*by_role.values()) <= set(Following.values):
        raise ValueError("figures.yaml: an absence leads to what Following names")
    return Figures(raw["quorum_percent"], raw["status"], by_role, absence["status"])
