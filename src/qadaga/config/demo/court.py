"""Court work of the demonstration: a civil case to be heard, a prosecution, a verdict under study."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from qadaga.acts.services import Delivered
from qadaga.common import clock
from qadaga.config.demo.people import actor
from qadaga.court import services
from qadaga.court.models import Case
from qadaga.offices.models import OfficeTerritory

COURT = "Кокшетауский городской суд"
WRITTEN = services.Written(
    "УПК, статья 302", "Доказательств достаточно: допрошены свидетели, проведена экспертиза."
)


def load(on: date) -> int:
    """Add the cards of one district, once; how many cases there are."""
    if not Case.objects.exists():
        kato = OfficeTerritory.objects.filter(office=actor("kokshetau.head", on).office_id)[0].kato
        _civil(kato, on)
        _prosecution(kato, on)
        _review(kato, on)
    return Case.objects.count()


def _civil(kato: str, on: date) -> None:
    """Named to the assistant, with a hearing in three days."""
    head, assistant = actor("kokshetau.head", on), actor("kokshetau.assistant", on)
    at = services.At("civil", COURT, kato, "О возмещении вреда озеру Копа", "2-1450/2026")
    case = services.open_case(entered=services.Entered(at, ground="state_interest"), by=head, on=on)
    named = services.assign(
        model=Case, pk=case.id, version=1, officer_id=assistant.appointment_id, by=head, on=on
    )
    starts_at = datetime.combine(on + timedelta(days=3), time(10), clock.ZONE)
    sitting = services.Sitting(starts_at, "зал 4")
    services.set_hearing(model=Case, pk=case.id, version=named.version, sitting=sitting, by=assistant, on=on)


def _prosecution(kato: str, on: date) -> None:
    """Of the investigation of the same number: one person charged, one named; not in court yet."""
    head = actor("kokshetau.head", on)
    at = services.At("criminal", COURT, kato, "Кража со взломом")
    named = (services.Named("Ахметов Данияр", "900101300017", "188 ч. 3"),)
    entered = services.Entered(at, erdr="261100031000457", people=named)
    case = services.open_case(entered=entered, by=head, on=on)
    charged = services.Charged("Ким Олег Павлович", "850725400331", "УК, статья 188, часть 3")
    services.charge(case_id=case.id, version=1, charged=charged, written=WRITTEN, by=head, on=on)


def _review(kato: str, on: date) -> None:
    """A verdict in force, called for on a petition."""
    head = actor("kokshetau.head", on)
    at = services.At("criminal", COURT, kato, "Мошенничество", "1-77/2026")
    days = (on - timedelta(days=70), on - timedelta(days=40))
    looked = services.Looked(at, "verdict", *days, "petition_received", "Сапарова А. Н.")
    review = services.open_review(entered=looked, by=head, on=on)
    written = services.Written("Закон о прокуратуре", "Прошу передать дело для изучения в порядке надзора.")
    review = services.call(review_id=review.id, version=1, what="case", written=written, by=head, on=on)
    letter = Delivered("courier", on, proof_ref="вх. 41")
    services.deliver(review_id=review.id, version=review.version, delivered=letter, by=head, on=on)
