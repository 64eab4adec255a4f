"""An investigation of the district under supervision, with people in it, for tests."""

from datetime import datetime, time, timedelta
from typing import Any

from qadaga.common import clock
from qadaga.supervision.pretrial import services
from qadaga.supervision.pretrial.models import Case, Party
from tests.casework import MONDAY, Town, make_body

TEN = datetime.combine(MONDAY, time(10), clock.ZONE)
SAID = services.Reasoned("УПК, статья 193", "Доводы следователя проверены.\nОснования названы.", "ru")
ERDR = "261010031000123"


def taken(**changes: object) -> services.Taken:
    """A theft in the district, registered a week ago."""
    values: dict[str, Any] = {
        "erdr": ERDR,
        "body": make_body("Управление полиции", kind="law_enforcement"),
        "investigator": "Следователь Сапаров",
        "articles": ["188 ч. 2"],
        "gist": "Кража из квартиры.",
        "registered_on": MONDAY - timedelta(days=7),
        "kato": "101000000",
    }
    return services.Taken(**{**values, **changes})


def make_case(town: Town, **changes: object) -> Case:
    """The case, supervised by the assistant."""
    head = town.actor("head")
    case = services.register(taken=taken(**changes), by=head, on=MONDAY)
    return services.assign(case_id=case.id, version=1, assignee_id=town.assistant.id, by=head, on=MONDAY)


def who(town: Town, case: Case, name: str = "assistant") -> dict[str, Any]:
    """The case at its version now, and somebody of the town acting on Monday."""
    case.refresh_from_db()
    return {"case_id": case.id, "version": case.version, "by": town.actor(name), "on": MONDAY}


def add_party(town: Town, case: Case, **changes: object) -> Party:
    """A suspect."""
    named = services.Named(**{"role": "suspect", "name": "Ким Олег", **changes})  # type: ignore[arg-type]  # as Named has them
    return services.add_party(named=named, **who(town, case))


def asked(**changes: object) -> services.Asked:
    """Custody is asked for."""
    values: dict[str, Any] = {
        "measure": "arrest",
        "asked_on": MONDAY,
        "asked_by": "Следователь Сапаров",
        "why": "Скрывался.",
    }
    return services.Asked(**{**values, **changes})
