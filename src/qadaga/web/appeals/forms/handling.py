"""Forms of the steps on a registered appeal: decisions, forwarding, the matter it opens, files."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.appeals import services
from qadaga.appeals.kinds import ControlOutcome, SendWay
from qadaga.appeals.selectors import find_body
from qadaga.law import catalogue
from qadaga.matters.transport import of_transport
from qadaga.offices.selectors import offices_open
from qadaga.web.appeals.forms.answering import ways
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.names import language
from qadaga.web.rulings import grounds_of
from qadaga.web.steps import StepForm

FILE_HELP = _("PDF, Word, Excel, a picture or text, up to 50 MB. The content is checked.")


class NothingForm(StepForm):
    """A step that needs no words: the button is the act."""


class ReasonForm(StepForm):
    """A step that needs its reason only."""

    reason = long_text(_("Reason"))


class GroundForm(ReasonForm):
    """A decision on a ground of the law; subclasses name the power."""

    power = ""
    ground = forms.ChoiceField(label=_("Ground"))
    field_order = ["ground"]

    def prepare(self) -> None:
        """The grounds on which the power may be used."""
        choose(self, "ground", grounds_of(self.power))


class DeclineForm(GroundForm):
    """Why the appeal is left without consideration."""

    power = "appeal.decline"


class AnnulForm(GroundForm):
    """Why the registration is annulled."""

    power = "appeal.annul"


class ProlongForm(GroundForm):
    """Until when, and why."""

    power = "appeal.prolong"
    until = DateField(label=_("Until"), help_text=_("At most two months from the registration in all."))
    field_order = ["until", "ground"]


class ForwardForm(GroundForm):
    """Where to, the whole or a part."""

    power = "appeal.forward"
    to_office = forms.ChoiceField(label=_("To a prosecutor's office"), required=False)
    to_name = forms.CharField(
        label=_("Or to another body"),
        required=False,
        max_length=300,
        help_text=_("Its BIN or name; a body of the register is recognised."),
    )
    part = long_text(
        _("Which part, if not the whole"),
        required=False,
        rows=3,
        help_text=_("Empty: the whole appeal is forwarded."),
    )
    control = forms.BooleanField(label=_("Keep the outcome under control"), required=False, initial=True)
    field_order = ["to_office", "to_name", "part", "ground", "reason", "control"]
    field_of = {"to_body": "to_name"}

    def prepare(self) -> None:
        """Every open office but the own one."""
        super().prepare()
        own = self.record.office_id
        rows = offices_open(self.request.on).exclude(pk=own)
        choose(
            self,
            "to_office",
            [
                ("", _("Not to an office")),
                *((str(row.id), row.name_in(language())) for row in rows),
            ],
        )

    def addressee(self) -> services.Addressee:
        """Where it goes: the office if one is chosen, else the body."""
        values = self.cleaned_data
        if values["to_office"]:
            return services.Addressee(office_id=UUID(values["to_office"]))
        body = find_body(values["to_name"])
        return services.Addressee(body_id=body.id) if body else services.Addressee(name=values["to_name"])


class ToldForm(StepForm):
    """When and how the applicant was told."""

    told_on = DateField(label=_("Told on"))
    way = forms.ChoiceField(label=_("How"), choices=SendWay.choices)

    def prepare(self) -> None:
        """Today is the likely day."""
        self.initial.setdefault("told_on", self.request.on)
        choose(self, "way", ways(self.record.appeal))


class OutcomeForm(StepForm):
    """What the body it was forwarded to did."""

    outcome = forms.ChoiceField(label=_("Outcome"), choices=[one for one in ControlOutcome.choices if one[0]])
    outcome_on = DateField(label=_("Known on"))
    note = long_text(_("What was done"), rows=3)

    def prepare(self) -> None:
        """Today is the likely day."""
        self.initial.setdefault("outcome_on", self.request.on)


class MatterForm(StepForm):
    """What the matter is that the appeal opens."""

    direction = forms.ChoiceField(label=_("Direction of supervision"))
    title = forms.CharField(label=_("Title of the matter"), max_length=300)
    tasks = forms.MultipleChoiceField(
        label=_("Tasks the matter serves"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def prepare(self) -> None:
        """Directions and tasks of the catalogue; the title begins as the first line of the appeal."""
        law, code = catalogue.load(), language()
        choose(self, "direction", [(one.id, one.title.get(code)) for one in law.directions.values()])
        choose(self, "tasks", [(one.id, one.title.get(code)) for one in law.tasks.values()])
        self.initial.setdefault("title", self.record.summary.split("\n", 1)[0][:300])
        if of_transport(self.request.actor.today.office_kind):
            self._of_transport(code)

    def _of_transport(self, code: str) -> None:
        """A matter of a transport office names the mode and which of the five tasks it serves (L.1.6)."""
        law = catalogue.load()
        for name, label, records in (
            ("transport_mode", _("Mode of transport"), law.transport_modes),
            ("transport_task", _("Task on transport"), law.transport_tasks),
        ):
            choices = [("", "—"), *((one.id, one.title.get(code)) for one in records.values())]
            self.fields[name] = forms.ChoiceField(label=label, choices=choices)

    def matter(self) -> services.MatterEntry:
        """What was entered."""
        values = self.cleaned_data
        return services.MatterEntry(
            direction=values["direction"],
            title=values["title"],
            tasks=tuple(values["tasks"]),
            transport_mode=values.get("transport_mode"),
            transport_task=values.get("transport_task"),
        )


class AttachForm(StepForm):
    """A file of the appeal."""

    title = forms.CharField(label=_("What it is"), max_length=300)
    file = forms.FileField(label=_("File"), help_text=FILE_HELP)
