"""Forms about ranks, periods, entries of the file, guarantees, the list of ranked posts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.law import catalogue
from qadaga.offices.models import Office
from qadaga.organisation.orders.choices import OrderKind
from qadaga.organisation.personnel.file import EntryInput
from qadaga.organisation.personnel.kinds import RULES, EntryKind, Guarantee, RankHow
from qadaga.organisation.personnel.models import RankHeld
from qadaga.organisation.personnel.ranked_posts import ListChange
from qadaga.organisation.personnel.ranks import RankInput, next_rank
from qadaga.organisation.personnel.service import PeriodInput
from qadaga.web.forms import BaseForm, DateField, choose
from qadaga.web.orders.fields import OrderField
from qadaga.web.personnel import words

_NO_ACT = _("Name the act of the President: without one the list does not change (L.2.4).")
_NO_ACT_DAY = _("Give the day of the President's act: without one the list does not change (L.2.4).")
_UNTIL = _("The first day on which it no longer holds. Leave empty if it is not known.")


def _grounds(*grounds: RankHow) -> words.Choices:
    return [(str(ground), str(ground.label)) for ground in grounds]


class _RankForm(BaseForm):
    """What an order about a rank says."""

    field_of = {"order_id": "order"}

    ground = forms.ChoiceField(label=_("Ground"))
    starts_on = DateField(label=_("From"))
    registered = OrderField(
        label=_("Order of the register"),
        required=False,
        help_text=_("Its number; the newest ones are offered while you type."),
    )
    order = forms.CharField(
        label=_("Order on paper"),
        required=False,
        max_length=300,
        help_text=_("Number and date, for an order that is not in the register."),
    )

    def __init__(self, *args: Any, office: Office, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["registered"]
        assert isinstance(field, OrderField)
        field.offer(kind=OrderKind.PERSONNEL, office=office, on=on)

    def given(self) -> RankInput:
        """What was entered, for the service."""
        data = self.cleaned_data
        return RankInput(
            rank=data["rank"],
            ground=data["ground"],
            starts_on=data["starts_on"],
            order=data["order"],
            order_id=data["registered"],
        )


class ConferForm(_RankForm):
    """A rank to confer."""

    rank = forms.ChoiceField(label=_("Rank"))
    field_order = ("rank", "ground", "starts_on", "registered", "order")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "rank", words.rank_choices())
        choose(self, "ground", _grounds(RankHow.FIRST, RankHow.TERM, RankHow.AHEAD))


def following(held: RankHeld | None) -> dict[str, str]:
    """What most often follows the rank held: the next one when its time is served, or the first one."""
    law = catalogue.load().ranks
    if held is None:
        return {"ground": str(RankHow.FIRST)}
    after = next_rank(law[held.rank]) if held.rank in law else None
    return {"ground": str(RankHow.TERM), "rank": after.id} if after else {}


class ReduceForm(_RankForm):
    """A lower rank, or none."""

    rank = forms.ChoiceField(label=_("Lower rank"), required=False)
    field_order = ("rank", "ground", "starts_on", "registered", "order")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "rank", [("", str(_("take the rank away"))), *words.rank_choices()])
        choose(self, "ground", _grounds(RankHow.PENALTY, RankHow.SENTENCE))


class PeriodForm(BaseForm):
    """A period of a working life with the paper that proves it."""

    kind = forms.ChoiceField(label=_("Kind of period"))
    organisation = forms.CharField(label=_("Where"), max_length=300)
    starts_on = DateField(label=_("From"))
    ends_on = DateField(label=_("Until"), required=False, help_text=_UNTIL)
    factor = forms.ChoiceField(label=_("Factor"), required=False)
    evidence = forms.CharField(
        label=_("Evidence"), max_length=300, help_text=_("The paper: what it is, its number and date.")
    )
    file = forms.FileField(label=_("Copy of the paper"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        law = catalogue.load()
        choose(self, "kind", words.record_choices(law.service_kinds.values()))
        factors = words.record_choices(law.service_factors.values())
        choose(self, "factor", [("", str(_("none: a day for a day"))), *factors])

    def period(self) -> PeriodInput:
        """What was entered, for the service."""
        data = {key: self.cleaned_data[key] for key in PeriodInput.__dataclass_fields__}
        return PeriodInput(**data)


class EntryForm(BaseForm):
    """An entry of the personal file; the kind is named by the address."""

    title = forms.CharField(label=_("What"), max_length=300)
    number = forms.CharField(label=_("Number of the paper"), max_length=100, required=False)
    made_on = DateField(label=_("Date"))
    ends_on = DateField(label=_("Until"), required=False)
    days = forms.IntegerField(label=_("Days of leave granted"), required=False)
    detail = forms.CharField(
        label=_("Details"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, kind: EntryKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind, rule = kind, RULES[kind]
        if not rule.ends:
            del self.fields["ends_on"]
        if not rule.counted:
            del self.fields["days"]
        if rule.term:
            self.fields["ends_on"].help_text = _(
                "Left empty, the term of the catalogue is taken (unverified)."
            )

    def entry(self) -> EntryInput:
        """What was entered, for the service."""
        data = {key: value for key, value in self.cleaned_data.items() if key != "submission"}
        return EntryInput(kind=self.kind, **data)


class GuaranteeForm(BaseForm):
    """What is asked for."""

    sort = forms.ChoiceField(label=_("Guarantee"), choices=Guarantee.choices)
    text = forms.CharField(
        label=_("What is asked, and why"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5})
    )


class DecideForm(BaseForm):
    """Granted or refused, in words."""

    granted = forms.ChoiceField(
        label=_("Decision"), choices=[("yes", _("Granted")), ("no", _("Refused"))], widget=forms.RadioSelect
    )
    outcome = forms.CharField(
        label=_("What was decided"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )


class WithdrawForm(BaseForm):
    """Nothing but the question."""


class ListForm(BaseForm):
    """What a President's act changes in the list of ranked posts."""

    post = forms.ChoiceField(label=_("Post"))
    ladder = forms.ChoiceField(label=_("Ranks"))
    listed = forms.ChoiceField(
        label=_("Change"), choices=[("yes", _("put on the list")), ("no", _("take off the list"))]
    )
    starts_on = DateField(label=_("From"))
    act = forms.CharField(
        label=_("Act of the President"),
        max_length=300,
        error_messages={"required": _NO_ACT},
        help_text=_("Its kind and number."),
    )
    act_on = DateField(label=_("Date of the act"), error_messages={"required": _NO_ACT_DAY})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "post", words.post_choices())
        choose(self, "ladder", words.ladders())

    def change(self) -> ListChange:
        """What was entered, for the service."""
        data = {key: self.cleaned_data[key] for key in ListChange.__dataclass_fields__}
        return ListChange(**data | {"listed": data["listed"] == "yes"})


class CeilingForm(BaseForm):
    """The highest rank of a post."""

    post = forms.ChoiceField(label=_("Post"))
    rank = forms.ChoiceField(label=_("Highest rank"))
    starts_on = DateField(label=_("From"))
    ground = forms.CharField(label=_("Where the figure comes from"), max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "post", words.post_choices())
        choose(self, "rank", words.rank_choices())


class QuarterForm(forms.Form):
    """Which quarter; asked in the address."""

    year = forms.IntegerField(label=_("Year"), min_value=1991, max_value=2099)
    quarter = forms.ChoiceField(label=_("Quarter"), choices=[(str(n), str(n)) for n in range(1, 5)])
