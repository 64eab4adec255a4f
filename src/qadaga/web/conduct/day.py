"""The alarm of the day: open reports of interference that wait for a leader above (L.2.7)."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from qadaga.authority.actor import Actor
from qadaga.organisation.conduct import interference
from qadaga.organisation.conduct.models import InterferenceReport, State
from qadaga.web.components import badge, date_text
from qadaga.web.day.presenters import SectionView, at_least


def alarms(actor: Actor, on: date) -> list[SectionView]:
    """The section with the reports, or nothing; who interfered is told on the card only."""
    rows = interference.waiting(actor, on)
    if not rows:
        return []
    labels = [_("Report"), _("Reported on"), _("State")]
    drawn = [
        format_html(
            '<tr role="row" class="q-row-danger"><td role="cell" data-label="{}"><a href="{}">{}</a></td>'
            '<td role="cell" data-label="{}">{}</td><td role="cell" data-label="{}">{}</td></tr>',
            labels[0],
            reverse("interference:card", args=[row.id]),
            _("Report of interference"),
            labels[1],
            date_text(row.reported_on),
            labels[2],
            standing(row, on),
        )
        for row in rows
    ]
    address = reverse("interference:list")
    count = at_least(len(rows), interference.MOST)
    return [SectionView(_("Interference reported"), count, labels, drawn, all_url=address)]


def standing(row: InterferenceReport, on: date) -> SafeString:
    """Whether the report has an outcome, has been read, or waits unread for too long."""
    if row.state == State.CLOSED:
        return badge(str(row.get_state_display()), "success")
    days = interference.unread(row, on)
    if days is not None:
        words = ngettext("Nobody has read it for %(days)s day", "Nobody has read it for %(days)s days", days)
        return badge(words % {"days": days}, "danger", "alert-triangle")
    if row.read_on is None:
        return badge(_("Not read yet"), "warning")
    return badge(_("Read on %(day)s, no outcome yet") % {"day": date_text(row.read_on)}, "warning")
