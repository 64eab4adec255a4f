"""Reports of the quarter that has ended: a district's signed one with a correction, its region's draft."""

from __future__ import annotations

from datetime import date, timedelta

from qadaga.config.demo.orders import leader
from qadaga.config.demo.people import actor
from qadaga.matters import services as matters
from qadaga.matters.choices import MatterStatus
from qadaga.matters.models import Matter
from qadaga.reports import services
from qadaga.reports.models import Report
from qadaga.reports.periods import beginning, later


def load(on: date) -> int:
    """Draft and sign them once; returns how many reports there are."""
    if not Report.objects.exists():
        first = later(beginning(3, on), -3)
        drafted = services.Drafted("quarter", first)
        head = leader("kokshetau.head", on)
        report = services.draft(drafted=drafted, by=head, on=on)
        report = services.sign(report_id=report.id, version=report.version, by=head, on=on)
        _correct(report.ends_on - timedelta(days=1), on)
        services.draft(drafted=drafted, by=leader("akmola.head", on), on=on)
    return Report.objects.count()


def _correct(day: date, on: date) -> None:
    """People of the quarter whose protection was recorded only now: after the signature."""
    officer = actor("kokshetau.assistant", on)
    at_work = Matter.objects.filter(assignee=officer.appointment_id, status=MatterStatus.IN_WORK)
    matter = at_work.order_by("id").first()
    if matter is not None:
        matters.record_protected(
            matter_id=matter.id,
            version=matter.version,
            protected=matters.Protected(
                kind="group",
                name="Жители дома по улице Абая",
                count=14,
                restored="Возвращён незаконный сбор",
                restored_on=day,
            ),
            by=officer,
            on=on,
        )
