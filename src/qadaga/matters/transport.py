"""The transport sphere: which mode a matter is about and which of its five tasks it serves (L.1.6)."""

from __future__ import annotations

from qadaga.common.errors import InvalidInput, Problems
from qadaga.common.i18n import N_
from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.matters.choices import TransportMode, TransportTask
from qadaga.matters.dates import choice
from qadaga.offices.models import Office

SPHERE = "transport"


def of_transport(office_kind: str) -> bool:
    """Whether offices of the kind supervise transport: each of their matters names mode and task."""
    kind = catalogue.load().office_kinds.get(office_kind)
    return kind is not None and kind.sphere == SPHERE


@implements("L.1.6")
def check(office: Office, mode: str | None, task: str | None) -> None:
    """Raises InvalidInput where a transport office names no mode or task, or another office names one."""
    given = {
        "transport_mode": (mode, TransportMode.values, N_("Name the mode of transport (L.1.6).")),
        "transport_task": (task, TransportTask.values, N_("Name the task on transport it serves (L.1.6).")),
    }
    wanted, problems = of_transport(office.kind), Problems()
    for field, (value, values, missing) in given.items():
        with problems.collect():
            _check(field, value, values, missing if wanted else "")
    problems.check()


def _check(field: str, value: str | None, values: list[str], missing: str) -> None:
    if not missing and value:
        message = N_("Only matters of transport offices name this. Leave it empty.")
        raise InvalidInput.of(field, "not_transport", message)
    if missing and not value:
        raise InvalidInput.of(field, "required", missing)
    if value:
        choice(field, value, values)
