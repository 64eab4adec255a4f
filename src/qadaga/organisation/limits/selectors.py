"""The figure of a limit on a day: the edition set last that has begun, or what the catalogue ships."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from qadaga.law.catalogue import load
from qadaga.law.loading import Catalogue
from qadaga.matters.gather import Part
from qadaga.organisation.limits.models import LimitEdition


@dataclass(frozen=True, slots=True)
class Figure:
    """The hours in force, how sure they are (a status of the catalogue), since when: None for the shipped."""

    limit: str
    hours: int
    status: str
    since: date | None = None

    @property
    def verified(self) -> bool:
        """Whether somebody held the figure against its norm."""
        return self.status != "unverified"


# A part of a card: every edition of every limit, a handful of rows in all.
EDITIONS = Part("limits", LimitEdition, "TRUE")


def editions_of(limit: str) -> list[LimitEdition]:
    """Every edition of the limit with who set it, replaced ones too, the newest day first."""
    rows = LimitEdition.objects.filter(limit=limit).select_related("set_by__person", "office")
    return list(rows.order_by("-starts_on", "-id"))


def figures(on: date, editions: Iterable[LimitEdition] | None = None) -> dict[str, Figure]:
    """Each limit's figure on the day, by its id; `editions` where they are read already. One query else."""
    state: Catalogue = load()
    found = {one.id: Figure(one.id, one.hours, one.status) for one in state.limits.values()}
    rows = LimitEdition.objects.filter(starts_on__lte=on) if editions is None else editions
    begun = (row for row in rows if row.replaced_on is None and row.starts_on <= on and row.limit in found)
    for row in sorted(begun, key=lambda one: one.starts_on):
        status = "found" if row.checked else "unverified"
        found[row.limit] = Figure(row.limit, row.hours, status, row.starts_on)
    return found
