"""What waits outside the registers of the office, in three tables: to decide, to carry out, to follow.

Some forty sorts of things may wait, mostly one or two of each: a table of its own for each would bury the
day under headings. One table keeps numbers, subjects and days of all of them under each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy

from qadaga.acts.selectors import Waiting
from qadaga.web.day.elsewhere import elsewhere
from qadaga.web.day.presenters import SectionView

TITLES = {
    "decide": gettext_lazy("To decide"),
    "carry_out": gettext_lazy("To carry out"),
    "follow": gettext_lazy("To read and to follow"),
}
# What the person themselves does about a sort; what another has to do first is followed.
DECIDED = frozenset(
    {
        "passed_up",
        "undecided_act",
        "undecided_measure",
        "undecided_inspection",
        "inspection_sign",
        "inspection_consent",
        "check_prolong",
        "inspection_unmanned",
        "session_item",
        "absence",
        "plan_draft",
        "proposal_made",
        "materials",
    }
)
FOLLOWED = frozenset(
    {
        "assignment_control",
        "told_here",
        "above_act",
        "above_measure",
        "above_inspection",
        "protected_hurt",
        "request",
        "call_offence",
        "proceedings_silent",
        "call_court",
        "inspection_told",
        "records_demanded",
        "plan_running",
        "plan_consent",
        "exchange",
        "decision_control",
    }
)


@dataclass(frozen=True, slots=True)
class Panel:
    """One table: its key and title, its columns, and the sections whose rows it holds; how many, how late."""

    key: str
    title: str
    groups: Sequence[SectionView]

    @property
    def labels(self) -> Sequence[str]:
        """The columns, which all sections of it share."""
        return self.groups[0].labels

    @property
    def count(self) -> str:
        """How many rows it shows; "+" where a section has more."""
        more = "+" if any(group.count.endswith("+") for group in self.groups) else ""
        return f"{sum(len(group.rows) for group in self.groups)}{more}"

    @property
    def late(self) -> bool:
        """Whether anything in it is overdue."""
        return any(group.late for group in self.groups)


def panel_of(sort: str) -> str:
    """Which table a sort stands in: what is neither decided nor followed is carried out."""
    return "decide" if sort in DECIDED else "follow" if sort in FOLLOWED else "carry_out"


def panels(found: Sequence[Waiting], on: date) -> list[Panel]:
    """The tables that have something in them; in each what is overdue comes first."""
    views: Mapping[str, SectionView] = elsewhere(found, on)
    made = []
    for key, title in TITLES.items():
        groups = [view for sort, view in views.items() if panel_of(sort) == key]
        if groups:
            made.append(Panel(key, str(title), sorted(groups, key=lambda group: not group.late)))
    return made


def glance(sections: Sequence[SectionView], tables: Sequence[Panel]) -> list[tuple[str, str, str, bool]]:
    """The line over the day: of each section and table where it stands, its title, how many, whether late."""
    numbered = [(f"day-{at}", one.title, one.count, one.late) for at, one in enumerate(sections, start=1)]
    return [*numbered, *((f"day-{one.key}", one.title, one.count, one.late) for one in tables)]
