"""Drafts to read: versions and what changed between two of them, a preview, a Word file."""

from qadaga.acts import content
from qadaga.acts.models import Act, ActVersion
from qadaga.common.changes import Change, changes
from qadaga.common.errors import NotFound

FIELDS = ("heading", "facts", "norms", "demands")


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
    return changes(FIELDS, before, after)


def draft_pdf(act: Act) -> bytes:
    """The last saved text as it would print, marked as a draft. Nothing is stored."""
    return content.pdf(act, _latest(act))


def _latest(act: Act) -> ActVersion:
    return act.versions.order_by("-no")[0]
