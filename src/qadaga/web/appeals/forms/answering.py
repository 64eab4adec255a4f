"""Forms of the answer and of showing the materials."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga.appeals import services
from qadaga.appeals.kinds import AnswerOutcome, MaterialsState, SendWay
from qadaga.appeals.models import Appeal
from qadaga.appeals.selectors import answer_of
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.steps import StepForm

LANGUAGES = [("ru", _("Russian")), ("kk", _("Kazakh"))]
_TRIGGER = "load, change, input changed delay:900ms"


class AnswerForm(StepForm):
    """The answer's draft; its preview follows the typing."""

    beside = "appeals/_beside.html"

    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    outcome = forms.ChoiceField(label=_("Outcome"), choices=AnswerOutcome.choices)
    text = long_text(
        _("Text of the answer"),
        rows=14,
        help_text=_(
            "The heading, and where and until when it can be challenged, stand in the paper by themselves."
        ),
    )

    def prepare(self) -> None:
        """Begin with the last saved draft, in the language of the appeal; show how it prints."""
        url = reverse("appeals:preview", args=[self.record.id])
        watch = {"hx-post": url, "hx-target": "#preview", "hx-include": "closest form"}
        for name in ("text", "language"):
            self.fields[name].widget.attrs |= {
                **watch,
                "hx-trigger": _TRIGGER,
            }
        draft = answer_of(self.record)
        values: dict[str, Any] = {"language": self.record.language}
        if draft is not None:
            values = {name: getattr(draft, name) for name in ("language", "outcome", "text")}
        for name, value in values.items():
            self.initial.setdefault(name, value)

    def answer(self) -> services.AnswerEntry:
        """What was entered."""
        values = self.cleaned_data
        return services.AnswerEntry(**{name: values[name] for name in ("language", "outcome", "text")})


def ways(appeal: Appeal) -> list[tuple[str, str]]:
    """How word may reach the applicant; whoever chooses the administration is told why it may not."""
    held = appeal.detained
    return [(way.value, str(way.label)) for way in SendWay if held or way != SendWay.ADMINISTRATION]


class SendForm(StepForm):
    """When and how the answer went out."""

    sent_on = DateField(label=_("Sent on"))
    way = forms.ChoiceField(label=_("How"), choices=SendWay.choices)

    def prepare(self) -> None:
        """Today is the likely day."""
        self.initial.setdefault("sent_on", self.request.on)
        choose(self, "way", ways(self.record))


class MaterialsRequestForm(StepForm):
    """Who asks to see which materials."""

    applicant = forms.ChoiceField(label=_("Applicant"))
    what = long_text(_("Which materials"), rows=3)
    requested_on = DateField(label=_("Asked on"))

    def prepare(self) -> None:
        """The applicants of the appeal; today is the likely day."""
        rows = self.record.applicants.order_by("position")
        choose(self, "applicant", [(str(row.id), row.name) for row in rows])
        self.initial.setdefault("requested_on", self.request.on)


class MaterialsDecisionForm(StepForm):
    """What is shown, what is withheld and why (O.8.d2, O.8.d5)."""

    decision = forms.ChoiceField(
        label=_("Decision"),
        widget=forms.RadioSelect,
        choices=[(one.value, one.label) for one in MaterialsState][1:4],
    )
    withheld = long_text(_("What is withheld"), required=False, rows=3)
    withheld_why = long_text(_("Why it is withheld"), required=False, rows=3)


class MaterialsShownForm(StepForm):
    """That the applicant has seen them."""

    shown_on = DateField(label=_("Shown on"))
    note = long_text(_("What the applicant said or signed"), rows=3)

    def prepare(self) -> None:
        """Today is the likely day."""
        self.initial.setdefault("shown_on", self.request.on)
