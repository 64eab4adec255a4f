"""Acts and measures go over to another office's register with their matter; a number stays the one taken."""

from datetime import date

from qadaga.acts import searching
from qadaga.acts.models import Act, Measure
from qadaga.matters import seating
from qadaga.matters.models import Matter


@seating.register
def follow(matter: Matter, _on: date) -> None:
    """Seat the acts of the matter in its register; one that an office above carries on stays there."""
    rows = Act.objects.filter(matter=matter).select_related("office", "addressee", "numbered_in")
    for act in rows.order_by("id"):
        if act.carrier_id is not None:
            seating.seat_terms("act", act.id, act.office)
            continue
        seating.seat(act, matter.office)
        searching.put(act, act.versions.order_by("-no")[0])


@seating.register
def follow_measures(matter: Matter, _on: date) -> None:
    """The same for its requests and other measures: whoever has the matter waits for the replies."""
    for measure in Measure.objects.filter(matter=matter).select_related("office", "numbered_in"):
        if measure.carrier_id is not None:
            seating.seat_terms("measure", measure.id, measure.office)
        else:
            seating.seat(measure, matter.office)
