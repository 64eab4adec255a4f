"""The sections of the reference: one for each kind of record of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from qadaga.common.errors import NotFound
from qadaga.law.loading import Catalogue
from qadaga.law.records import Record

if TYPE_CHECKING:  # the type of a lazy string is known to the stubs only
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Section:
    """A section by its name in the catalogue: what it is called, one line about it, its icon."""

    name: str
    title: str | _StrPromise
    about: str | _StrPromise
    icon: str

    def records(self, state: Catalogue) -> Mapping[str, Record]:
        """The section's records in that state of the law."""
        found: Mapping[str, Record] = getattr(state, self.name)
        return found


_ALL = (
    Section("sources", _("Sources"), _("The texts the law here is read from, and their editions"), "book"),
    Section(
        "provisions", _("Clauses"), _("Each clause in our own words, and what rests on it"), "list-details"
    ),
    Section("powers", _("Powers"), _("What may be done: who, on what, when, on which ground"), "gavel"),
    Section("duties", _("Duties"), _("What has to be done without being asked, and how soon"), "bell"),
    Section("act_kinds", _("Kinds of acts"), _("What each act is for, to whom, who issues it"), "file-text"),
    Section("measures", _("Measures"), _("Requests, summons and the like, short of an act"), "paperclip"),
    Section("terms", _("Terms"), _("How long, counted how, and what may lengthen it"), "hourglass"),
    Section("posts", _("Posts"), _("Who appoints, with whose consent, for how long"), "id-badge-2"),
    Section(
        "office_kinds",
        _("Kinds of offices"),
        _("Level, head, what stands above, collegium"),
        "building-community",
    ),
    Section("unit_kinds", _("Kinds of units"), _("Inside which offices and which other units"), "sitemap"),
    Section(
        "directions", _("Directions"), _("The directions of supervision and the other functions"), "sitemap"
    ),
    Section("spheres", _("Spheres"), _("What a specialised office is limited to"), "adjustments"),
    Section("tasks", _("Tasks"), _("What every matter serves"), "circle-check"),
    Section(
        "requirements", _("Entry requirements"), _("What is asked of those who enter, and what bars"), "users"
    ),
    Section(
        "ranks", _("Ranks"), _("Class ranks and military ranks, and what leads to the next"), "id-badge-2"
    ),
    Section(
        "service_kinds",
        _("Periods of service"),
        _("What of a working life is part of the service length"),
        "users",
    ),
    Section(
        "service_factors",
        _("Factors of service"),
        _("How a day under special conditions is counted"),
        "adjustments",
    ),
    Section("limits", _("Limits"), _("How many hours something may last at most"), "hourglass"),
    Section("grounds", _("Grounds"), _("On what a power may rest"), "scale"),
    Section("particulars", _("What is written down"), _("What the use of a power has to record"), "pencil"),
    Section("parties", _("Who is told"), _("Whom the use of a power has to be told to"), "send"),
)
SECTIONS: Mapping[str, Section] = {section.name: section for section in _ALL}


def section_of(name: str) -> Section:
    """The section of that name. Raises NotFound."""
    if name not in SECTIONS:
        raise NotFound
    return SECTIONS[name]
