"""The report on paper, and the same as a copy in the other language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import override

from qadaga.common import clock
from qadaga.documents import render
from qadaga.law.wording import post_called
from qadaga.offices.selectors import names_of
from qadaga.reports.choices import Axis, PeriodKind
from qadaga.reports.figures import FIGURES, GROUPS
from qadaga.reports.lower import Below
from qadaga.reports.models import Report
from qadaga.reports.tables import Figures, figures_of, number, signed
from qadaga.staff.models import Appointment

# The figures that stand office by office on paper; all of them do on the pages and in the spreadsheet.
_BY_OFFICE = (
    "appeals_registered",
    "violations_found",
    "violations_removed",
    "acts_protest",
    "acts_representation",
)


@dataclass(frozen=True, slots=True)
class Signed:
    """What a signature adds: the number, the day, who signed."""

    number: str
    on: date
    signer: Appointment


def pdf(report: Report, language: str, by: Signed | None, below: Iterable[Below]) -> bytes:
    """The report as PDF/A in ru or kk; a draft without a signature."""
    with override(language):
        return render.pdf("report", _data(report, language, by, list(below)))


def period_words(report: Report) -> str:
    """The period in the active language: what it is, its first and its last day."""
    last = report.ends_on - timedelta(days=1)
    kind = PeriodKind(report.period).label
    return f"{kind}, {report.starts_on:%d.%m.%Y} – {last:%d.%m.%Y}"


def _data(report: Report, language: str, by: Signed | None, below: list[Below]) -> dict[str, Any]:
    figures = figures_of(report.figures.filter(axis__in=[Axis.WHOLE, Axis.OFFICE]))
    data = {
        "language": language,
        "office_ru": report.office.name_ru,
        "office_kk": report.office.name_kk,
        "period": period_words(report),
        "figures": figure_rows(figures),
        "lines": _lines(report, figures, language) if below else [],
        "below": [_below(one, language) for one in below],
        "incomplete": report.incomplete,
        "counted": clock.local(report.cut_at).strftime("%d.%m.%Y %H:%M") if report.cut_at else "—",
    }
    return {**data, **(_signature(by, language) if by else {"draft": True})}


def _signature(by: Signed, language: str) -> dict[str, Any]:
    return {
        "number": by.number,
        "date": by.on,
        "signer_post": post_called(by.signer.post, by.signer.office.kind, language),
        "signer_name": by.signer.person.short_name,
    }


def figure_rows(figures: Figures) -> list[list[str]]:
    """The head, then under each group's heading its figures beside those of the year before."""
    rows = [[_("Figure"), _("Period"), _("A year before"), _("Difference"), _("Per cent")]]
    for group in GROUPS:
        rows.append([str(group.label)])
        for one in group.figures:
            amounts = figures.of(one.id)
            rows.append(
                [
                    str(one.label),
                    number(one, amounts.now),
                    number(one, amounts.before),
                    signed(one, amounts.change),
                    amounts.percent,
                ]
            )
    return rows


def _lines(report: Report, figures: Figures, language: str) -> list[list[str]]:
    keys = figures.keys(Axis.OFFICE)
    names = {str(key): name for key, name in names_of(map(UUID, keys), language).items()}
    rows = [[_("Office (period / a year before)"), *(str(FIGURES[one].label) for one in _BY_OFFICE)]]
    for key in sorted(keys, key=lambda key: names.get(key, key)):
        amounts = [_pair(figures, one, Axis.OFFICE, key) for one in _BY_OFFICE]
        rows.append([names.get(key, key), *amounts])
    return [*rows, [_("All together"), *(_pair(figures, one) for one in _BY_OFFICE)]]


def _pair(figures: Figures, figure: str, axis: str = Axis.WHOLE, key: str = "") -> str:
    """The amount of the period and that of the year before, in one cell."""
    now, before = figures.pair(figure, axis, key)
    return f"{number(figure, now)} / {number(figure, before)}"


def _below(one: Below, language: str) -> str:
    name = one.names.get(language, one.names["ru"])
    if one.status == "signed" and one.signed_on:
        return f"{name}: {one.signed_on:%d.%m.%Y}, {one.number}"
    words = _("no signed report")
    return f"{name}: {words}"
