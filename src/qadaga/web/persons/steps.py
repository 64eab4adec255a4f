"""Steps on the card of a person: merge, part."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.persons import selectors, services
from qadaga.matters.persons.selectors import Card
from qadaga.matters.persons.subject import CARD, KIND, MERGE, PART
from qadaga.web.persons import forms
from qadaga.web.steps import Desk, Step, ruled_by
from qadaga.web.views import StaffRequest


def _find(request: StaffRequest, pk: UUID) -> Card:
    return selectors.read_card(request.actor, request.on, pk)


def _subject(_card: Card, _actor: Actor, _on: object) -> Subject:
    return CARD


def _merge(card: Card, form: forms.MergeForm, _request: StaffRequest) -> None:
    services.merge(survivor_id=card.id, **form.picked("iin", "reason"), **form.stamp)


def _part(card: Card, form: forms.PartForm, _request: StaffRequest) -> None:
    merge_id = UUID(form.cleaned_data["merge"])
    services.part(person_id=card.id, merge_id=merge_id, **form.picked("reason"), **form.stamp)


STEPS: dict[str, Step[Card]] = {
    "merge": Step(
        MERGE,
        forms.MergeForm,
        _merge,
        label=_("Merge with another IIN"),
        text=_("This card stands for both. Nothing is rewritten: parting them restores everything."),
    ),
    "part": Step(PART, forms.PartForm, _part, label=_("Part a merged IIN")),
}
DESK: Desk[Card] = Desk(
    kind=KIND,
    find=_find,
    name=lambda _card: str(_("The person")),
    card_url=lambda card: reverse("persons:card", args=[card.id]),
    ruling=ruled_by(_subject),
    steps=STEPS,
)
