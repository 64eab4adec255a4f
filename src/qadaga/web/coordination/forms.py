"""Forms of councils, sessions and decisions."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.acts.choices import Language
from qadaga.coordination import selectors, services
from qadaga.coordination.choices import ItemStatus, Organ
from qadaga.matters.models import Body
from qadaga.web.bodies import BodyForm
from qadaga.web.forms import DateField, MomentField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.names import language
from qadaga.web.orders.fields import OrderField
from qadaga.web.orders.people import others, people_choices
from qadaga.web.steps import StepForm


class CouncilForm(StepForm):
    """What the council rests on."""

    basis = forms.CharField(
        label=_("What it rests on"), max_length=500, help_text=_("The order or joint decision, its number.")
    )
    formed_on = DateField(label=_("Works since"))

    def prepare(self) -> None:
        """From today on, as a rule."""
        self.initial.setdefault("formed_on", self.request.on)


class SeatForm(BodyForm):
    """A body and its head who sits in the council."""

    name = forms.CharField(label=_("Name of its head"), max_length=300)
    post = forms.CharField(label=_("Post"), max_length=300)
    since = DateField(label=_("From"))
    field_order = ["known_body", "body_bin", "body_name_ru", "body_name_kk", "body_kind", "name", "post"]
    field_of = {**BodyForm.field_of, "body": "known_body"}

    def prepare(self) -> None:
        """Bodies of law enforcement of the register."""
        self.offer(Body.objects.filter(kind="law_enforcement").order_by("sort_key")[:50])
        self.initial.setdefault("since", self.request.on)

    def seat(self) -> services.Seat:
        """What was entered."""
        body = self.body()
        assert body is not None  # a body is needed, and the form has said so
        return services.Seat(body, self.cleaned_data["name"], self.cleaned_data["post"])


class ReleaseForm(StepForm):
    """Which member leaves, from when."""

    member = forms.ChoiceField(label=_("Member"))
    until = DateField(label=_("First day without"))

    def prepare(self) -> None:
        """Who sits now."""
        rows = [one for one in selectors.members_of(self.record) if one.until is None]
        choose(self, "member", [(str(one.id), f"{one.body.name(language())}: {one.name}") for one in rows])


class EndForm(StepForm):
    """The last day of the council."""

    ended_on = DateField(label=_("First day without it"))


class PlanForm(StepForm):
    """What a session is about, when and where."""

    title = forms.CharField(label=_("Subject"), max_length=300)
    starts_at = MomentField(label=_("Day and hour"))
    place = forms.CharField(label=_("Venue"), max_length=300)

    def prepare(self) -> None:
        """What is set already."""
        for name in ("title", "starts_at", "place"):
            if getattr(self.record, name, None):
                self.initial.setdefault(name, getattr(self.record, name))

    def planned(self) -> services.Planned:
        """What was entered."""
        values = self.cleaned_data
        return services.Planned(values["title"], values["starts_at"], values["place"])


class NewSessionForm(PlanForm):
    """Whose session, and what it is about."""

    organ = forms.ChoiceField(label=_("Whose session"), choices=Organ.choices)
    field_order = ["organ", "title", "starts_at", "place"]


class ProposeForm(StepForm):
    """An item for the agenda."""

    topic = forms.CharField(label=_("Item of the agenda"), max_length=500)
    reporter = forms.CharField(label=_("Who reports"), max_length=300, required=False)
    violation = forms.BooleanField(
        label=_("About a violation of law"),
        required=False,
        help_text=_("The official who broke the law is called to it (L.1.11)."),
    )


class ItemForm(StepForm):
    """One item of the agenda; `among` says which of them may be chosen."""

    among: tuple[str, ...] = (ItemStatus.PROPOSED,)
    violations = False
    item = forms.ChoiceField(label=_("Item of the agenda"))

    def prepare(self) -> None:
        """Items of the session in question."""
        rows = self.record.items.filter(status__in=self.among).order_by("no")
        if self.violations:
            rows = rows.filter(violation=True)
        choose(self, "item", [(str(one.id), str(one)) for one in rows])

    @property
    def item_id(self) -> UUID:
        """The item chosen."""
        return UUID(self.cleaned_data["item"])


class DeclineForm(ItemForm):
    """Which item is left out, and why."""

    reason = long_text(_("Reason"), rows=3)


class OfficialForm(ItemForm):
    """An official who broke the law, called to the item about it."""

    among = (ItemStatus.PROPOSED, ItemStatus.ADMITTED)
    violations = True
    name = forms.CharField(label=_("Name"), max_length=300)
    post = forms.CharField(label=_("Post and body"), max_length=300)
    wrong = long_text(_("Which norm was broken, and how"), rows=3)

    def invited(self) -> services.Invited:
        """What was entered."""
        values = self.cleaned_data
        return services.Invited(values["name"], values["post"], item_id=self.item_id, wrong=values["wrong"])


class GuestForm(StepForm):
    """Somebody invited."""

    name = forms.CharField(label=_("Name"), max_length=300)
    post = forms.CharField(label=_("Post and body"), max_length=300)

    def invited(self) -> services.Invited:
        """What was entered."""
        return services.Invited(self.cleaned_data["name"], self.cleaned_data["post"])


class _PeopleForm(StepForm):
    people = forms.MultipleChoiceField(label=_("Who"), required=False, widget=forms.CheckboxSelectMultiple)

    def prepare(self) -> None:
        """Everybody of the session."""
        self.rows = list(self.record.people.order_by("role", "id"))
        choose(
            self,
            "people",
            [(str(one.id), f"{one.name}, {one.post} ({one.get_role_display()})") for one in self.rows],
        )

    def chosen(self) -> list[UUID]:
        """The people ticked."""
        return [UUID(one) for one in self.cleaned_data["people"]]


class TellForm(_PeopleForm):
    """Who was told of the session, when, by which proof."""

    told_on = DateField(label=_("Told on"))
    told_how = forms.CharField(
        label=_("How, and the proof"), max_length=300, help_text=_("For example: by courier, receipt No. 15.")
    )
    field_order = ["people", "told_on", "told_how"]

    def prepare(self) -> None:
        """Those who were not told are ticked."""
        super().prepare()
        self.initial.setdefault("people", [str(one.id) for one in self.rows if one.told_on is None])
        self.initial.setdefault("told_on", self.request.on)


class AttendanceForm(_PeopleForm):
    """Who was there."""

    field_of = {"present": "people"}

    def prepare(self) -> None:
        """As recorded so far."""
        super().prepare()
        self.initial.setdefault("people", [str(one.id) for one in self.rows if one.present])


class HearForm(ItemForm):
    """What was heard on an item."""

    among = (ItemStatus.ADMITTED,)
    heard = long_text(_("What was heard"), rows=8)


class DecideForm(ItemForm):
    """A decision, who carries it out, until when."""

    among = (ItemStatus.ADMITTED,)
    text = long_text(_("What was decided"), rows=4)
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
        """People of the office; bodies of the session."""
        super().prepare()
        people = people_choices(self.record.office_id, self.request.on)
        choose(self, "executor", [("", "—"), *people])
        rows = Body.objects.filter(selectors.bodies_of(self.record)).order_by("sort_key")
        choose(self, "body", [("", "—"), *((str(one.id), one.name(language())) for one in rows)])

    def decided(self) -> services.Decided:
        """What was entered. Raises InvalidInput on a name that nobody bears."""
        values = self.cleaned_data
        executor = UUID(values["executor"]) if values["executor"] else None
        if values["other"]:
            executor = others(values["other"], self.request.on, "other")[0]
        body = Body.objects.filter(id=values["body"]).first() if values["body"] else None
        return services.Decided(self.item_id, values["text"], values["due_on"], executor, body)


class SignForm(StepForm):
    """The language of the minutes."""

    language = forms.ChoiceField(label=_("Language of the paper"), choices=Language.choices)

    def prepare(self) -> None:
        """The reader's own."""
        self.initial.setdefault("language", "kk" if language() == "kk" else "ru")


class CarryOutForm(StepForm):
    """The order that carries decisions out."""

    decisions = forms.MultipleChoiceField(label=_("Decisions"), widget=forms.CheckboxSelectMultiple)
    order = OrderField(help_text=_("A signed order on the collegium, of this office or of one above (O.4)."))

    def prepare(self) -> None:
        """Decisions without an order; orders on the collegium."""
        rows = self.record.decisions.filter(order__isnull=True).order_by("no")
        choose(self, "decisions", [(str(one.id), f"{one.no}. {one.text[:120]}") for one in rows])
        field = self.fields["order"]
        assert isinstance(field, OrderField)
        field.offer(kind="collegium", office=self.record.office, on=self.request.on)


class RespondForm(ItemForm):
    """The act that answers a violation."""

    among = (ItemStatus.ADMITTED,)
    violations = True
    act = forms.ChoiceField(label=_("Act"))
    norm = forms.CharField(label=_("Norm violated"), max_length=500)

    def prepare(self) -> None:
        """Acts of the office."""
        super().prepare()
        rows = selectors.acts_to_note(self.record, self.request.actor, self.request.on)
        choose(self, "act", [(str(one.id), f"{one.number_text or '—'} {one.heading}") for one in rows])
