"""Checks of legal statistics of the demonstration: under way, with a correction awaited, clean."""

from __future__ import annotations

from datetime import date, timedelta

from qadaga.config.demo.people import actor
from qadaga.matters import services as matters
from qadaga.supervision.statistics import services
from qadaga.supervision.statistics.models import RecordsCheck

NORM = "Закон «О государственной правовой статистике и специальных учетах»"


def load(on: date) -> int:
    """Add the checks of one district, once; how many there are."""
    if not RecordsCheck.objects.exists():
        before = on - timedelta(days=45)
        head, then = actor("kokshetau.head", on), actor("kokshetau.head", before)
        police = matters.register_body(
            kind="law_enforcement",
            name_ru="Управление полиции города Кокшетау",
            name_kk="Көкшетау қаласының полиция басқармасы",
        )
        days = (before - timedelta(days=60), before - timedelta(days=30))
        crimes = services.Begun(police, "crimes", "own_initiative", *days, before)
        check = services.begin(begun=crimes, by=then, on=before)
        hidden = services.Found("hidden", "КУИ-3117", 0, 1, NORM, "Сообщение о краже не зарегистрировано.")
        late = services.Found("late", "КУИ-3204", 1, 1, NORM, "Зарегистрировано на девятый день.")
        who = {"check_id": check.id, "by": then, "on": before}
        services.add_discrepancy(version=1, found=hidden, **who)  # type: ignore[arg-type]  # as they are named
        services.add_discrepancy(version=2, found=late, **who)  # type: ignore[arg-type]  # as they are named
        services.finish(version=3, **who)  # type: ignore[arg-type]  # as they are named
        demanded = services.Demanded(
            "Начальнику управления полиции", NORM, "Сообщение скрыто от учёта; одно учтено с опозданием."
        )
        services.demand_correction(version=4, demanded=demanded, **who)  # type: ignore[arg-type]  # as they are named
        served = services.Served(before, "courier", "вх. 4-1187", before)
        services.serve(version=5, served=served, **who)  # type: ignore[arg-type]  # as they are named
        days = (on - timedelta(days=40), on - timedelta(days=10))
        offences = services.Begun(police, "offences", "own_initiative", *days, on + timedelta(days=14))
        services.begin(begun=offences, by=head, on=on)
        appeals = services.Begun(police, "appeals", "assignment_higher", *days, on + timedelta(days=7))
        clean = services.begin(begun=appeals, by=head, on=on)
        services.finish(check_id=clean.id, version=1, by=head, on=on)
    return RecordsCheck.objects.count()
