"""Who carries an inspection out and who knows of it: officers named anew, other competent offices told."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.law import wording
from qadaga.staff.selectors import people_of
from qadaga.supervision.inspections import services
from qadaga.supervision.inspections.models import Inspection, InspectionTold
from qadaga.supervision.inspections.subject import officers_of
from qadaga.web.components import KeyValues, Text, badge, date_text, lines
from qadaga.web.forms import choose
from qadaga.web.matters.changed_hands import TellOfficeForm, known
from qadaga.web.matters.forms.work import ReasonForm
from qadaga.web.names import language, post_title
from qadaga.web.steps import Step
from qadaga.web.views import StaffRequest


class NameOfficersForm(ReasonForm):
    """Who inspects from now on, and why."""

    officers = forms.MultipleChoiceField(
        label=gettext_lazy("Who inspects"),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Whoever is not marked inspects no more and stays on record."),
    )
    field_order = ["officers", "reason"]

    def prepare(self) -> None:
        """The officers of the office that acts in it; those who inspect are marked."""
        office = self.record.acting_office
        rows = people_of(office.id, self.request.on).filter(officer=True).select_related("person")
        named = [
            (str(one.id), f"{one.person.short_name}, {post_title(one.post, kind=office.kind)}")
            for one in rows
        ]
        choose(self, "officers", named)
        self.initial.setdefault("officers", [str(one) for one in officers_of(self.record)])


def _name(row: Inspection, form: NameOfficersForm, request: StaffRequest) -> None:
    chosen = [UUID(one) for one in form.cleaned_data["officers"]]
    services.name_officers(inspection_id=row.id, officers=chosen, **form.picked("reason"), **form.stamp)


def _tell(row: Inspection, form: TellOfficeForm, request: StaffRequest) -> None:
    services.tell_office(inspection_id=row.id, **form.picked("office", "told_on", "way"), **form.stamp)


HANDS_STEPS: dict[str, Step[Inspection]] = {
    "inspectors": Step("inspection.name_officers", NameOfficersForm, _name),
    "tell-office": Step(
        "matter.tell_office",
        TellOfficeForm,
        _tell,
        needs=lambda parts: any(row.told_on is None for row in parts["offices_told"]),
    ),
}


def told_summary(row: InspectionTold) -> KeyValues:
    """What the told office learns: whose inspection, of which body, in which sphere, since when.

    Under a secrecy mark only whose it is and in which sphere (O.8.d5).
    """
    inspection, code = row.inspection, language()
    matter = inspection.matter
    pairs: list[tuple[str, Text]] = [
        (_("Office"), inspection.acting_office.name_in(code)),
        (_("Sphere"), wording.title("spheres", matter.sphere or "", code)),
        (_("Told"), known(row)),
    ]
    if inspection.secrecy != "none":
        pairs.append((_("Secrecy mark"), badge(_("Under a secrecy mark"), "warning", "lock")))
        return KeyValues(pairs)
    period = f"{date_text(inspection.starts_on)} – {date_text(inspection.due_on)}"
    pairs[1:1] = [
        (_("Inspected"), inspection.body.name(code)),
        (_("Observance of"), inspection.norm),
        (_("Period"), lines(period, inspection.get_status_display())),
    ]
    return KeyValues(pairs)
