"""Seals, stamps and blanks of the demonstration. Symbols are left to the acts of the President."""

from __future__ import annotations

from datetime import date, timedelta

from qadaga.config.demo import people
from qadaga.offices.selectors import office_by_code
from qadaga.organisation.seals import services
from qadaga.organisation.seals.models import Seal


def load(on: date) -> int:
    """Add those of one office where there are none; returns how many there are."""
    if not Seal.objects.exists():
        clerk, assistant = (people.actor(f"kokshetau.{role}", on) for role in ("clerk", "assistant"))
        name, later = office_by_code(clerk.office_code).name_kk, on + timedelta(days=180)
        for kind, mark in (("seal", "№ 1"), ("stamp", "№ 1"), ("blanks", "000001–000500")):
            given = services.Registered(kind, mark, name, clerk.appointment_id, later)
            made = services.register(seal=given, by=clerk, on=on)
        services.offer(seal_id=made.id, version=1, to_id=assistant.appointment_id, by=clerk, on=on)
    return Seal.objects.count()
