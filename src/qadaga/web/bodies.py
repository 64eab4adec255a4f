"""Choosing a supervised body in a form: one the matter already names, or another by BIN and name."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from qadaga.matters import services as matters
from qadaga.matters.choices import BodyKind
from qadaga.matters.models import Body, Matter
from qadaga.web.forms import choose
from qadaga.web.steps import StepForm

# A list that a person looks through: the bodies of the newest records, no more than fit into it.
_NEWEST, _MOST = 200, 50
# The style sheet hides these beside a chosen body. An empty field shows its blank placeholder: by that the
# style sheet knows that nothing was typed.
_ANOTHER = {"data-another-body": True, "placeholder": " "}


def bodies_named(rows: QuerySet[Any]) -> list[Body]:
    """The bodies that the newest of an office's records name in `body`, by name, at most fifty."""
    used = rows.order_by("-id").values("body")[:_NEWEST]
    return list(Body.objects.filter(id__in=used).order_by("name_ru")[:_MOST])


def bodies_of(matter: Matter) -> QuerySet[Body]:
    """The bodies that the matter names."""
    return Body.objects.filter(Q(id__in=matter.violations.values("violator_body")) | Q(id=matter.body_id))


class BodyForm(StepForm):
    """Adds the fields of a body; subclasses list them in `field_order` and call `offer` in `prepare`."""

    known_body = forms.ChoiceField(
        label=_("Body or organisation"), required=False, widget=forms.Select({"data-known-body": True})
    )
    body_bin = forms.CharField(
        label=_("BIN of another body"),
        required=False,
        max_length=20,
        help_text=_("12 digits, if known."),
        widget=forms.TextInput(_ANOTHER),
    )
    body_name_ru = forms.CharField(
        label=_("Its name in Russian"), required=False, max_length=300, widget=forms.TextInput(_ANOTHER)
    )
    body_name_kk = forms.CharField(
        label=_("Its name in Kazakh"), required=False, max_length=300, widget=forms.TextInput(_ANOTHER)
    )
    body_kind = forms.ChoiceField(
        label=_("Kind of body"),
        required=False,
        choices=BodyKind.choices,
        widget=forms.Select({"data-another-body": True}),
    )

    field_of = {
        "bin": "body_bin",
        "name_ru": "body_name_ru",
        "name_kk": "body_name_kk",
        "kind": "body_kind",
        "violator_name": "body_name_ru",
        "addressee": "known_body",
    }
    body_needed = True

    def offer(self, bodies: Iterable[Body], chosen: Body | None = None) -> None:
        """Let the person choose among the bodies, those of `bodies_of`; `chosen` stands there now."""
        language = get_language() or "ru"
        known = {body.id: body for body in ((chosen,) if chosen else ())} | {body.id: body for body in bodies}
        rows = [(str(body.id), body.name(language)) for body in known.values()]
        choices = [*rows, ("", _("Another one: fill in the fields below"))]
        choose(self, "known_body", choices)
        if rows and not self.is_bound:
            self.initial["known_body"] = str(chosen.id) if chosen else rows[0][0]

    def clean(self) -> dict[str, Any]:
        """A body that is needed is chosen or named."""
        values = super().clean() or self.cleaned_data
        chosen = values.get("known_body") or values.get("body_name_ru")
        if self.body_needed and not chosen and not self.errors:
            self.add_error("body_name_ru", _("Choose a body above, or give the name of another one here."))
        return values

    def body(self) -> Body | None:
        """The body just named, found by its BIN or entered in the register, or else the chosen one.

        Whoever types a name means it, also where a body is still chosen above it.
        """
        values = self.cleaned_data
        if not values.get("body_name_ru"):
            chosen = values.get("known_body")
            return Body.objects.get(pk=chosen) if chosen else None
        return matters.register_body(
            kind=values["body_kind"],
            name_ru=values["body_name_ru"],
            name_kk=values["body_name_kk"],
            bin=values["body_bin"],
        )
