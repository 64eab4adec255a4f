"""What is said of a check, whoever says it: pages, programs, the demonstration."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Indexed:
    """Which case: the body of the closed list, what is checked, the number in that body's register."""

    body: str
    kind: str
    register_number: str
    sphere: str | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """The act on paper: its kind, number and day."""

    kind: str
    number: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check says: ground, day, result; when demanded materials came; the act, where there is one."""

    ground: str
    checked_on: date
    result: str
    received_on: date | None = None
    paper: Paper | None = None
