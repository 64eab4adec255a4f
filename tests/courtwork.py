"""Cases in court, judicial acts under study and people prosecuted in the town, for tests."""

from datetime import date, datetime, time, timedelta
from typing import Any

from qadaga.acts.services import Delivered
from qadaga.common import clock
from qadaga.court import services
from qadaga.court.models import Accused, Case, Hearing, Review
from tests.casework import MONDAY, Town

TEN = datetime.combine(MONDAY, time(10), clock.ZONE)
WRITTEN = services.Written("УПК, статья 494", "Доводы прокурора.\nВторой довод.")
ERDR = "261100031000017"


def at(kind: str = "civil", **changes: Any) -> services.At:
    """A court of the district's territory."""
    values = {
        "kind": kind,
        "court": "Городской суд",
        "kato": "101000000",
        "about": "О взыскании вреда",
        "number": "2-1450/2026",
    }
    return services.At(**{**values, **changes})


def make_case(town: Town, *, by: str = "head", on: date = MONDAY, **changes: Any) -> Case:
    """A civil case in court."""
    entered = services.Entered(at(**changes), ground="state_interest")
    return services.open_case(entered=entered, by=town.actor(by, on), on=on)


def make_prosecution(town: Town, *, on: date = MONDAY, erdr: str = ERDR) -> Case:
    """A criminal case before it goes to court."""
    entered = services.Entered(at("criminal", number=""), erdr=erdr)
    return services.open_case(entered=entered, by=town.actor("head", on), on=on)


def make_accused(town: Town, case: Case, *, on: date = MONDAY, iin: str = "850725400331") -> Accused:
    """Somebody charged in the case."""
    charged = services.Charged("Ким Олег", iin, "УК, статья 188")
    row = services.charge(
        case_id=case.id,
        version=case.version,
        charged=charged,
        written=WRITTEN,
        by=town.actor("head", on),
        on=on,
    )
    case.refresh_from_db()
    return row


def looked(**changes: Any) -> services.Looked:
    """A verdict in force, on somebody's petition."""
    values = {
        "at": at("criminal", number="1-77/2026", about="Кража"),
        "act_kind": "verdict",
        "act_on": MONDAY - timedelta(days=60),
        "in_force_on": MONDAY - timedelta(days=30),
        "ground": "petition_received",
        "petitioner": "Сапарова А.",
    }
    return services.Looked(**{**values, **changes})


def make_review(town: Town, *, on: date = MONDAY, by: str = "head", **changes: Any) -> Review:
    """The verdict, registered."""
    return services.open_review(entered=looked(**changes), by=town.actor(by, on), on=on)


def received(town: Town, review: Review, *, on: date = MONDAY) -> Review:
    """Called for and received."""
    who = {"by": town.actor("head", on), "on": on}
    review = services.call(review_id=review.id, version=review.version, what="case", written=WRITTEN, **who)
    served = Delivered("courier", on, proof_ref="вх. 7")
    review = services.deliver(review_id=review.id, version=review.version, delivered=served, **who)
    return services.receive(review_id=review.id, version=review.version, received_on=on, volumes=3, **who)


def studied(town: Town, review: Review, *, unlawful: bool = True, on: date = MONDAY) -> Review:
    """Called for, received and studied."""
    review = received(town, review, on=on)
    found = services.Studied("Наказание назначено без учёта статьи 55.", unlawful)
    return services.study(
        review_id=review.id, version=review.version, studied=found, by=town.actor("head", on), on=on
    )


def make_hearing(town: Town, case: Case, *, starts_at: datetime = TEN, on: date = MONDAY) -> Hearing:
    """A hearing of the case in court."""
    sitting = services.Sitting(starts_at, "зал 4")
    row = services.set_hearing(
        model=type(case), pk=case.id, version=case.version, sitting=sitting, by=town.actor("head", on), on=on
    )
    case.refresh_from_db()
    return row
