"""Rows of a register as finished HTML: the template prints them and does nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from qadaga.appeals.selectors.day import SOON
from qadaga.authority.lists import texts
from qadaga.authority.lists.register import Column, Register
from qadaga.web.components import Tone, badge
from qadaga.web.registers.listed import Listed

Row = Mapping[str, Any]
_SHORT = 30
# A state of so few letters stays in one line; a longer one may take two, so that a wide register fits.
_BRIEF = 18


class Drawing:
    """Draws rows of one page: addresses, badges and labels are worked out once for all of them."""

    def __init__(self, listed: Listed, columns: tuple[Column, ...], *, language: str, today: date) -> None:
        self.register: Register = listed.register
        self.columns = columns
        self.language = language
        self.today = today
        self.card = listed.card_url()
        self.badges = {
            status: _state(str(label), listed.tones.get(status, "neutral"))
            for status, label in listed.register.statuses.items()
        }
        self.marks = {"danger": badge(_("Overdue"), "danger"), "warning": badge(_("Soon"), "warning")}
        self.carrier = next((one for one in listed.register.columns if one.name == "carrier"), None)
        self.taken = _("Taken over by")
        self.labels = [escape(_(column.label)) for column in columns]
        self.cells = [self._cell_of(column) for column in columns]

    def row(self, row: Row) -> SafeString:
        """One table row; on a narrow screen each cell shows its label, so the row reads as a card."""
        cells = "".join(
            f'<td role="cell" data-label="{label}">{cell(row)}</td>'
            for label, cell in zip(self.labels, self.cells, strict=True)
        )
        return mark_safe(f'<tr role="row" class="q-row-{self.tone(row)}">{cells}</tr>')  # noqa: S308 - cells are escaped

    def tone(self, row: Row) -> Tone:
        """Danger past the date, warning three days before it; neither when nothing is to be done any more."""
        due = row["due_on"]
        if due is None or row["status"] not in self.register.open_statuses:
            return "neutral"
        if due < self.today:
            return "danger"
        return "warning" if due <= self.today + SOON else "neutral"

    def _cell_of(self, column: Column) -> Callable[[Row], str]:
        if column.name == "status":
            return self._status
        if column.name == "due_on":
            return self._due
        if column.name == "number":
            return lambda row: self._number(column, row)
        return lambda row: escape(texts.text(column, row, self.language))

    def _status(self, row: Row) -> str:
        """The status; under it who took the row over, where the register knows of such."""
        drawn, carrier = self.badges.get(row["status"], ""), self.carrier
        taken = texts.text(carrier, row, self.language) if carrier else ""
        if not taken:
            return drawn
        return format_html('<div>{}<span class="q-sub">{}: {}</span></div>', drawn, self.taken, taken)

    def _due(self, row: Row) -> str:
        due: date | None = row["due_on"]
        return f"{due:%d.%m.%Y} {self.marks.get(self.tone(row), '')}" if due else ""

    def _number(self, column: Column, row: Row) -> str:
        number = escape(texts.text(column, row, self.language) or _("No number yet"))
        # A number stays in one line; a name of many words may take several.
        css = ' class="q-oneline"' if len(number) < _SHORT else ""
        return f'<a href="{self.card.format(row["id"])}"{css}>{number}</a>' if self.card else number


def _state(label: str, tone: Tone) -> SafeString:
    drawn = badge(label, tone)
    return format_html('<span class="q-oneline">{}</span>', drawn) if len(label) <= _BRIEF else drawn
