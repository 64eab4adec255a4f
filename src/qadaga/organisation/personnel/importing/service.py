"""One row of a list of periods: recorded by the service, as by hand (L.2.6)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qadaga.authority.actor import Actor
from qadaga.documents.importing.columns import Columns
from qadaga.law import catalogue
from qadaga.organisation.personnel import service
from qadaga.organisation.personnel.importing import cells as read
from qadaga.organisation.personnel.models import ServicePeriod
from qadaga.organisation.personnel.service import PeriodInput

COLUMNS = Columns(Path(__file__).with_name("service.yaml"))


def add(cells: dict[str, str], *, by: Actor, on: date) -> bool:
    """Bring the row in; False where the period is recorded already.

    Raises InvalidInput whose fields are columns, NotPermitted, NotFound out of the actor's reach.
    """
    law, person = catalogue.load(), read.person(cells["iin"])
    kind = read.record(cells["kind"], law.service_kinds.values(), field="kind")
    factor = cells.get("factor", "")
    period = PeriodInput(
        kind=kind,
        organisation=cells["organisation"],
        starts_on=read.needed_day(cells, "starts_on"),
        ends_on=read.day(cells, "ends_on"),
        evidence=cells["evidence"],
        factor=read.record(factor, law.service_factors.values(), field="factor") if factor else "",
    )
    known = ServicePeriod.objects.filter(
        person=person, kind=kind, starts_on=period.starts_on, organisation=period.organisation
    )
    if known.filter(withdrawn_on=None).exists():
        return False
    service.record(by=by, on=on, person_id=person.id, period=period)
    return True
