"""Whose hands a matter went through: called up, given to another office, and the applicant told of it."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.law import wording
from qadaga.matters import services
from qadaga.matters.choices import ToldWay
from qadaga.matters.gather import Gathered, Part
from qadaga.matters.models import CalledUp, Matter, OfficeTold
from qadaga.matters.models.links import Told
from qadaga.offices.models import Office
from qadaga.web.cards.sections import Section, section, who
from qadaga.web.components import KeyValues, Text, badge, date_text, lines
from qadaga.web.forms import DateField, choose
from qadaga.web.names import language
from qadaga.web.steps import Step, StepForm
from qadaga.web.views import StaffRequest

_HANDS = (
    "SELECT unnest(ARRAY[from_office_id, to_office_id]) FROM matters_calledup WHERE matter_id = %(id)s"
    " UNION SELECT office_id FROM matters_officetold WHERE matter_id = %(id)s"
)
HANDS = Part("hands", Office, f"t.id IN ({_HANDS})")


class TellApplicantForm(StepForm):
    """When and how the applicant was told."""

    told_on = DateField(label=gettext_lazy("Told on"))
    way = forms.ChoiceField(label=gettext_lazy("Way"), choices=ToldWay.choices)

    def prepare(self) -> None:
        """Mostly it is today."""
        self.initial.setdefault("told_on", self.request.on)


def _tell(matter: Matter, form: TellApplicantForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.tell_applicant(
        matter_id=matter.id,
        version=form.expected,
        told_on=values["told_on"],
        way=values["way"],
        by=request.actor,
        on=request.on,
    )


def _untold(parts: Gathered) -> bool:
    moves = [row for row in parts["called_up"] if row.ground]
    return bool(moves and moves[-1].told_on is None)


TELL_APPLICANT: Step[Matter] = Step("matter.tell_applicant", TellApplicantForm, _tell, needs=_untold)


class TellOfficeForm(TellApplicantForm):
    """Which office, when and how."""

    office = forms.ChoiceField(label=gettext_lazy("The office to tell"))
    field_order = ["office", "told_on", "way"]

    def prepare(self) -> None:
        """The offices that are competent beside this one and do not know yet."""
        super().prepare()
        rows = self.record.offices_told.filter(told_on=None).select_related("office").order_by("id")
        choose(self, "office", [(row.office.code, row.office.name_in(language())) for row in rows])


def _tell_office(matter: Matter, form: TellOfficeForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.tell_office(
        matter_id=matter.id,
        version=form.expected,
        office=values["office"],
        told_on=values["told_on"],
        way=values["way"],
        by=request.actor,
        on=request.on,
    )


TELL_OFFICE: Step[Matter] = Step(
    "matter.tell_office",
    TellOfficeForm,
    _tell_office,
    needs=lambda parts: any(row.told_on is None for row in parts["offices_told"]),
)


def beside_section(parts: Gathered) -> Section:
    """Offices competent in the same place and sphere, and whether they know."""
    offices = {row.id: row.name_in(language()) for row in parts["hands"]}
    rows = [(offices[row.office_id], known(row), who(parts, row.told_by_id)) for row in parts["offices_told"]]
    columns = [_("Office"), _("Told"), _("Who")]
    return section("beside", _("Other competent offices"), columns, rows, "")


def told_summary(row: OfficeTold) -> KeyValues:
    """What the told office learns: whose matter, about which body and sphere, since when, told how."""
    matter, code = row.matter, language()
    pairs: list[tuple[str, Text]] = [
        (_("Office"), matter.holder.name_in(code)),
        (_("Body"), matter.body.name(code) if matter.body else "—"),
        (_("Sphere"), wording.title("spheres", matter.sphere or "", code)),
        (_("Direction"), wording.title("directions", matter.direction, code)),
        (_("Opened"), date_text(matter.opened_on)),
        (_("Told"), known(row)),
    ]
    return KeyValues(pairs)


def known(row: Told) -> Text:
    """When and how the office was told."""
    if row.told_on is None:
        return badge(_("Not told yet"), "warning")
    return f"{date_text(row.told_on)}, {row.get_told_way_display()}"


def hands_section(parts: Gathered) -> Section:
    """From which office to which, by whom, why, and what the applicant knows."""
    offices = {row.id: row.name_in(language()) for row in parts["hands"]}
    rows = [
        (
            lines(offices[row.from_office_id], f"→ {offices[row.to_office_id]}"),
            lines(date_text(row.on), who(parts, row.by_id)),
            row.reason,
            _told(row),
        )
        for row in parts["called_up"]
    ]
    columns = [_("From which office to which"), _("When and who"), _("Why"), _("The applicant")]
    return section("hands", _("Whose hands it went through"), columns, rows, "")


def _told(row: CalledUp) -> Text:
    if not row.ground:
        return "—"
    if row.told_on is None:
        return badge(_("Not told yet"), "warning")
    return f"{date_text(row.told_on)}, {row.get_told_way_display()}"
