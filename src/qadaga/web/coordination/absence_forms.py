"""Forms of an absence: was there a good reason, and what follows."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.coordination.choices import Following
from qadaga.coordination.models import Participant
from qadaga.coordination.quorum import figures
from qadaga.coordination.services.absence import Followed, later_items
from qadaga.matters.choices import BodyKind
from qadaga.matters.models import Body
from qadaga.web.bodies import BodyForm
from qadaga.web.components import date_text
from qadaga.web.forms import choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.steps import StepForm

# Whom a notice about an official mostly goes to.
HIGHER = (BodyKind.GOVERNMENT, BodyKind.CENTRAL, BodyKind.EXECUTIVE, BodyKind.LAW_ENFORCEMENT)


def _named(one: Participant) -> tuple[str, str]:
    return str(one.id), f"{one.name}, {one.post} ({one.get_role_display()})"


class ExcuseForm(StepForm):
    """Who did not come; whether there was a good reason, and which."""

    person = forms.ChoiceField(label=_("Who did not come"))
    excused = forms.ChoiceField(
        label=_("Reason"), choices=[("no", _("Without a good reason")), ("yes", _("With a good reason"))]
    )
    why = long_text(_("What is known of the reason"), rows=3, required=False)

    def prepare(self) -> None:
        """Those who were not there; officials first."""
        rows = self.record.people.filter(present=False).order_by("-role", "id")
        choose(self, "person", [_named(one) for one in rows])

    def given(self) -> dict[str, Any]:
        """What the service takes."""
        values = self.cleaned_data
        excused = values["excused"] == "yes"
        return {"person_id": UUID(values["person"]), "excused": excused, "why": values["why"]}


class FollowForm(BodyForm):
    """What follows: called again, a notice to the higher body, or a decision of the head."""

    person = forms.ChoiceField(label=_("Who did not come"))
    kind = forms.ChoiceField(label=_("What follows"))
    item = forms.ChoiceField(label=_("Called again: to which item of a sitting to come"), required=False)
    paper = forms.CharField(label=_("Notice: its number and day"), required=False, max_length=300)
    text = long_text(_("What was decided or written"), rows=3, required=False)
    field_order = [
        *("person", "kind", "item", "known_body", "body_bin", "body_name_ru", "body_name_kk", "body_kind"),
        *("paper", "text"),
    ]
    field_of = {**BodyForm.field_of, "body": "body_name_ru"}
    body_needed = False

    def prepare(self) -> None:
        """Who was absent without a good reason; sittings to come; bodies of state power."""
        rows = list(self.record.people.filter(excused=False).order_by("-role", "id"))
        choose(self, "person", [_named(one) for one in rows])
        allowed = {kind for one in rows for kind in figures().absence[one.role]}
        choose(self, "kind", [(one.value, one.label) for one in Following if one in allowed])
        items = [
            (str(one.id), f"{date_text(one.session.starts_on)}: {one}"[:200])
            for one in later_items(self.record)[:50]
        ]
        choose(self, "item", [("", "—"), *items])
        self.offer(Body.objects.filter(kind__in=HIGHER).order_by("sort_key")[:50])

    def given(self) -> dict[str, Any]:
        """What the service takes."""
        values = self.cleaned_data
        item = UUID(values["item"]) if values["item"] else None
        body = self.body() if values["kind"] == Following.NOTICE else None
        followed = Followed(values["kind"], item, body, values["paper"], values["text"])
        return {"person_id": UUID(values["person"]), "followed": followed}
