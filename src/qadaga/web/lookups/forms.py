"""The form of a look-up, begun from its matter."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qadaga.matters import grounds
from qadaga.supervision.gateway import records
from qadaga.supervision.gateway.choices import Register
from qadaga.supervision.gateway.services import POWER, Question
from qadaga.web.forms import choose
from qadaga.web.names import language
from qadaga.web.rulings import ground_choices
from qadaga.web.steps import StepForm


class LookUpForm(StepForm):
    """Which register, which number, on which ground that is there in the matter, what for."""

    register = forms.ChoiceField(label=_("Outside register"), choices=Register.choices)
    special = forms.ChoiceField(label=_("Kind of special records"), required=False)
    number = forms.CharField(
        label=_("Number"), max_length=20, help_text=_("The IIN of a person or the BIN of an organisation.")
    )
    ground = forms.ChoiceField(label=_("Ground"))
    purpose = forms.CharField(
        label=_("What for"), max_length=500, help_text=_("What the matter needs from the register.")
    )

    field_of = {"record": "special"}

    def prepare(self) -> None:
        """Grounds of the power that are there in the matter; the kinds of special records of the day."""
        kinds = [(kind.id, kind.title.get(language())) for kind in records.on_day(self.request.on)]
        choose(self, "special", [("", gettext("Only where special records are asked")), *kinds])
        if records.unverified():
            self.fields["special"].help_text = _("The list of kinds is from no source of ours: unverified.")
        choose(self, "ground", ground_choices(grounds.there_for(self.record, POWER)))

    def question(self) -> Question:
        """What was entered."""
        values = self.cleaned_data
        return Question(
            values["register"], values["number"], values["ground"], values["purpose"], values["special"]
        )
