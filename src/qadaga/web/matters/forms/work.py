"""Tasks, assignment, conflicts, waiting, files, closing."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qadaga.law import catalogue
from qadaga.matters import services
from qadaga.matters.choices import MoveGround, SuspendGround
from qadaga.offices.selectors import offices_open, with_those_below
from qadaga.organisation.proposals import Proposal, assignee_for
from qadaga.staff.models import Appointment
from qadaga.web.forms import choose
from qadaga.web.names import language, post_title
from qadaga.web.offices.words import duty_title
from qadaga.web.steps import StepForm, Words


def long_text(
    label: Words, *, required: bool = True, rows: int = 4, help_text: Words = ""
) -> forms.CharField:
    """A field of several lines."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, widget=widget, help_text=help_text)


class ReasonForm(StepForm):
    """A step that needs nothing but its reason."""

    reason = long_text(_("Reason"))


class TasksForm(StepForm):
    """Which tasks of O.6 the matter serves."""

    tasks = forms.MultipleChoiceField(label=_("Tasks the matter serves"), widget=forms.CheckboxSelectMultiple)

    def prepare(self) -> None:
        """The tasks of the catalogue; those of the matter are ticked."""
        choose(
            self,
            "tasks",
            [
                (task.id, f"{task.title.get(language())} ({', '.join(c.clause for c in task.citations)})")
                for task in catalogue.load().tasks.values()
            ],
        )
        self.initial.setdefault("tasks", list(self.record.tasks))


class AssignForm(StepForm):
    """To whom the matter is given."""

    assignee = forms.ChoiceField(
        label=_("Officer"),
        help_text=_("Officers of this office who are neither complained of nor in conflict with the matter."),
    )
    note = long_text(_("Note to the officer"), required=False, rows=3)

    def prepare(self) -> None:
        """Whoever may be given the matter today; the absent are marked."""
        people = services.candidates(self.record, self.request.on)
        proposal = assignee_for(self.record, people, self.request.on)
        choose(self, "assignee", [(str(held.id), _officer(held)) for held in people])
        if proposal is not None:
            self.initial.setdefault("assignee", str(proposal.appointment.id))
            field = self.fields["assignee"]
            field.help_text = format_lazy("{} {}", field.help_text, _why(proposal))


def _why(proposal: Proposal) -> str:
    return gettext(
        "Proposed: %(person)s, who by the distribution of duties (%(order)s) has what fits this matter "
        "(%(lines)s) and %(count)s open matters. The choice is free."
    ) % {
        "person": proposal.appointment.person.short_name,
        "order": proposal.order,
        "lines": "; ".join(duty_title(line) for line in proposal.by),
        "count": proposal.open_matters,
    }


def _officer(held: Appointment) -> str:
    name = f"{held.person.short_name}, {post_title(held.post, kind=held.office.kind)}"
    return f"{name} — {_('absent')}" if getattr(held, "absent", False) else name


class SuspendForm(ReasonForm):
    """Why the matter waits."""

    ground = forms.ChoiceField(label=_("Ground"), choices=SuspendGround.choices)
    field_order = ["ground", "reason"]


class MoveForm(ReasonForm):
    """To which other office of those below the matter goes, and why."""

    to_office = forms.ChoiceField(
        label=_("To which office"),
        help_text=_("An office below yours, competent in the place and the sphere."),
    )
    ground = forms.ChoiceField(label=_("Ground"), choices=MoveGround.choices)
    field_order = ["to_office", "ground", "reason"]

    def prepare(self) -> None:
        """The offices below the reader's own that exist today, but for the one that holds the matter."""
        below = with_those_below(self.request.actor.office_id, self.request.on)
        rows = offices_open(self.request.on).filter(id__in=below)
        others = {self.record.holder_id, self.request.actor.office_id}
        choose(
            self, "to_office", [(row.code, row.name_in(language())) for row in rows if row.id not in others]
        )


class AttachForm(StepForm):
    """A file of the matter."""

    title = forms.CharField(label=_("What it is"), max_length=300)
    file = forms.FileField(
        label=_("File"),
        help_text=_("PDF, Word, Excel, a picture or text, up to 50 MB."),
    )


class CloseForm(StepForm):
    """The conclusion with which the matter closes."""

    conclusion = long_text(
        _("Conclusion"), rows=6, help_text=_("What the matter ended with, in a few sentences.")
    )
