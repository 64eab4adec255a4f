"""Forms of orders: the draft, and the steps after the signature."""

from collections.abc import Container
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qadaga.common.errors import InvalidInput
from qadaga.organisation.orders import services
from qadaga.organisation.orders.choices import Audience, OrderForm, OrderKind, OrderLanguage
from qadaga.organisation.orders.models import Order
from qadaga.organisation.orders.personal import personal_data
from qadaga.organisation.orders.services.base import latest
from qadaga.organisation.orders.services.controlling import LONGEST
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import ReasonForm, long_text
from qadaga.web.orders.fields import OrderNumberField
from qadaga.web.orders.people import others, people_choices
from qadaga.web.steps import StepForm

OTHERS_HELP = _(
    "One a line: family name, given name, patronymic. An order binds people of this office and of those "
    "below."
)
MOST_READERS = 500
"""From how many people one is chosen whose signature on paper is recorded."""
PARTS = ("title_kk", "text_kk", "title_ru", "text_ru")


class PeopleForm(StepForm):
    """People of the office from a list, others by name."""

    addressees = forms.MultipleChoiceField(
        label=_("People of this office"), required=False, widget=forms.CheckboxSelectMultiple
    )
    others = long_text(_("Others"), required=False, rows=3, help_text=OTHERS_HELP)

    def prepare(self) -> None:
        """Everybody of the office."""
        self.own = people_choices(self.record.office_id, self.request.on)
        choose(self, "addressees", self.own)

    def clean_others(self) -> list[UUID]:
        """The people named, found."""
        try:
            return others(str(self.cleaned_data["others"]), self.request.on)
        except InvalidInput as error:
            self.add_faults(error)
            return []

    def people(self) -> list[UUID]:
        """Everybody chosen."""
        return [*map(UUID, self.cleaned_data["addressees"]), *self.cleaned_data["others"]]


class DraftForm(PeopleForm):
    """A draft: what it is, its text in each language, whom it is for."""

    beside = "orders/_preview.html"

    form = forms.ChoiceField(label=_("Form"), choices=OrderForm.choices)
    kind = forms.ChoiceField(label=_("What it is on"), choices=OrderKind.choices)
    language = forms.ChoiceField(label=_("Language"), choices=OrderLanguage.choices)
    title_kk = forms.CharField(label=_("Title in Kazakh"), max_length=300, required=False)
    text_kk = long_text(_("Text in Kazakh"), required=False, rows=10)
    title_ru = forms.CharField(label=_("Title in Russian"), max_length=300, required=False)
    text_ru = long_text(_("Text in Russian"), required=False, rows=10)
    norms = forms.CharField(
        label=_("Rests on these clauses"),
        required=False,
        max_length=400,
        help_text=_("As the reference pages name them, for example O.13.2, L.1.2."),
    )
    begins_on = DateField(
        label=_("In force from"), required=False, help_text=_("Empty: from the day of its signature (O.P5).")
    )
    to_publish = forms.BooleanField(
        label=_("Has to be published"),
        required=False,
        help_text=_("Once signed it waits with whoever answers for publishing (O.P2)."),
    )
    audience = forms.ChoiceField(label=_("Made known to"), choices=Audience.choices, widget=forms.RadioSelect)
    controller = forms.ChoiceField(label=_("Execution is watched by"), required=False)
    field_order = [
        "form", "kind", "language", "title_kk", "text_kk", "title_ru", "text_ru", "norms", "begins_on",
        "to_publish", "controller", "audience", "addressees", "others",
    ]  # fmt: skip
    field_of = {"controller_id": "controller"}

    def prepare(self) -> None:
        """People of the office; the draft as it was saved last."""
        super().prepare()
        choose(self, "controller", [("", gettext("Nobody named")), *self.own])
        if not self.is_bound:
            self.initial.update({**_first(self.record, dict(self.own)), **self.initial})

    def draft(self) -> services.Draft:
        """What was entered."""
        values = self.cleaned_data
        return services.Draft(
            form=values["form"],
            kind=values["kind"],
            language=values["language"],
            wording=self.wording(),
            audience=values["audience"],
            addressees=self.people() if values["audience"] == Audience.LISTED else (),
            controller_id=UUID(values["controller"]) if values["controller"] else None,
            norms=values["norms"].replace(",", " ").replace(";", " ").split(),
            begins_on=values["begins_on"],
            to_publish=values["to_publish"],
        )

    def wording(self) -> services.Wording:
        """The text as far as it is written."""
        return services.Wording(**{part: self.cleaned_data.get(part, "") for part in PARTS})


_SAME = ("form", "kind", "language", "begins_on", "to_publish", "audience")


def _first(order: Order, own: Container[str]) -> dict[str, Any]:
    """The values a draft begins with; `own` are the people that can be ticked, others stand by name."""
    if order._state.adding:
        return {"language": OrderLanguage.KK, "audience": Audience.OFFICE}
    last = latest(order)
    people = order.addressees.select_related("appointment__person")
    return {
        **{part: getattr(last, part) for part in PARTS},
        **{name: getattr(order, name) for name in _SAME},
        "norms": ", ".join(order.norms),
        "controller": str(order.controller_id or ""),
        "addressees": [str(row.appointment_id) for row in people if str(row.appointment_id) in own],
        "others": "\n".join(
            row.appointment.person.name for row in people if str(row.appointment_id) not in own
        ),
    }


class PublishForm(StepForm):
    """Where and when the order was published."""

    where = forms.CharField(
        label=_("Where"), max_length=300, help_text=_("The page of the service's site, or its address.")
    )
    published_on = DateField(label=_("Published on"))
    confirmed = forms.BooleanField(
        label=_("It does not show this personal data, or it may be published"), required=False
    )

    def prepare(self) -> None:
        """Today, unless another day is chosen; what looks like personal data, if anything does."""
        self.initial.setdefault("published_on", self.request.on)
        found = personal_data(self.record)
        if found:
            self.fields["confirmed"].help_text = gettext("Found: %(found)s.") % {"found": found}
        else:
            del self.fields["confirmed"]


class PaperForm(StepForm):
    """Whose signature on paper is recorded."""

    person = forms.ChoiceField(label=_("Who signed"))
    signed_on = DateField(label=_("Signed on"))

    def prepare(self) -> None:
        """Those who are not familiar yet and whom this office may record."""
        rows = self.record.addressees.filter(familiar_on__isnull=True)
        rows = rows.select_related("appointment__person", "appointment__office")
        own = self.request.actor.office_id
        if own != self.record.office_id:
            rows = rows.filter(appointment__office=own)
        people = [(str(row.appointment_id), row.appointment) for row in rows[: MOST_READERS + 1]]
        if len(people) > MOST_READERS:
            people.pop()
            self.fields["person"].help_text = _("The first %(most)s; the others follow as these sign.") % {
                "most": MOST_READERS
            }
        choose(self, "person", [(key, f"{held.person.short_name}") for key, held in people])
        self.initial.setdefault("signed_on", self.request.on)


class ControllerForm(StepForm):
    """Who watches the execution."""

    controller = forms.ChoiceField(label=_("Execution is watched by"))

    def prepare(self) -> None:
        """Everybody of the office."""
        choose(self, "controller", people_choices(self.record.office_id, self.request.on))
        self.initial.setdefault("controller", str(self.record.controller_id or ""))


class PointForm(StepForm):
    """A point under control."""

    what = long_text(_("What is to be done"), rows=3)
    executor = forms.ChoiceField(label=_("Executor"), required=False)
    other = forms.CharField(
        label=_("Or somebody of an office below"),
        required=False,
        max_length=200,
        help_text=_("Family name, given name, patronymic."),
    )
    due_on = DateField(
        label=_("Until (the last day)"),
        required=False,
        help_text=_("A day of rest moves to the next working day."),
    )
    days = forms.IntegerField(
        label=_("Or so many working days"),
        required=False,
        min_value=1,
        max_value=LONGEST,
        help_text=_("Today is counted."),
    )
    field_of = {"others": "other"}

    def prepare(self) -> None:
        """Everybody of the office."""
        people = people_choices(self.record.office_id, self.request.on)
        choose(self, "executor", [("", gettext("Choose from the list")), *people])

    def clean(self) -> dict[str, Any]:
        """One executor, from the list or by name."""
        super().clean()
        values = self.cleaned_data
        if bool(values.get("executor")) == bool(values.get("other")):
            self.add_error("executor", _("Choose one executor: from the list, or by name."))
        elif values.get("other"):
            with self.faults():
                (values["executor"],) = others(values["other"].replace("\n", " "), self.request.on)
        return values


class OpenPointForm(StepForm):
    """One of the points that are still open."""

    point = forms.ChoiceField(label=_("Point"))
    mine = False

    def prepare(self) -> None:
        """The open points; one's own only, or all."""
        rows = self.record.points.filter(done_on__isnull=True).order_by("no")
        if self.mine:
            rows = rows.filter(executor=self.request.actor.appointment_id)
        choose(self, "point", [(str(row.id), f"{row.no}. {row.what[:120]}") for row in rows])


class ProlongPointForm(OpenPointForm):
    """A later last day of a point, or so many working days more, and why."""

    until = DateField(label=_("Until (the last day)"), required=False)
    days = forms.IntegerField(
        label=_("Or by so many working days"),
        required=False,
        min_value=1,
        max_value=LONGEST,
        help_text=_("They are counted after the last day of the term."),
    )
    reason = long_text(_("Reason"), rows=3)


class CancelPointForm(OpenPointForm):
    """Which point loses its force, and why."""

    reason = long_text(_("Reason"), rows=3)


class ReportForm(OpenPointForm):
    """A report on one's own point."""

    mine = True
    words = long_text(_("What was done"), rows=6)


class CancelForm(ReasonForm):
    """Why the order ends, and by which order."""

    cancelling = OrderNumberField(
        label=_("By the order number"),
        required=False,
        help_text=_("If another order cancels it: its number."),
    )
    field_order = ["reason", "cancelling"]
