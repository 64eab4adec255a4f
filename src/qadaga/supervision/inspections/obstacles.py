"""What inspections say when their matter is about to close."""

from django.db.models import QuerySet

from qadaga.common.i18n import N_
from qadaga.matters.grounds import register as register_ground
from qadaga.matters.models import Matter
from qadaga.matters.obstacles import Obstacle, register
from qadaga.supervision.inspections.choices import RUNNING
from qadaga.supervision.inspections.models import Inspection
from qadaga.supervision.inspections.transitions import FINAL


@register
def inspections_finished(matter: Matter) -> list[Obstacle]:
    """No inspection of the matter is a draft or under way (O.8.4, O.8.d5)."""
    rows = Inspection.objects.filter(matter=matter).exclude(status__in=FINAL).order_by("id")
    message = N_("An inspection in this matter is not finished or given up: it is %(status)s.")
    # Its number stays out: it may be under a secrecy mark.
    return [Obstacle("open_inspection", message, {"status": row.get_status_display()}) for row in rows]


@register_ground("inspection_under_way")
def under_way(matter: Matter) -> QuerySet[Inspection]:
    """Inspections of the matter that are under way (O.8.5, O.8.6, O.8.7)."""
    return Inspection.objects.filter(matter=matter, status__in=RUNNING)
