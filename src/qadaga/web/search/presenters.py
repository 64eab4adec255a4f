"""What was found, as finished rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from qadaga.authority.lists.search import Found
from qadaga.web.registers.listed import LISTED


@dataclass(frozen=True, slots=True)
class ResultPage:
    """Rows, the word to go on with, and what is said over or instead of them."""

    labels: Sequence[str]
    rows: Sequence[SafeString]
    next: str
    notice: str


def result_page(found: Found, offices: Mapping[UUID, str], *, first: bool) -> ResultPage:
    """The results; every cell carries its label for narrow screens."""
    labels = [_("Number"), _("Date"), _("What"), _("Subject"), _("Office")]
    cards = {listed.register.kind: listed.card_url() for listed in LISTED.values()}
    kinds = {
        "appeal": _("Appeal"),
        "matter": _("Matter"),
        "act": _("Act"),
        "inspection": _("Inspection"),
        "order": _("Order"),
    }
    rows = []
    for row in found.rows:
        number, url = escape(row["number"] or _("No number yet")), cards.get(row["kind"], "")
        link = f'<a href="{url.format(row["id"])}">{number}</a>' if url else number
        day, office = f"{row['day']:%d.%m.%Y}", offices.get(row["office_id"], "")
        values = [link, day, escape(kinds[row["kind"]]), escape(row["title"]), escape(office)]
        cells = (
            f'<td role="cell" data-label="{escape(label)}">{value}</td>'
            for label, value in zip(labels, values, strict=True)
        )
        rows.append(mark_safe(f'<tr role="row">{"".join(cells)}</tr>'))  # noqa: S308 - every value is escaped
    return ResultPage(labels, rows, found.next, _notice(found, first=first))


def _notice(found: Found, *, first: bool) -> str:
    if found.bounded:
        return _("These are among the newest 2,000 records of your scope. Look further back for older ones.")
    if found.rows:
        return ""
    return _("Nothing of your scope answers this.") if first else _("Nothing more was found.")
