"""Assignments of the region to its districts in the demonstration: to carry out, reported, taken off."""

from __future__ import annotations

from datetime import date, timedelta

from qadaga.authority.actor import Actor
from qadaga.config.demo.people import actor
from qadaga.organisation.assignments import services
from qadaga.organisation.assignments.models import Assignment

DAY = timedelta(days=1)
REPORT = "Исполнено, сведения приложены."
WHAT = (
    "Проверить законность сборов, введённых школами города.",
    "Обобщить протесты первого полугодия и сообщить, сколько удовлетворено.",
    "Сверить с полицией учёт обращений о задержании.",
)


def load(on: date) -> int:
    """Add three assignments, once; how many there are."""
    if not Assignment.objects.exists():
        before = on - 9 * DAY
        region, head = actor("akmola.head", before), actor("kokshetau.head", on)
        code = head.office_code
        _give(code, WHAT[0], on + 12 * DAY, region, before)
        reported = _give(code, WHAT[1], on + 5 * DAY, region, before)
        done = _give(code, WHAT[2], on + 2 * DAY, region, before)
        for row in (reported, done):
            services.report(assignment_id=row.id, version=row.version, report=REPORT, by=head, on=on)
        done.refresh_from_db()
        services.take_off(assignment_id=done.id, version=done.version, by=actor("akmola.head", on), on=on)
    return Assignment.objects.count()


def _give(code: str, what: str, last_day: date, by: Actor, on: date) -> Assignment:
    return services.give(given=services.Given(code, what, last_day), by=by, on=on)
