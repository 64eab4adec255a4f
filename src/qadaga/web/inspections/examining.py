"""An expert examination ordered out of an inspection under way: a measure of its matter (O.8.5)."""

from django.urls import reverse

from qadaga.acts import services as acts
from qadaga.supervision.inspections.models import Inspection
from qadaga.web.bodies import bodies_of
from qadaga.web.forms import choose
from qadaga.web.matters.forms.ordering import ExaminationForm
from qadaga.web.rulings import ground_choices
from qadaga.web.views import StaffRequest

UNDER_WAY = "inspection_under_way"


class ExamineForm(ExaminationForm):
    """The questions, and who is to answer them; the ground is the inspection itself."""

    def prepare(self) -> None:
        """Bodies of the inspection's matter."""
        self.offer(bodies_of(self.record.matter))
        choose(self, "ground", ground_choices([UNDER_WAY]))


def examine(row: Inspection, form: ExamineForm, request: StaffRequest) -> str:
    """Order it, and go on to its card."""
    made = acts.order_examination(
        matter_id=row.matter_id, order=form.order(), by=request.actor, on=request.on
    )
    return reverse("measures:card", args=[made.id])
