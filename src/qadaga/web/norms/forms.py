"""Forms of the register of norms and of other duties."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.matters.norms.choices import NAMED, NormKind
from qadaga.matters.norms.laying import Laid
from qadaga.matters.norms.selectors import in_force
from qadaga.matters.norms.services import Entered
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.ordering import OrderForm
from qadaga.web.matters.forms.work import long_text
from qadaga.web.names import language
from qadaga.web.orders.people import others, people_choices
from qadaga.web.steps import StepForm


def norm_choices(form: StepForm, *kinds: NormKind) -> list[tuple[str, str]]:
    """The norms of the kinds in force today: the law, its article, what it gives."""
    rows = in_force(form.request.on, *kinds)
    return [(str(row.id), f"{row}: {row.title(language())}") for row in rows]


class NormForm(StepForm):
    """A norm as it is entered."""

    kind = forms.ChoiceField(label=_("What it gives"), choices=NormKind.choices)
    act = forms.CharField(label=_("Which law"), max_length=300, help_text=_("Kind, name, number and day."))
    article = forms.CharField(label=_("Article"), max_length=60)
    edition = forms.CharField(
        label=_("Edition"), max_length=100, help_text=_("The day or the number of the changing law.")
    )
    title_kk = forms.CharField(label=_("What it is called, in Kazakh"), max_length=300)
    title_ru = forms.CharField(label=_("What it is called, in Russian"), max_length=300)
    gist = long_text(_("What it says"), rows=4, help_text=_("In our own words, briefly."))
    valid_from = DateField(label=_("In force from"))

    def entered(self) -> Entered:
        """What was entered."""
        return Entered(**{name: self.cleaned_data[name] for name in Entered.__dataclass_fields__})


class ApproveForm(StepForm):
    """The order by which the norm is put into the register."""

    decision = forms.CharField(
        label=_("Order"), max_length=120, help_text=_("Its number, as it is registered.")
    )
    decided_on = DateField(label=_("Day of the order"))


class EndNormForm(StepForm):
    """The first day without the norm."""

    valid_to = DateField(label=_("Not in force from"))


class ServesForm(StepForm):
    """Which other task or function the matter serves."""

    norm = forms.ChoiceField(
        label=_("Norm"), help_text=_("Other tasks and functions in force in the register of norms.")
    )

    def prepare(self) -> None:
        """Tasks and functions in force."""
        choose(self, "norm", norm_choices(self, *NAMED))


class RightForm(OrderForm):
    """Another right that a norm gives: which, against whom, why, what is to be done."""

    power = "right.other"
    norm = forms.ChoiceField(label=_("Norm"), help_text=_("Other rights in force in the register of norms."))
    text = long_text(_("What is used and what is to be done"), rows=5)
    field_order = ["norm", *OrderForm.field_order]

    def prepare(self) -> None:
        """Rights in force beside what every order of a matter offers."""
        super().prepare()
        choose(self, "norm", norm_choices(self, NormKind.RIGHT))


class LayForm(StepForm):
    """Which duty, on whom, until when."""

    norm = forms.ChoiceField(label=_("Norm"), help_text=_("Other duties in force in the register of norms."))
    executor = forms.ChoiceField(label=_("Who bears it"), required=False)
    other = forms.CharField(
        label=_("Or somebody of an office below"),
        required=False,
        max_length=200,
        help_text=_("Family name, given name, patronymic."),
    )
    what = long_text(_("What exactly is to be done"), rows=3)
    due_on = DateField(label=_("Last day of the term"))

    def prepare(self) -> None:
        """Duties in force; people of the office."""
        choose(self, "norm", norm_choices(self, NormKind.DUTY))
        people = people_choices(self.request.actor.office_id, self.request.on)
        choose(self, "executor", [("", "—"), *people])

    def laid(self) -> Laid:
        """What was entered. Raises InvalidInput on a name that nobody bears."""
        values = self.cleaned_data
        bearer = UUID(values["executor"]) if values["executor"] else UUID(int=0)
        if values["other"]:
            bearer = others(values["other"], self.request.on, "other")[0]
        return Laid(UUID(values["norm"]), bearer, values["what"], values["due_on"])


class FulfilForm(StepForm):
    """What came of the duty."""

    outcome = long_text(_("What was done, and what came of it"), rows=4)
