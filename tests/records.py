"""Checks of legal statistics, for tests."""

from datetime import date, timedelta

from qadaga.authority.actor import Actor
from qadaga.matters.models import Body
from qadaga.supervision.statistics import services
from qadaga.supervision.statistics.models import RecordsCheck
from tests.casework import MONDAY

HIDDEN = services.Found("hidden", "КУИ-17", 0, 1, "Закон, статья 12", "Сообщение не зарегистрировано.")
DEMANDED = services.Demanded("Начальнику управления", "Закон, статья 12", "Сообщение скрыто от учёта.")
SERVED = services.Served(MONDAY, "courier", "вх. 77", MONDAY)


def to_begin(body: Body, **changes: object) -> services.Begun:
    """A check of the crimes registered in August on the office's own initiative."""
    values = {
        "body": body,
        "kind": "crimes",
        "ground": "own_initiative",
        "period_from": date(2026, 8, 1),
        "period_to": date(2026, 8, 31),
        "due_on": MONDAY + timedelta(days=10),
        **changes,
    }
    return services.Begun(**values)  # type: ignore[arg-type]  # as Begun has them


def begun(by: Actor, body: Body, **changes: object) -> RecordsCheck:
    """The same, begun."""
    return services.begin(begun=to_begin(body, **changes), by=by, on=MONDAY)
