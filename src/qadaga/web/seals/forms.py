"""Forms of seals, stamps, blanks and symbols."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.organisation.seals import services
from qadaga.organisation.seals.choices import SealKind, SymbolKind
from qadaga.organisation.seals.symbols import Described
from qadaga.web.forms import BaseForm, DateField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.orders.fields import OrderField
from qadaga.web.orders.people import people_choices
from qadaga.web.rulings import grounds_of
from qadaga.web.steps import StepForm


class RegisterForm(StepForm):
    """A new seal, stamp or run of blanks."""

    kind = forms.ChoiceField(label=_("Kind"), choices=SealKind.choices)
    mark = forms.CharField(
        label=_("Mark"), max_length=100, help_text=_("Its number or series; of blanks the first and last.")
    )
    name_kk = forms.CharField(
        label=_("Name on it, in the state language"),
        max_length=300,
        help_text=_("As point 3 of the order asks."),
    )
    holder = forms.ChoiceField(label=_("Holder"))
    next_on = DateField(label=_("Next inventory"), required=False)

    def prepare(self) -> None:
        """People and name of the office."""
        choose(self, "holder", people_choices(self.record.office_id, self.request.on))
        self.initial.setdefault("name_kk", self.record.office.name_kk)

    def registered(self) -> services.Registered:
        """What was entered."""
        values = self.cleaned_data
        return services.Registered(
            kind=values["kind"],
            mark=values["mark"],
            name_kk=values["name_kk"],
            holder_id=UUID(values["holder"]),
            inventory_on=values["next_on"],
        )


class OfferForm(StepForm):
    """To whom it is handed over."""

    to = forms.ChoiceField(label=_("To whom"))

    def prepare(self) -> None:
        """Everybody of the office but the holder."""
        people = people_choices(self.record.office_id, self.request.on)
        choose(self, "to", [one for one in people if one[0] != str(self.record.holder_id)])


class CheckForm(StepForm):
    """What an inventory found."""

    found = long_text(_("What was found"), rows=3)
    next_on = DateField(label=_("Next inventory"))


class LossForm(StepForm):
    """How it was lost."""

    how = long_text(_("When and how it was missed"), rows=4)


class SettleForm(StepForm):
    """The order that decides on a loss."""

    order = OrderField()

    def prepare(self) -> None:
        """Orders on seals in force."""
        field = self.fields["order"]
        assert isinstance(field, OrderField)
        field.offer(kind="seals", office=self.record.office, on=self.request.on)


class DestroyForm(SettleForm):
    """The act of destruction and the order it rests on."""

    ground = forms.ChoiceField(label=_("Ground"))
    act = long_text(_("The act: its number, day and commission"), rows=3)
    field_order = ["ground", "order", "act"]

    def prepare(self) -> None:
        """Grounds that the power names."""
        super().prepare()
        choose(self, "ground", grounds_of("seal.destroy"))


class SymbolForm(BaseForm):
    """A symbol and the act of the President that describes it."""

    kind = forms.ChoiceField(label=_("Kind"), choices=SymbolKind.choices)
    name_kk = forms.CharField(label=_("Name in Kazakh"), max_length=300)
    name_ru = forms.CharField(label=_("Name in Russian"), max_length=300)
    description = long_text(_("Description"), rows=5)
    act_title = forms.CharField(label=_("Act of the President"), max_length=300)
    act_number = forms.CharField(label=_("Its number"), max_length=60)
    act_on = DateField(label=_("Its date"))
    starts_on = DateField(label=_("From"))

    def described(self) -> Described:
        """What was entered."""
        names = set(self.fields) - {"submission"}
        return Described(**{name: self.cleaned_data[name] for name in names})


class EndForm(BaseForm):
    """By which act a symbol ends, and when."""

    ends_on = DateField(label=_("First day without it"))
    ground = forms.CharField(label=_("Act of the President"), max_length=300)
