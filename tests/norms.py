"""Norms of the register, for tests of what rests on them."""

from datetime import date
from typing import Any

from qadaga.authority.actor import Actor
from qadaga.matters.norms import services
from qadaga.matters.norms.models import Norm
from qadaga.offices.models import Office
from tests.casework import MONDAY
from tests.staffing import actor_of, make_appointment


def prosecutor_general(on: date = MONDAY) -> Actor:
    """Whoever heads the top office, newly appointed."""
    return actor_of(make_appointment(Office.objects.get(code="top"), "prosecutor_general"), on)


def entered(by: Actor, kind: str = "right", on: date = MONDAY, **changed: Any) -> Norm:
    """A norm that waits for approval."""
    values: dict[str, Any] = {
        "title_ru": "Вносить предложения о лицензии",
        "title_kk": "Лицензия туралы ұсыныс енгізу",
        "act": "Закон № 155-VII",
        "article": f"статья 9 ({kind})",
        "edition": "05.11.2022",
        "gist": "Предложить лицензиару приостановить лицензию.",
        "valid_from": date(2022, 11, 5),
        **changed,
    }
    return services.enter(entered=services.Entered(kind=kind, **values), by=by, on=on)


def approved(by: Actor, kind: str = "right", on: date = MONDAY, **changed: Any) -> Norm:
    """A norm of the register, approved by an order."""
    norm = entered(by, kind, on, **changed)
    return services.approve(norm_id=norm.id, version=1, decision="127", decided_on=on, by=by, on=on)
