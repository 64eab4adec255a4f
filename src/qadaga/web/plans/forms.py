"""Forms of plans of work."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.coordination.plans import selectors, services
from qadaga.coordination.plans.choices import PlanKind, PlanPeriod
from qadaga.matters.models import Body
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.names import language
from qadaga.web.orders.people import others, people_choices
from qadaga.web.steps import StepForm


class DraftForm(StepForm):
    """Whose plan, for which period."""

    kind = forms.ChoiceField(label=_("Whose plan"), choices=PlanKind.choices)
    person = forms.ChoiceField(label=_("Whose, for a plan of a person"), required=False)
    period = forms.ChoiceField(label=_("Period"), choices=PlanPeriod.choices)
    starts_on = DateField(label=_("First day of the period"))
    title = forms.CharField(label=_("What the plan is called"), max_length=300)

    def prepare(self) -> None:
        """Everybody of the office; the quarter of today."""
        choose(
            self,
            "person",
            [("", "—"), *people_choices(self.request.actor.office_id, self.request.on)],
        )
        on = self.request.on
        self.initial.setdefault("starts_on", on.replace(month=(on.month - 1) // 3 * 3 + 1, day=1))

    def drafted(self) -> services.Drafted:
        """What was entered."""
        values = self.cleaned_data
        person = UUID(values["person"]) if values["person"] else None
        return services.Drafted(
            values["kind"], values["period"], values["starts_on"], values["title"], person
        )


class ItemForm(StepForm):
    """A measure of a plan."""

    direction = forms.ChoiceField(label=_("Direction"), required=False)
    what = long_text(_("What is to be done"), rows=3)
    norm = forms.CharField(
        label=_("On which norm"),
        max_length=500,
        help_text=_("Tasks and powers follow from norms only (O.9)."),
    )
    executor = forms.ChoiceField(label=_("Who carries it out"), required=False)
    other = forms.CharField(
        label=_("Or somebody of an office below"),
        required=False,
        max_length=200,
        help_text=_("Family name, given name, patronymic."),
    )
    body = forms.ChoiceField(label=_("Or a body"), required=False)
    due_on = DateField(label=_("Last day of the term"))

    def prepare(self) -> None:
        """Directions of the law, people of the office, bodies of the council."""
        named = [(key, title.get(language())) for key, title in selectors.directions(self.request.on)]
        choose(self, "direction", [("", "—"), *named])
        choose(self, "executor", [("", "—"), *people_choices(self.record.office_id, self.request.on)])
        if self.record.council_id is None:
            del self.fields["body"]
            return
        rows = Body.objects.filter(
            id__in=self.record.council.members.filter(until__isnull=True).values("body")
        ).order_by("sort_key")
        choose(self, "body", [("", "—"), *((str(one.id), one.name(language())) for one in rows)])

    def measure(self) -> services.Measure:
        """What was entered. Raises InvalidInput on a name that nobody bears."""
        values = self.cleaned_data
        executor = UUID(values["executor"]) if values["executor"] else None
        if values["other"]:
            executor = others(values["other"], self.request.on, "other")[0]
        body = Body.objects.filter(id=values["body"]).first() if values.get("body") else None
        return services.Measure(
            values["what"], values["norm"], values["due_on"], values["direction"], executor, body
        )


class ReportForm(StepForm):
    """What came of a measure."""

    item = forms.ChoiceField(label=_("Item of the plan"))
    result = long_text(_("With what result"), rows=4)

    def prepare(self) -> None:
        """Items not done yet."""
        choose(self, "item", _open_items(self))


def _open_items(form: StepForm) -> list[tuple[str, str]]:
    rows = form.record.items.filter(done_on__isnull=True, dropped_on__isnull=True).order_by("no")
    return [(str(one.id), str(one)[:200]) for one in rows]


class RemoveForm(StepForm):
    """Which item is taken out of a draft."""

    item = forms.ChoiceField(label=_("Item of the plan"))

    def prepare(self) -> None:
        """Items of the draft."""
        choose(self, "item", _open_items(self))


class DropForm(RemoveForm):
    """Which item is given up, and why."""

    reason = long_text(_("Why"), rows=3)


class PostponeForm(DropForm):
    """Until when an item is put off, and why."""

    until = DateField(label=_("New last day"))
    field_order = ["item", "until", "reason"]
