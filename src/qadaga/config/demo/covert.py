"""The index of operative checks of the demonstration: numbers and days only."""

from __future__ import annotations

from datetime import date, timedelta

from qadaga.config.demo.people import actor
from qadaga.supervision.covert import services
from qadaga.supervision.covert.models import CovertCheck


def load(on: date) -> int:
    """Add the checks of one district, once; how many there are."""
    if not CovertCheck.objects.exists():
        before = on - timedelta(days=9)
        head, then = actor("kokshetau.head", on), actor("kokshetau.head", before)
        late = services.Indexed("interior", "operative", "17-204/2026")
        services.demand(indexed=late, ground="law_names_it", by=then, on=before)
        asked = services.Indexed("interior", "covert", "31/2026")
        services.demand(indexed=asked, ground="code_names_it", by=head, on=on)
        violated = services.Checked(
            "rights_violated", before, "act", paper=services.Paper("representation", "2-18/411", before)
        )
        case = services.Indexed("corruption", "operative", "9-77/2026")
        services.enter(indexed=case, checked=violated, by=head, on=on)
        lawful = services.Checked("law_names_it", before, "lawful")
        case = services.Indexed("security", "counter", "5/2026")
        services.enter(indexed=case, checked=lawful, by=head, on=on)
    return CovertCheck.objects.count()
