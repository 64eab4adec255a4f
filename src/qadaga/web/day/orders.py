"""Orders and seals in the day: those to read, with one click that says so, points, what is handed over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.acts.selectors import Waiting
from qadaga.law.coverage import implements
from qadaga.web.components import badge
from qadaga.web.day.presenters import MOST, SectionView, at_least
from qadaga.web.views import StaffRequest

SORTS = {
    "sign": gettext_lazy("Orders to sign"),
    "agree": gettext_lazy("Draft orders to agree"),
    "read": gettext_lazy("Orders to read"),
    "carry_out": gettext_lazy("Points of orders to carry out"),
    "watch": gettext_lazy("Points of orders to watch"),
    "publish": gettext_lazy("Signed orders to publish"),
    "take": gettext_lazy("Seals, stamps and blanks to take"),
    "loss": gettext_lazy("Lost seals, stamps and blanks: an order has to decide"),
}


@implements("O.P2", "O.P4", "O.P3")
def order_sections(found: Sequence[Waiting], request: StaffRequest) -> list[SectionView]:
    """The sections that have something in them."""
    by_sort = {sort: [row for row in found if row.sort == sort] for sort in SORTS}
    return [view for sort, rows in by_sort.items() if (view := _view(sort, rows, request))]


def _view(sort: str, rows: Sequence[Waiting], request: StaffRequest) -> SectionView | None:
    points = sort in ("carry_out", "watch")
    last = _("Until") if points else _("Familiar") if sort == "read" else ""
    labels = [_("Number"), _("Point") if points else _("Title"), *([last] if last else [])]
    drawn = [_row(row, labels, request) for row in rows]
    register = reverse(_page(sort).replace(":card", ":list"))
    count = at_least(len(rows), MOST)
    late = any(_late(row, request.on) for row in rows)
    title = str(SORTS[sort])
    return SectionView(title, count, labels, drawn, all_url=register, late=late) if rows else None


def _late(row: Waiting, on: date) -> bool:
    return row.sort == "loss" or row.late(on)


def _row(row: Waiting, labels: Sequence[str], request: StaffRequest) -> SafeString:
    number = format_html(
        '<a href="{}">{}</a>', reverse(_page(row.sort), args=[row.id]), row.number or _("No number yet")
    )
    late = _late(row, request.on)
    last = _confirm(row, request) if row.sort == "read" else _until(row.due_on, late=late)
    cells = zip(labels, (number, row.title, last), strict=False)
    drawn = format_html_join("", '<td role="cell" data-label="{}">{}</td>', cells)
    return format_html('<tr role="row" class="q-row-{}">{}</tr>', "danger" if late else "neutral", drawn)


def _page(sort: str) -> str:
    return "seals:card" if sort in ("take", "loss") else "orders:card"


def _until(day: date | None, *, late: bool) -> SafeString:
    text = day.strftime("%d.%m.%Y") if day else ""
    return format_html("{} {}", text, badge(_("Overdue"), "danger") if late else "")


def _confirm(row: Waiting, request: StaffRequest) -> SafeString:
    """One click: the person says for themselves that they have read it."""
    return format_html(
        '<form method="post" action="{}"><input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<input type="hidden" name="from" value="day"><button class="btn" type="submit">{}'
        '<span class="visually-hidden"> {}</span></button></form>',
        reverse("orders:step", args=[row.id, "confirm"]),
        get_token(request),
        _("I have read it"),
        row.number,
    )
