"""An inspection of an akimat in the town of the case work, on its way."""

from datetime import date, datetime, timedelta
from typing import Any

from qadaga.common import clock
from qadaga.matters.models import Body, Matter
from qadaga.supervision.inspections import services
from qadaga.supervision.inspections.models import Inspection, TakenDocument
from tests.casework import MONDAY, Town, assigned_matter, make_body


def at(hour: int, minute: int = 0, day: date = MONDAY) -> datetime:
    """The hour of a day in the country's time."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=clock.ZONE)


def resolution(town: Town, body: Body | None = None, **changed: Any) -> services.Draft:
    """What a resolution of the district orders: its assistant inspects the akimat from today."""
    values: dict[str, Any] = {
        "body": body or make_body(),
        "ground": "appeal",
        "ground_text": "Обращение ЖТ-dis-2026/000001",
        "norm": "Закон «О государственных закупках»",
        "scope": "Закупки 2026 года",
        "language": "ru",
        "starts_on": MONDAY,
        "officers": [town.assistant.id],
        **changed,
    }
    return services.Draft(**values)


def draft_inspection(town: Town, matter: Matter | None = None, **changed: Any) -> Inspection:
    """A draft of the assistant."""
    matter = matter or assigned_matter(town)
    return services.draft(
        matter_id=matter.id, draft=resolution(town, **changed), by=town.actor("assistant"), on=MONDAY
    )


def sign(town: Town, inspection: Inspection, by: str = "head") -> Inspection:
    """Signed today."""
    return services.sign(
        inspection_id=inspection.id, version=inspection.version, by=town.actor(by), on=MONDAY
    )


def running(town: Town, matter: Matter | None = None, **changed: Any) -> Inspection:
    """An inspection that the head has ordered."""
    return sign(town, draft_inspection(town, matter, **changed))


def notified(town: Town, inspection: Inspection) -> Inspection:
    """The inspected was told by the clerk."""
    notice = services.Notice("courier", MONDAY, "Приёмная акимата", "вх. 12")
    return services.notify(
        inspection_id=inspection.id,
        version=inspection.version,
        notice=notice,
        by=town.actor("clerk"),
        on=MONDAY,
    )


def taken(**changed: Any) -> services.Taken:
    """A line of the inventory."""
    values: dict[str, Any] = {
        "what": "Журнал договоров",
        "pages": 40,
        "original": True,
        "from_whom": "Руководитель отдела закупок",
        "taken_at": at(9, 30),
        "kept_where": "Сейф № 2",
        "return_by": MONDAY + timedelta(days=5),
        **changed,
    }
    return services.Taken(**values)


def take(town: Town, inspection: Inspection, **changed: Any) -> TakenDocument:
    """Received by the assistant."""
    return services.take_document(
        inspection_id=inspection.id, taken=taken(**changed), by=town.actor("assistant"), on=MONDAY
    )
