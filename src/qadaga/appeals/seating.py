"""An appeal goes over to another office with the matter it is considered in: that one answers it."""

from datetime import date

from qadaga.appeals.models import Appeal
from qadaga.appeals.searching import search_entry
from qadaga.authority.lists import search
from qadaga.matters import seating
from qadaga.matters.models import Matter


@seating.register
def follow(matter: Matter, _on: date) -> None:
    """Seat the appeals of the matter in the register of the office that has it now."""
    for appeal in Appeal.objects.filter(matter=matter).order_by("id"):
        appeal.office, appeal.region_id = matter.office, matter.region_id
        appeal.save(update_fields=["office", "region_id"])
        appeal.applicants.update(office_id=matter.office_id, region_id=matter.region_id)
        search.put(search_entry(appeal, appeal.applicants.all()))
