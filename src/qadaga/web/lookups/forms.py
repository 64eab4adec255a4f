"""The form of a look-up, begun from its matter."""

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.law import catalogue
from qadaga.matters import grounds
from qadaga.supervision.gateway.choices import Register
from qadaga.supervision.gateway.services import POWER, Question
from qadaga.web.names import language
from qadaga.web.steps import StepForm


class LookUpForm(StepForm):
    """Which register, which number, on which ground that is there in the matter, what for."""

    register = forms.ChoiceField(label=_("Outside register"), choices=Register.choices)
    number = forms.CharField(
        label=_("Number"), max_length=20, help_text=_("The IIN of a person or the BIN of an organisation.")
    )
    ground = forms.ChoiceField(label=_("Ground"))
    purpose = forms.CharField(
        label=_("What for"), max_length=500, help_text=_("What the matter needs from the register.")
    )

    def prepare(self) -> None:
        """Grounds of the power that are there in the matter."""
        field = self.fields["ground"]
        assert isinstance(field, forms.ChoiceField)
        law = catalogue.load()
        field.choices = [
            (ground, law.grounds[ground].title.get(language()))
            for ground in law.powers[POWER].grounds
            if grounds.is_there(self.record, ground)
        ]

    def question(self) -> Question:
        """What was entered."""
        values = self.cleaned_data
        return Question(values["register"], values["number"], values["ground"], values["purpose"])
