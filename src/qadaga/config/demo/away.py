"""Absences of the demonstration, sudden and planned, and the warnings that follow from the day."""

from __future__ import annotations

from datetime import date, timedelta

from qadaga.config.demo.cast import STAFF_OFFICER
from qadaga.config.demo.people import actor
from qadaga.organisation import absences
from qadaga.organisation.notices import services as notices
from qadaga.staff.models import Absence

# Who, why, and from which to which day counted from the day of loading: the first day back.
AWAY = (
    ("akmola.clerk", "illness", -3, 2),
    ("kokshetau.senior", "business_trip", 9, 14),
    ("kokshetau.clerk", "leave", 20, 34),
)


def load(on: date) -> None:
    """Record the absences, once, and give the warnings that are due."""
    officer = actor(STAFF_OFFICER.username, on)
    for username, kind, first, back in AWAY:
        person = actor(username, on)
        if Absence.objects.filter(person=person.person_id).exists():
            continue
        absences.record(
            by=officer,
            on=on,
            appointment_id=person.appointment_id,
            kind=kind,
            starts_on=on + timedelta(days=first),
            ends_on=on + timedelta(days=back),
        )
    notices.give(on)
