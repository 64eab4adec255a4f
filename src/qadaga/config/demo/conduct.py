"""A declared gift, a conduct matter and reports of interference of the demonstration people."""

from __future__ import annotations

from datetime import date, timedelta

from qadaga.config.demo.people import actor
from qadaga.organisation.conduct import entries, interference
from qadaga.organisation.conduct.entries import ConductInput
from qadaga.organisation.conduct.interference import ReportInput
from qadaga.organisation.conduct.models import ConductEntry, InterferenceReport


def load(on: date) -> int:
    """Add what is missing; how many entries and reports."""
    if ConductEntry.objects.exists() or InterferenceReport.objects.exists():
        return 0
    day = on - timedelta(days=9)
    own, head = actor("kokshetau.senior", on), actor("kokshetau.head", on)
    gift = ConductInput(
        "gift", day, "Подарочный набор на конференции, сдан на оценку.", "ТОО «Кокше»", "25 000"
    )
    entries.declare(by=own, on=on, declared=gift)
    rude = ConductInput("matter", day, "Жалоба посетителя на тон разговора во время личного приёма.")
    assistant = actor("kokshetau.assistant", on)
    entries.open_matter(by=head, on=on, person_id=assistant.person_id, opened=rude)
    company = ReportInput(day, "Представитель звонил и просил отложить проверку.", outsider="ТОО «Су арнасы»")
    interference.report(by=own, on=on, given=company)
    pressed = ReportInput(day, "Предложено не вносить представление.", insider_id=head.person_id)
    interference.report(by=assistant, on=on, given=pressed)
    return 4
