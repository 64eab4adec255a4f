"""Decisions that two records are of one, and their undoing, as cards show them."""

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext as _

from qadaga.web.cards.sections import Section, section
from qadaga.web.components import date_text
from qadaga.web.orders.people import named


def merges_section(merges: Iterable[Any], label: str, name: Callable[[Any], str]) -> list[Section]:
    """The merges of a card, each by the `name` of its duplicate under `label`; no section without one."""
    rows = [
        (
            name(row.duplicate),
            date_text(row.merged_on),
            row.reason,
            named(row.merged_by),
            f"{date_text(row.undone_on)}: {row.undone_reason}" if row.undone_on else "—",
        )
        for row in merges
    ]
    columns = [label, _("Day"), _("Reason"), _("Who decided"), _("Parted")]
    return [section("merges", _("Merges"), columns, rows, "", stacks=True)] if rows else []
