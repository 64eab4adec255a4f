"""The reports of the offices directly below, for the same period: signed, drafted or missing (L.1.2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from qadaga.reports.models import Report

# A signed report shows besides what it found when it was signed.
_BELOW = """
SELECT o.id, o.code, o.name_ru, o.name_kk, o.name_en, r.id, r.status, r.signed_on, p.number_text,
    (SELECT l.signed_id FROM reports_lowerreport l WHERE l.report_id = %(report)s AND l.office_id = o.id)
FROM offices_subordination s JOIN offices_office o ON o.id = s.office_id
LEFT JOIN reports_report r ON r.office_id = o.id AND r.period = %(period)s AND r.starts_on = %(start)s
LEFT JOIN reports_reportpaper p ON p.report_id = r.id
WHERE s.parent_id = %(office)s AND s.starts_on <= %(day)s AND (s.ends_on IS NULL OR s.ends_on > %(day)s)
    AND o.opened_on <= %(day)s AND (o.closed_on IS NULL OR o.closed_on > %(day)s)
ORDER BY o.level, o.code
"""


@dataclass(frozen=True, slots=True)
class Below:
    """An office below on the last day of the period, with its report of the same period if there is one."""

    office_id: UUID
    code: str
    names: Mapping[str, str]
    report_id: UUID | None
    status: str
    signed_on: date | None
    number: str
    at_signing: UUID | None

    @property
    def signed(self) -> UUID | None:
        """Its report, if it is signed."""
        return self.report_id if self.status == "signed" else None


def lower_reports(report: Report) -> list[Below]:
    """Every office directly below on the last day of the period. One query."""
    asked: dict[str, Any] = {
        "report": report.id,
        "office": report.office_id,
        "period": report.period,
        "start": report.starts_on,
        "day": report.ends_on - timedelta(days=1),
    }
    with connection.cursor() as cursor:
        cursor.execute(_BELOW, asked)
        return [_below(*row) for row in cursor.fetchall()]


def _below(office: UUID, code: str, ru: str, kk: str, en: str, *report: Any) -> Below:
    found, status, signed_on, number, at_signing = report
    names = {"ru": ru, "kk": kk, "en": en}
    return Below(office, code, names, found, status or "", signed_on, number or "", at_signing)
