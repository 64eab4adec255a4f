"""Sections of the day that no register of the office shows: called-up matters, requests, acts passed up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.acts.selectors import Waiting
from qadaga.web.components import badge
from qadaga.web.day.presenters import MOST, SectionView, at_least
from qadaga.web.registers.listed import optional_url

# The title of each sort and the page its numbers lead to.
SORTS = {
    "called_up": (gettext_lazy("Matters called up by this office or moved to it"), "matters:card"),
    "passed_up": (gettext_lazy("Acts passed up to this office"), "acts:card"),
    "assignment_here": (gettext_lazy("Assignments of higher offices to carry out"), "assignments:card"),
    "assignment_control": (gettext_lazy("Assignments under control"), "assignments:card"),
    "tell_office": (gettext_lazy("Matters of which another competent office has to be told"), "matters:card"),
    "told_here": (gettext_lazy("Another competent office told us of its matter"), "matters:told"),
    "above_act": (gettext_lazy("The office above decided on our acts"), "acts:card"),
    "above_measure": (gettext_lazy("The office above decided on our requests"), "measures:card"),
    "above_inspection": (gettext_lazy("The office above decided on our inspections"), "inspections:card"),
    "undecided_act": (gettext_lazy("Suspended acts of lower offices to decide"), "acts:card"),
    "undecided_measure": (gettext_lazy("Suspended requests of lower offices to decide"), "measures:card"),
    "undecided_inspection": (
        gettext_lazy("Suspended inspections of lower offices to decide"),
        "inspections:card",
    ),
    "taken_act": (gettext_lazy("Acts taken over from lower offices"), "acts:card"),
    "taken_measure": (gettext_lazy("Requests taken over from lower offices"), "measures:card"),
    "protected_tell": (gettext_lazy("People to tell that their rights are restored"), "protected:card"),
    "protected_hurt": (gettext_lazy("People whose rights are not restored yet"), "protected:card"),
    "respond": (gettext_lazy("Violations that no act has answered in time"), "matters:card"),
    "request": (gettext_lazy("Requests without a reply"), "measures:card"),
    "call_offence": (gettext_lazy("Calls for a file not delivered yet"), "offences:card"),
    "proceedings_silent": (
        gettext_lazy("Proceedings we opened or closed: no body has answered in time"),
        "offences:card",
    ),
    "instruction_undelivered": (
        gettext_lazy("Instructions to investigators not delivered yet"),
        "investigations:card",
    ),
    "instruction_silent": (
        gettext_lazy("Investigators silent after the term of an instruction"),
        "investigations:card",
    ),
    "cancellation_undelivered": (
        gettext_lazy("Cancelled decisions whose body has not got the resolution"),
        "investigations:card",
    ),
    "cancellation_silent": (
        gettext_lazy("Bodies that have not decided anew after a cancelled decision"),
        "investigations:card",
    ),
    "call_court": (gettext_lazy("Calls for a court case not delivered yet"), "reviews:card"),
    "legal_answer": (gettext_lazy("Legal acts contrary to the law, to be answered"), "legal_acts:card"),
    "legal_silent": (gettext_lazy("Bodies silent on a protest: to remind"), "legal_acts:card"),
    "inspection_sign": (gettext_lazy("Inspections to order"), "inspections:card"),
    "inspection_consent": (gettext_lazy("Prolongations of inspections to decide"), "inspections:card"),
    "check_prolong": (gettext_lazy("Prolongations of checks of bailiffs to decide"), "writs:card"),
    "inspection_unmanned": (gettext_lazy("Inspections that nobody carries out"), "inspections:card"),
    "inspection_tell": (
        gettext_lazy("Inspections of which another competent office has to be told"),
        "inspections:card",
    ),
    "inspection_told": (
        gettext_lazy("Another competent office told us of its inspection"),
        "inspections:told",
    ),
    "inspection_running": (gettext_lazy("Inspections under way"), "inspections:card"),
    "inspection_documents": (gettext_lazy("Documents of the inspected to return"), "inspections:card"),
    "records_demanded": (gettext_lazy("Corrections of records awaited"), "records:card"),
    "session_item": (gettext_lazy("Items proposed for an agenda"), "sessions:card"),
    "absence": (gettext_lazy("Absences without a good reason that nothing has followed"), "sessions:card"),
    "decision_mine": (gettext_lazy("Decisions I carry out"), "decisions:card"),
    "plan_item": (gettext_lazy("Items of plans I carry out"), "plans:card"),
    "plan_running": (gettext_lazy("Plans of work under control"), "plans:card"),
    "plan_consent": (gettext_lazy("Joint plans that a body is to consent to"), "plans:card"),
    "plan_draft": (gettext_lazy("Plans of work to approve"), "plans:card"),
    "exchange": (gettext_lazy("Information exchanged, reply awaited"), "exchanges:card"),
    "materials": (gettext_lazy("Applicants who asked to see the materials"), "appeals:card"),
    "summons": (gettext_lazy("People called to explain"), "appeals:card"),
    "duty_mine": (gettext_lazy("Other duties that I bear"), "laid_duties:card"),
    "duty_office": (gettext_lazy("Other duties of the office"), "laid_duties:card"),
    "review_due": (gettext_lazy("Quarter to review: do people trust the office"), "trust:office"),
    "proposal_made": (gettext_lazy("Proposals to decide about"), "proposals:card"),
    "proposal_due": (gettext_lazy("Accepted proposals to carry out"), "proposals:card"),
    "decision_control": (gettext_lazy("Decisions under control"), "decisions:card"),
}


def elsewhere(found: Sequence[Waiting], on: date) -> dict[str, SectionView]:
    """The sections that have something in them, by their sorts."""
    rows: dict[str, list[Waiting]] = {}
    for row in found:
        rows.setdefault(row.sort, []).append(row)
    return {sort: _view(sort, rows[sort], on) for sort in SORTS if sort in rows}


def _view(sort: str, rows: Sequence[Waiting], on: date) -> SectionView:
    title, page = SORTS[sort]
    labels = [_("Number"), _("Subject"), _("Due")]
    drawn = [_row(row, page, labels, on) for row in rows]
    count, register = at_least(len(rows), MOST), optional_url(page.replace(":card", ":list"))
    late = any(row.late(on) for row in rows)
    return SectionView(str(title), count, labels, drawn, all_url=register, late=late)


def _row(row: Waiting, page: str, labels: Sequence[str], on: date) -> SafeString:
    late = row.late(on)
    number = format_html(
        '<a href="{}">{}</a>', reverse(page, args=[row.id]), row.number or _("No number yet")
    )
    # An empty cell is left out where the table reads as cards; a blank would keep it.
    day = row.due_on.strftime("%d.%m.%Y") if row.due_on else ""
    due = format_html("{} {}", day, badge(_("Overdue"), "danger")) if late else day
    cells = zip(labels, (number, row.title, due), strict=True)
    drawn = format_html_join("", '<td role="cell" data-label="{}">{}</td>', cells)
    return format_html('<tr role="row" class="q-row-{}">{}</tr>', "danger" if late else "neutral", drawn)
