"""People found in one place who may be the same person: offered before one is recorded, shown on the card."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from qadaga.common.identifiers import parse_iin
from qadaga.supervision.custody import sameness
from qadaga.supervision.custody.models import Place
from qadaga.supervision.custody.sameness import Known
from qadaga.web.cards.sections import Section, section
from qadaga.web.components import link, moment_text
from qadaga.web.views import StaffRequest


def alike(place: Place, values: Mapping[str, Any], request: StaffRequest) -> list[Known]:
    """Who was found there and may be whoever is being recorded, as far as the person sees them.

    Raises InvalidInput on `iin` and `born`.
    """
    iin = parse_iin(values["iin"]).value if values["iin"] else None
    birth = sameness.born(values["born"], iin=iin, on=request.on)
    return sameness.perhaps_same(place, values["name"], birth, iin, by=request.actor, on=request.on)


def alike_section(rows: Sequence[Known]) -> Section:
    """Their cards. No name stands here: who it is is read on the card, and that reading is journalled."""
    cells = [
        (
            link(reverse("held:card", args=[row.id]), moment_text(row.found_at)),
            str(row.wrong.label),
            str(row.status.label),
        )
        for row in rows
    ]
    columns = [_("Found"), _("What is unlawful"), _("Status")]
    return section("alike", _("Perhaps the same person"), columns, cells, "", stacks=True)
