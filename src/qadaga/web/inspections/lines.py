"""Lines about inspections on other cards: those of a matter, those that overlap."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from qadaga.supervision.inspections.overlaps import Overlap
from qadaga.web.cards.sections import Section, addresses, section
from qadaga.web.components import Text, Tone, badge, date_text, link
from qadaga.web.names import language

TONES: dict[str, Tone] = {
    "draft": "warning",
    "opened": "info",
    "suspended": "neutral",
    "stopped": "warning",
    "closed": "success",
    "cancelled": "danger",
}


def status_badge(inspection: Any) -> Text:
    """Where an inspection stands."""
    return badge(inspection.get_status_display(), TONES.get(inspection.status, "neutral"))


def in_matter(rows: Iterable[Any]) -> Section:
    """The inspections of a matter that the person may read."""
    address = addresses("inspections:card")
    cells = [
        (
            link(address(row.id), row.number_text or _("Draft")),
            row.norm,
            status_badge(row),
            date_text(row.starts_on),
            date_text(row.due_on),
        )
        for row in rows
    ]
    columns = [_("Number"), _("Observance of"), _("Status"), _("From"), _("Due")]
    return section("inspections", _("Inspections"), columns, cells, "")


def overlapping(found: Sequence[Overlap]) -> Section:
    """Inspections of the same body under way: of any office its number, name and period, nothing more."""
    cells = [
        (
            row.number or _("Under a secrecy mark"),
            row.office.name_kk if language() == "kk" else row.office.name_ru,
            "—" if row.secret else f"{date_text(row.starts_on)} – {date_text(row.due_on)}",
        )
        for row in found
    ]
    columns = [_("Number"), _("Office"), _("Period")]
    return section("overlaps", _("The body is being inspected already"), columns, cells, "")
