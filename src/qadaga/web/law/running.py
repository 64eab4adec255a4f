"""The terms of a rule that run now within what the reader sees: how many, how many late, and the soonest."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from qadaga.authority.lists.search.entries import numbers_of
from qadaga.authority.scope import Scope
from qadaga.law import wording
from qadaga.matters.selectors.running import MOST, Page, RunningTerm, count_running
from qadaga.web.components import Column, Empty, Pager, Row, Table, Text, badge, date_text, lines, link
from qadaga.web.law.lists import Block
from qadaga.web.names import language
from qadaga.web.registers.listed import LISTED

SECTION = "terms"


def block(section: str, rule: str, scope: Scope, on: date) -> list[Block]:
    """The counts as a block of a term's page; none on a page of anything else. One query."""
    if section != SECTION:
        return []
    found = count_running(scope, rule, on)
    opened: Text = (
        link(reverse("law:uses", args=[SECTION, rule]), _("Open the list")) if found.running else ""
    )
    title = _("Terms of this kind that run now")
    columns = [Column(_("Running"), "q-num"), Column(_("Overdue"), "q-num"), Column("", "q-min")]
    rows = [Row([_figure(found.running), _figure(found.overdue), opened])]
    note = _("In the offices you see. Terms that stand still or have ended are not counted.")
    return [Block(title, Table(title, columns, rows), note=note)]


def listing(page: Page, on: date) -> Table:
    """A page of running terms; what each runs on is a link, where it has a card. One query."""
    numbers = numbers_of({row.subject_id for row in page.rows})
    cards = {one.register.kind: one.card_url() for one in LISTED.values()}
    columns = [Column(_("On what")), Column(_("Office")), Column(_("Due"), "q-date"), Column("", "q-min")]
    rows = [Row(_cells(row, cards.get(row.subject_kind, ""), numbers, on)) for row in page.rows]
    nothing = Empty(
        _("No term of this kind runs"), _("In the offices you see nothing is awaited by this term today.")
    )
    return Table(_("Running terms, the soonest due first"), columns, rows, nothing)


def pager(page: Page) -> Pager:
    """The neighbouring pages of the list."""
    label = ngettext("%(count)s row", "%(count)s rows", len(page.rows)) % {"count": len(page.rows)}
    return Pager(
        f"?{urlencode({'c': page.previous})}" if page.previous else "",
        f"?{urlencode({'c': page.next})}" if page.next else "",
        label if page.previous or page.next else "",
        by_age=False,
    )


def _cells(row: RunningTerm, card: str, numbers: dict[UUID, str], on: date) -> list[Text]:
    kind = wording.title("subjects", row.subject_kind, language())
    shown = kind[:1].upper() + kind[1:]
    number = numbers.get(row.subject_id, "")
    what: Text = lines(number, shown) if number else shown
    if card:
        url = card.format(row.subject_id)
        what = lines(link(url, number), shown) if number else link(url, shown)
    office = row.office_kk if language() == "kk" else row.office_ru
    late = badge(_("Overdue"), "danger") if row.due_on < on else ""
    return [what, office, date_text(row.due_on), late]


def _figure(number: int) -> SafeString:
    return format_html('<span class="q-figure">{}{}</span>', number, "+" if number >= MOST else "")
