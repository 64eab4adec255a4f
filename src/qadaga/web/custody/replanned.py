"""Visits moved to another day or officer, or called off: on the card and in the plan, with the reason."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from qadaga.supervision.custody.models import Replanned, Visit
from qadaga.supervision.custody.replanned import replanned
from qadaga.web.cards.sections import Section, section
from qadaga.web.components import Text, badge, date_text, lines, moment_text
from qadaga.web.doors import leading
from qadaga.web.names import language
from qadaga.web.orders.people import named


def replanned_section(visit: Visit) -> list[Section]:
    """How the visit was moved or called off; nothing where it never was."""
    rows = [_cells(line) for line in replanned(visit)]
    return [section("replanned", _("Moved or called off"), _columns(), rows, "", stacks=True)] if rows else []


def changes_section(changes: Sequence[Replanned]) -> list[Section]:
    """What changed in the plan lately; nothing where nothing did."""
    rows = [
        (
            leading("visits:card", line.visit.place.name(language()), line.visit_id),
            *_cells(line),
        )
        for line in changes
    ]
    columns = [_("Place of custody"), *_columns()]
    title = _("Moved or called off within a month")
    return [section("changes", title, columns, rows, "", stacks=True)] if rows else []


def _columns() -> list[str]:
    return [_("Was planned"), _("Became"), _("Reason"), _("By whom, when")]


def _cells(line: Replanned) -> tuple[Text, ...]:
    became: Text = badge(_("Called off"), "neutral")
    if line.to_officer is not None:
        became = lines(date_text(line.to_day), named(line.to_officer))
    was = lines(date_text(line.from_day), named(line.from_officer))
    return was, became, line.why, lines(named(line.by), moment_text(line.at))
