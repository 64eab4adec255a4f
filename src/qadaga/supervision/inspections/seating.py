"""Inspections go over to another office's register with their matter (L.1.9).

The office that has the matter now answers for what runs: the register, the search, the last day, the minutes
of an alarm and the documents received are its own from that day. The officers of the former office inspect no
more: the new leadership names its own, and until then the inspection waits in its day (O.12, O.14).
"""

from datetime import date

from qadaga.authority.alarms import services as alarms
from qadaga.common import clock
from qadaga.matters import seating
from qadaga.matters.models import Matter
from qadaga.supervision.inspections import searching
from qadaga.supervision.inspections.models import Inspection, InspectionTold
from qadaga.supervision.inspections.services.naming import hand_over
from qadaga.supervision.inspections.transitions import FINAL


@seating.register
def follow(matter: Matter, on: date) -> None:
    """Seat the inspections of the matter in its register; one that an office above carries on stays there."""
    rows = Inspection.objects.filter(matter=matter).select_related("office", "body", "numbered_in", "carrier")
    for inspection in rows.order_by("id"):
        if inspection.carrier_id is not None:
            seating.seat_terms("inspection", inspection.id, inspection.office)
            continue
        inspection.matter = matter
        seating.seat(inspection, matter.office)
        gone_over(inspection)
        if inspection.status not in FINAL:
            hand_over(inspection, (), on)


def gone_over(inspection: Inspection) -> None:
    """What follows an inspection into another register: search, running alarms, whom need not be told."""
    searching.put(inspection)
    about = ("inspection", inspection.id)
    alarms.pass_on(subject=about, office=inspection.office, at=clock.now())
    InspectionTold.objects.filter(
        inspection=inspection, office=inspection.acting_office, told_on=None
    ).delete()
