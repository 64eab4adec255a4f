"""Acts go over to another office's register with their matter; a number stays the one that was taken."""

from qadaga.acts import searching
from qadaga.acts.models import Act
from qadaga.matters import seating
from qadaga.matters.models import Matter


@seating.register
def follow(matter: Matter) -> None:
    """Seat the acts of the matter in its register; one that an office above carries on stays there."""
    rows = Act.objects.filter(matter=matter, carrier=None).select_related(
        "office", "addressee", "numbered_in"
    )
    for act in rows.order_by("id"):
        if act.number is not None:
            act.numbered_in = act.numbered_in or act.office
        act.office, act.region_id = matter.office, matter.region_id
        act.save(update_fields=["office", "region", "numbered_in"])
        searching.put(act, act.versions.order_by("-no")[0])
