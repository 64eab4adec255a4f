"""What changed between two texts, paragraph by paragraph."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Change:
    """One run of paragraphs: `kind` is same, removed or added; `field` is the part of the paper it is in."""

    field: str
    kind: str
    paragraphs: tuple[str, ...]


def changes(fields: Iterable[str], before: object, after: object) -> list[Change]:
    """What changed from one record to another in the named text fields, in their order."""
    return [
        change for field in fields for change in _field(field, getattr(before, field), getattr(after, field))
    ]


def _field(field: str, before: str, after: str) -> list[Change]:
    old, new = before.split("\n"), after.split("\n")
    found = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Change(field, "same", tuple(old[i1:i2])))
            continue
        runs = (("removed", old[i1:i2]), ("added", new[j1:j2]))
        found.extend(Change(field, name, tuple(run)) for name, run in runs if run)
    return found
