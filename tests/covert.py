"""Checks of the index of operative-search activity, for tests."""

from datetime import date

from qadaga.authority.actor import Actor
from qadaga.offices.models import Office
from qadaga.staff.duties.models import Distribution, Duty
from qadaga.staff.models import Appointment
from qadaga.supervision.covert import services
from qadaga.supervision.covert.models import CovertCheck
from tests.casework import MONDAY

CASE = services.Indexed("interior", "operative", "17-204/2026")
PAPER = services.Paper("representation", "2-18/411", MONDAY)


def demanded(by: Actor, **changes: str) -> CovertCheck:
    """Materials of a case demanded by the head."""
    case = services.Indexed(
        **{"body": "interior", "kind": "operative", "register_number": "17-204", **changes}
    )
    return services.demand(indexed=case, ground="law_names_it", by=by, on=MONDAY)


def name_for_it(held: Appointment, office: Office, since: date = MONDAY) -> None:
    """Let the distribution of duties give the direction to the officer."""
    row = Distribution.objects.create(office=office, starts_on=since, ground="Приказ № 1")
    Duty.objects.create(distribution=row, appointment=held, direction="covert", leads=False)
