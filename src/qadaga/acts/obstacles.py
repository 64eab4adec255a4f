"""What acts and measures say when their matter is about to close."""

from qadaga.acts.choices import MeasureStatus
from qadaga.acts.models import Act, Measure
from qadaga.acts.transitions import FINAL
from qadaga.common.i18n import N_
from qadaga.matters.models import Matter
from qadaga.matters.obstacles import Obstacle, register

DONE = (MeasureStatus.REPLIED, MeasureStatus.RECORDED, MeasureStatus.CANCELLED)


@register
def acts_settled(matter: Matter) -> list[Obstacle]:
    """No act of the matter is still on its way."""
    acts = Act.objects.filter(matter=matter).exclude(status__in=FINAL).order_by("id")
    message = N_("The act %(act)s is not brought to its end: it is %(status)s.")
    return [
        Obstacle("open_act", message, {"act": str(act), "id": act.id, "status": act.get_status_display()})
        for act in acts
    ]


@register
def measures_settled(matter: Matter) -> list[Obstacle]:
    """No request still waits for its service or its reply."""
    measures = Measure.objects.filter(matter=matter).exclude(status__in=DONE).order_by("id")
    message = N_("The request %(measure)s still waits for its reply.")
    return [
        Obstacle("open_measure", message, {"measure": measure.number_text, "id": measure.id})
        for measure in measures
    ]
