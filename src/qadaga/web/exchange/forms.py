"""Forms of the exchange of information."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.coordination.exchange import services
from qadaga.coordination.exchange.choices import Way, What
from qadaga.coordination.exchange.models import Exchange
from qadaga.matters.models import Matter
from qadaga.web.bodies import BodyForm, bodies_named
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.steps import StepForm


class ExchangeForm(BodyForm):
    """A request or notice, sent or received."""

    way = forms.ChoiceField(label=_("Which way"), choices=Way.choices)
    what = forms.ChoiceField(label=_("Kind"), choices=What.choices)
    title = forms.CharField(label=_("About what"), max_length=300)
    ground = forms.CharField(
        label=_("On which norm"), max_length=500, help_text=_("The law or agreement on the exchange.")
    )
    text = long_text(_("What is asked or told"), rows=5)
    on = DateField(label=_("Sent or received on"))
    due_on = DateField(label=_("Last day of the reply"), required=False, help_text=_("Needed for a request."))
    reference = forms.CharField(label=_("Number of the other side"), max_length=100, required=False)
    council = forms.BooleanField(label=_("Through the coordination council"), required=False)
    matter = forms.ChoiceField(label=_("Matter"), required=False)
    secret = forms.BooleanField(
        label=_("It holds a state secret"),
        required=False,
        help_text=_("Such information is exchanged on paper only (O.8.d5)."),
    )
    field_order = ["way", "what", "known_body", "body_name_ru", "body_name_kk", "body_kind", "body_bin"]

    def prepare(self) -> None:
        """Matters that the office works on."""
        self.offer(bodies_named(Exchange.objects.filter(office=self.record.office_id)))
        self.initial.setdefault("on", self.request.on)
        rows = Matter.objects.filter(holder=self.record.office_id).exclude(status="closed")
        named = [(str(row.id), f"{row.number_text} {row.title}") for row in rows.order_by("-id")[:100]]
        choose(self, "matter", [("", "—"), *named])

    def exchanged(self) -> services.Exchanged:
        """What was entered."""
        values, body = self.cleaned_data, self.body()
        assert body is not None  # a body is needed, and the form has said so
        names = ("way", "what", "title", "ground", "text", "on", "due_on", "reference", "council", "secret")
        said = {name: values[name] for name in names}
        matter = UUID(values["matter"]) if values["matter"] else None
        return services.Exchanged(body=body, matter_id=matter, **said)


class ReplyForm(StepForm):
    """What was answered."""

    replied_on = DateField(label=_("Replied on"))
    reply = long_text(_("What was answered"), rows=5)
