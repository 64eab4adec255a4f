"""What ends soon, in the day: one's own posts and absences, and those of the office one leads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.acts.selectors import Waiting
from qadaga.law.coverage import implements
from qadaga.organisation.notices.models import Ending
from qadaga.web.components import date_text, link
from qadaga.web.day.presenters import MOST, SectionView, at_least

SORT = "notice"
PRESSES = 7


@implements("L.2.2")
def notice_sections(found: Sequence[Waiting], on: date) -> list[SectionView]:
    """The section of what ends soon, where anything does."""
    rows = [row for row in found if row.sort == SORT and row.due_on is not None and row.due_on > on]
    if not rows:
        return []
    labels = [_("Name"), _("What ends"), _("Ends"), _("Left")]
    drawn = [_row(row, row.due_on, labels, on) for row in rows if row.due_on]
    return [SectionView(_("What ends soon"), at_least(len(rows), MOST), labels, drawn, all_url="")]


def left(ends_on: date, on: date) -> str:
    """How many days are left until the day, in words."""
    return _("days: %(days)s") % {"days": (ends_on - on).days}


def _row(row: Waiting, ends_on: date, labels: Sequence[str], on: date) -> SafeString:
    tone = "warning" if (ends_on - on).days <= PRESSES else "neutral"
    person = link(reverse("offices:person", args=[row.id]), row.title)
    cells = zip(
        labels, (person, Ending(row.number).label, date_text(ends_on), left(ends_on, on)), strict=True
    )
    drawn = format_html_join("", '<td role="cell" data-label="{}">{}</td>', cells)
    return format_html('<tr role="row" class="q-row-{}">{}</tr>', tone, drawn)
