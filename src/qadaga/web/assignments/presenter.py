"""Assignments as pages show them."""

from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.organisation.assignments.choices import AboutKind
from qadaga.organisation.assignments.models import Assignment
from qadaga.web.components import KeyValues, Text, Tone, badge, date_text, link
from qadaga.web.names import language
from qadaga.web.orders.people import named

TONES: dict[str, Tone] = {"given": "info", "reported": "warning", "done": "success"}


def assignment_badge(row: Assignment, on: date) -> SafeString:
    """Where it stands; late once its term has run out."""
    if row.due_on and row.due_on < on:
        return badge(_("The term has run out"), "danger", "alert-triangle")
    return badge(row.get_status_display(), TONES[row.status])


def summary(row: Assignment) -> KeyValues:
    """Who gave it to whom, about what, by when, who reported and who took it off control."""
    code = language()
    pairs: list[tuple[str, Text]] = [
        (_("Assigned by"), row.given_by.name_in(code)),
        (_("Who carries it out"), row.office.name_in(code)),
        (_("What it is about"), _about(row)),
        (_("Given"), f"{date_text(row.given_on)}, {named(row.by)}"),
        (_("Last day"), date_text(row.last_day)),
    ]
    if row.due_on and row.due_on != row.last_day:
        pairs.append((_("Due"), date_text(row.due_on)))
    if row.reported_by:
        pairs.append((_("Report made on"), f"{date_text(row.reported_on)}, {named(row.reported_by)}"))
    if row.taken_off_by:
        pairs.append((_("Taken off control"), f"{date_text(row.taken_off_on)}, {named(row.taken_off_by)}"))
    return KeyValues(pairs)


def _about(row: Assignment) -> Text:
    if row.about_id is None:
        return row.get_about_display()
    page = "matters:card" if row.about == AboutKind.MATTER else "appeals:card"
    return link(reverse(page, args=[row.about_id]), row.about_number)


def texts(row: Assignment) -> list[tuple[str, str]]:
    """What is to be done, the report, remarks."""
    said = [(_("What to do"), row.what), (_("Report"), row.report), (_("Remarks"), row.remarks)]
    return [(label, text) for label, text in said if text]
