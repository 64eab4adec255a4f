"""Forms of requests, parts, their documents."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qadaga.treaties import selectors, services
from qadaga.treaties.choices import Decision, PaperLanguage, Reply, RequestKind, Way
from qadaga.treaties.models import Paper
from qadaga.web.acts.term_steps import ProlongTermForm
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.names import language
from qadaga.web.orders.people import named
from qadaga.web.places import offer_places
from qadaga.web.steps import StepForm

UNVERIFIED = _("Calendar days; the figure is not verified.")


def days_field(days: int, help_text: Any = UNVERIFIED) -> forms.IntegerField:
    """In how many days; the author may set another length."""
    return forms.IntegerField(
        label=_("Term, days"), min_value=1, max_value=730, initial=days, help_text=help_text
    )


def treaty_choices() -> list[tuple[str, str]]:
    """Treaties in force as a choice."""
    return [
        (str(row.id), f"{row.title(language())} ({row.partner})") for row in selectors.treaties_in_force()
    ]


class RequestForm(StepForm):
    """A request as it is entered."""

    way = forms.ChoiceField(label=_("Which way"), choices=Way.choices)
    kind = forms.ChoiceField(label=_("What is asked"), choices=RequestKind.choices)
    country = forms.CharField(label=_("Country"), max_length=100)
    foreign_body = forms.CharField(label=_("Body of that country"), max_length=300)
    foreign_no = forms.CharField(
        label=_("Its number and date"),
        max_length=100,
        required=False,
        help_text=_("Needed for what came from abroad."),
    )
    person = forms.CharField(label=_("About whom"), max_length=300)
    iin = forms.CharField(label=_("IIN"), max_length=20, required=False, help_text=_("12 digits, if known."))
    asked = long_text(_("What exactly is asked"), rows=5)
    treaty = forms.ChoiceField(
        label=_("By which treaty"), required=False, help_text=_("Empty where it rests on reciprocity.")
    )
    days = days_field(30, _("Of what came from abroad; the figure is not verified."))

    def prepare(self) -> None:
        """Treaties in force; what is there already."""
        choose(self, "treaty", [("", gettext("None: reciprocity")), *treaty_choices()])
        self.initial.setdefault("way", self.record.way)
        if self.record.version:
            del self.fields["days"]
            for name in ("way", "kind", "country", "foreign_body", "foreign_no", "person", "iin", "asked"):
                self.initial.setdefault(name, getattr(self.record, name))
            self.initial.setdefault("treaty", str(self.record.treaty_id or ""))

    def entered(self) -> services.Asked:
        """What was entered."""
        values = self.cleaned_data
        names = ("way", "kind", "country", "foreign_body", "foreign_no", "person", "iin", "asked")
        treaty = UUID(values["treaty"]) if values["treaty"] else None
        given = {name: values[name] for name in names}
        return services.Asked(treaty_id=treaty, days=values.get("days") or 30, **given)


class PassForm(StepForm):
    """Which office carries out what, until when."""

    office = forms.ChoiceField(
        label=_("Office"),
        help_text=_("The own office, and those that an order has passed the power to (Offices → Powers)."),
    )
    task = long_text(_("What this office does"), rows=4)
    kato = forms.ChoiceField(label=_("Where (KATO)"), required=False)
    days = days_field(20)

    def prepare(self) -> None:
        """Offices that hold the power today."""
        rows = selectors.executors(self.record, self.request.on)
        choose(self, "office", [(str(row.id), row.name_in(language())) for row in rows])
        offer_places(self, anywhere=gettext("No one place"), own=False)

    def passed(self) -> services.Passed:
        """What was entered."""
        values = self.cleaned_data
        return services.Passed(UUID(values["office"]), values["task"], values["days"], values["kato"] or None)


class DecideForm(StepForm):
    """The decision, with its reasons."""

    decision = forms.ChoiceField(label=_("Decision"), choices=Decision.choices)
    reasons = long_text(_("Reasons"), rows=6)


class SendForm(StepForm):
    """Number and day of sending, how long the reply is awaited."""

    sent_no = forms.CharField(label=_("Number of the letter"), max_length=100)
    sent_on = DateField(label=_("Sent on"))
    days = days_field(90)


class AnswerForm(StepForm):
    """What was answered."""

    answer = long_text(_("What was answered"), rows=5)
    answer_no = forms.CharField(label=_("Number of the letter"), max_length=100)
    answered_on = DateField(label=_("Day of the letter"))

    def answered(self) -> services.Answered:
        """What was entered."""
        values = self.cleaned_data
        return services.Answered(values["answer"], values["answer_no"], values["answered_on"])


class ReplyForm(AnswerForm):
    """What the foreign body replied."""

    reply = forms.ChoiceField(label=_("Outcome"), choices=Reply.choices)
    field_order = ["reply"]

    def prepare(self) -> None:
        """The words of a reply."""
        self.fields["answer"].label = _("What was replied")


class DeathForm(StepForm):
    """When whom the request is about died."""

    died_on = DateField(label=_("Day of death"))


class GiveForm(StepForm):
    """Which officer carries the part out."""

    officer = forms.ChoiceField(label=_("Officer"))

    def prepare(self) -> None:
        """Officers of the office."""
        rows = selectors.officers(self.record.office_id, self.request.on)
        choose(self, "officer", [(str(held.id), named(held)) for held in rows])


class CompleteForm(StepForm):
    """What was done."""

    outcome = long_text(_("What was done and received"), rows=6)


class PaperForm(StepForm):
    """A document, or the translation of one."""

    file = forms.FileField(label=_("File"))
    title = forms.CharField(label=_("What it is"), max_length=300)
    language = forms.ChoiceField(label=_("Language"), choices=PaperLanguage.choices)
    original = forms.ChoiceField(
        label=_("Translation of"), required=False, help_text=_("Leave empty for a document itself.")
    )
    translator = forms.CharField(label=_("Who translated"), max_length=300, required=False)
    translated_on = DateField(label=_("Translated on"), required=False)
    certified_by = forms.CharField(label=_("Who certified"), max_length=300, required=False)
    certified_on = DateField(label=_("Certified on"), required=False)

    def prepare(self) -> None:
        """The documents of the record that are no translations."""
        of = {self.record._meta.model_name: self.record.id}
        rows = Paper.objects.filter(original=None, **of).order_by("id")
        originals = [(str(row.id), f"{row.title} ({row.get_language_display()})") for row in rows]
        choose(self, "original", [("", gettext("None: it is the document itself")), *originals])

    def clean(self) -> dict[str, Any]:
        """A translation says who translated it when."""
        values = super().clean() or self.cleaned_data
        if values.get("original") and not self.errors:
            for name in ("translator", "translated_on"):
                if not values.get(name):
                    self.add_error(name, _("Needed for a translation."))
        return values

    def added(self) -> services.Added:
        """What was entered."""
        values = self.cleaned_data
        file = self.stored()
        assert file is not None  # the field is required
        translated = self._translated(values) if values["original"] else None
        return services.Added(file, values["title"], values["language"], translated)

    def _translated(self, values: dict[str, Any]) -> services.Translated:
        made: date = values["translated_on"]
        return services.Translated(
            UUID(values["original"]),
            values["translator"],
            made,
            values["certified_by"],
            values["certified_on"],
        )


class RequestTermForm(ProlongTermForm):
    """Until when a request is answered, or its reply awaited."""

    kind = "treaty_request"


class PartTermForm(ProlongTermForm):
    """Until when a part is carried out."""

    kind = "treaty_part"
