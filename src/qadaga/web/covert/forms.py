"""Forms of the index: numbers, days and closed lists; a file or any other field is refused (O.8.d5)."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qadaga.common.errors import InvalidInput
from qadaga.supervision.covert import services
from qadaga.supervision.covert.choices import (
    CheckGround,
    CheckKind,
    CheckResult,
    DemandGround,
    Entitled,
    PaperKind,
    Reply,
)
from qadaga.supervision.covert.models import LONGEST
from qadaga.supervision.covert.selectors import spheres
from qadaga.web.forms import DateField, choose, words
from qadaga.web.names import language
from qadaga.web.steps import StepForm

_SENT_ALONG = frozenset({"csrfmiddlewaretoken"})
_DIGITS = _("Groups of digits with “-” or “/” between them, as in 17-204/2026.")


def _number(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=LONGEST, help_text=_DIGITS, **more)


class IndexForm(StepForm):
    """A form that takes nothing but its own fields: whatever else was sent is refused with the reason."""

    def clean(self) -> dict[str, Any]:
        """Files and fields that the form does not have."""
        values = super().clean() or self.cleaned_data
        try:
            services.refuse_content([*self.request.FILES, *(set(self.data) - set(self.fields) - _SENT_ALONG)])
        except InvalidInput as error:
            for fault in error.fields:
                self.add_error(None, f"{fault.field}: {words(fault)}")
        return values


class CaseForm(IndexForm):
    """Which case: body, kind of activity, register number."""

    body = forms.ChoiceField(
        label=_("Body"),
        choices=Entitled.choices,
        help_text=_("Who may carry the activity out is named by laws that were not checked: unverified."),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=CheckKind.choices)
    register_number = _number(_("Register number"))
    sphere = forms.ChoiceField(
        label=_("Sphere"), required=False, help_text=_("Only where a specialised office is competent.")
    )

    def prepare(self) -> None:
        """The spheres of specialised offices."""
        named = [(key, title.get(language())) for key, title in spheres()]
        choose(self, "sphere", [("", gettext("None: a territorial office")), *named])

    def indexed(self) -> services.Indexed:
        """What was entered."""
        values = self.cleaned_data
        return services.Indexed(
            values["body"], values["kind"], values["register_number"], values["sphere"] or None
        )


class DemandForm(CaseForm):
    """The case and the ground of the demand."""

    ground = forms.ChoiceField(label=_("Ground"), choices=DemandGround.choices)


class CheckedForm(IndexForm):
    """What the check says, and the act on paper, where there is one."""

    ground = forms.ChoiceField(label=_("Ground"), choices=CheckGround.choices)
    checked_on = DateField(label=_("Checked"))
    result = forms.ChoiceField(label=_("Result"))
    paper_kind = forms.ChoiceField(
        label=_("Act on paper"), required=False, choices=[("", _("None")), *PaperKind.choices]
    )
    paper_number = _number(_("Number of the act"), required=False)
    paper_on = DateField(label=_("Day of the act"), required=False)

    results: tuple[CheckResult, ...] = (CheckResult.LAWFUL, CheckResult.ACT)

    def prepare(self) -> None:
        """The results that are possible here; the day is today as a rule."""
        super().prepare()
        if "result" in self.fields:
            choose(self, "result", [(one.value, str(one.label)) for one in self.results])
        self.initial.setdefault("checked_on", self.request.on)

    def checked(self) -> services.Checked:
        """What was entered."""
        values = self.cleaned_data
        paper = None
        if values["paper_kind"] or values["paper_number"] or values["paper_on"]:
            paper = services.Paper(values["paper_kind"], values["paper_number"], values["paper_on"])
        result = values.get("result") or CheckResult.STOPPED.value
        return services.Checked(
            values["ground"], values["checked_on"], result, values.get("received_on"), paper
        )


class EnterForm(CheckedForm, CaseForm):
    """The case and its check at once."""

    field_order = ["body", "kind", "register_number", "sphere", "ground"]


class CheckForm(CheckedForm):
    """What the demanded materials showed."""

    received_on = DateField(
        label=_("Materials came on"), required=False, help_text=_("Leave it out where none were given.")
    )
    field_order = ["received_on", "ground"]
    results = (CheckResult.LAWFUL, CheckResult.ACT, CheckResult.WITHHELD)


class StopForm(CheckedForm):
    """The act that stopped the action, and when the office above was told."""

    received_on = DateField(label=_("Materials came on"))
    told_on = DateField(label=_("The office above was told on"))
    field_order = ["received_on", "ground"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["paper_kind"].required = True
        self.fields["paper_number"].required = True
        self.fields["paper_on"].required = True

    def prepare(self) -> None:
        """The result is known: the action was stopped."""
        del self.fields["result"]
        super().prepare()
        choose(self, "paper_kind", [(one.value, str(one.label)) for one in PaperKind])


class ReplyForm(IndexForm):
    """What became of the act."""

    reply = forms.ChoiceField(label=_("What became of it"), choices=Reply.choices)
    reply_on = DateField(label=_("On"))
