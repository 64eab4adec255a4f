"""What is ordered from others inside a matter: examinations, checks, the lifting of a restriction."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.acts import services
from qadaga.acts.choices import Language
from qadaga.matters import grounds
from qadaga.web.acts.forms import days_field
from qadaga.web.bodies import BodyForm, bodies_of
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.drafting import READ_OUTSIDE
from qadaga.web.matters.forms.work import long_text
from qadaga.web.rulings import ground_choices


class OrderForm(BodyForm):
    """Of whom, on which ground of the law, why, and what exactly; subclasses name the power."""

    power = ""
    language = forms.ChoiceField(label=_("Language of the paper"), choices=Language.choices)
    ground = forms.ChoiceField(label=_("Ground"))
    why = long_text(_("On what ground"), rows=2, help_text=READ_OUTSIDE)
    text = long_text(_("What has to be checked"), rows=5)
    days = days_field()
    field_order = ["known_body", "body_bin", "body_name_ru", "body_name_kk", "body_kind", "language"]

    def prepare(self) -> None:
        """Bodies of the matter; grounds of the power that are there in it."""
        self.offer(bodies_of(self.record))
        choose(
            self,
            "ground",
            ground_choices(grounds.there_for(self.record, self.power)),
        )

    def order(self) -> services.Order:
        """What was entered."""
        values, body = self.cleaned_data, self.body()
        assert body is not None  # the form refuses to go on without one
        extra: dict[str, Any] = {
            name: values[name]
            for name in ("expert", "what", "imposed_by", "imposed_on", "days")
            if name in values
        }
        if "norm" in values:
            extra["norm_id"] = UUID(values["norm"])
        return services.Order(
            body, values["ground"], values["why"], values["text"], values["language"], **extra
        )


class ExaminationForm(OrderForm):
    """An expert examination: the questions, and who is to answer them."""

    power = "expertise.order"
    text = long_text(_("Questions to the expert"), rows=5)
    expert = forms.CharField(
        label=_("Expert"), required=False, max_length=300, help_text=_("If a person is named.")
    )


class CheckForm(OrderForm):
    """A check by an authorised body."""

    power = "check.require"


class LiftingForm(OrderForm):
    """A restriction imposed unlawfully, and the demand to lift it."""

    power = "restriction.demand_lift"
    what = forms.CharField(
        label=_("Restriction"), max_length=500, help_text=_("What was forbidden, by which paper.")
    )
    imposed_by = forms.CharField(label=_("Who imposed it"), max_length=300, help_text=_("Post and name."))
    imposed_on = DateField(label=_("Day it was imposed"))
    text = long_text(_("What is demanded"), rows=4)
