"""Drafts to read: versions and what changed between two of them, a preview, a Word file."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from qadaga.acts import content
from qadaga.acts.models import Act, ActVersion
from qadaga.common.errors import NotFound

FIELDS = ("heading", "facts", "norms", "demands")


@dataclass(frozen=True, slots=True)
class Change:
    """One run of paragraphs: `kind` is same, removed or added; `field` is the part of the act it is in."""

    field: str
    kind: str
    paragraphs: tuple[str, ...]


def versions(act: Act) -> list[ActVersion]:
    """The saved texts, the newest first."""
    return list(act.versions.select_related("by__person").order_by("-no"))


def compare(act: Act, older: int, newer: int) -> list[Change]:
    """What changed from one saved text to another, paragraph by paragraph. NotFound for a number never
    saved.
    """
    found = {row.no: row for row in act.versions.filter(no__in=[older, newer])}
    if older not in found or newer not in found:
        raise NotFound()
    return compared(found[older], found[newer])


def compared(before: ActVersion, after: ActVersion) -> list[Change]:
    """What changed between two texts."""
    return [
        change for field in FIELDS for change in _field(field, getattr(before, field), getattr(after, field))
    ]


def draft_pdf(act: Act) -> bytes:
    """The last saved text as it would print, marked as a draft. Nothing is stored."""
    return content.pdf(act, _latest(act))


def _latest(act: Act) -> ActVersion:
    return act.versions.order_by("-no")[0]


def _field(field: str, before: str, after: str) -> list[Change]:
    old, new = before.split("\n"), after.split("\n")
    changes = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if kind == "equal":
            changes.append(Change(field, "same", tuple(old[i1:i2])))
            continue
        runs = (("removed", old[i1:i2]), ("added", new[j1:j2]))
        changes.extend(Change(field, name, tuple(run)) for name, run in runs if run)
    return changes
