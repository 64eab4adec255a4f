"""Steps on the card of a person: merge, part, note a death, withdraw the note."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone
from qadaga.law.model import Subject
from qadaga.matters.persons import dying, selectors, services
from qadaga.matters.persons.selectors import Card
from qadaga.matters.persons.subject import CARD, KIND, MERGE, NOTE_DEATH, PART, WITHDRAW_DEATH
from qadaga.web.persons import forms
from qadaga.web.steps import Desk, Step, ruled_by
from qadaga.web.views import StaffRequest


def _find(request: StaffRequest, pk: UUID) -> Card:
    return selectors.read_card(request.actor, request.on, pk)


def _subject(_card: Card, _actor: Actor, _on: object) -> Subject:
    return CARD


def _merge(card: Card, form: forms.MergeForm, _request: StaffRequest) -> None:
    services.merge(card=card, **form.picked("iin", "reason"), **form.stamp)


def _part(card: Card, form: forms.PartForm, _request: StaffRequest) -> None:
    merge_id = UUID(form.cleaned_data["merge"])
    services.part(card=card, merge_id=merge_id, **form.picked("reason"), **form.stamp)


def _note_death(card: Card, form: forms.DeathForm, _request: StaffRequest) -> None:
    dying.note_death(card=card, **form.picked("died_on", "paper"), **form.stamp)


def _withdraw_death(card: Card, form: forms.WithdrawnForm, _request: StaffRequest) -> None:
    if card.death is None:
        raise AlreadyDone()
    dying.withdraw_death(card=card, death_id=card.death.id, **form.picked("reason"), **form.stamp)


STEPS: dict[str, Step[Card]] = {
    "merge": Step(
        MERGE,
        forms.MergeForm,
        _merge,
        label=_("Merge with another IIN"),
        text=_("This card stands for both. Nothing is rewritten: parting them restores everything."),
    ),
    "part": Step(PART, forms.PartForm, _part, label=_("Part a merged IIN")),
    "death": Step(
        NOTE_DEATH,
        forms.DeathForm,
        _note_death,
        label=_("Note a death"),
        text=_("No register decides anything more against the person; what restores rights goes on."),
    ),
    "death-withdrawal": Step(
        WITHDRAW_DEATH,
        forms.WithdrawnForm,
        _withdraw_death,
        label=_("Withdraw the note of a death"),
        text=_("Measures are possible again; the note and its withdrawal stay on the card."),
    ),
}
DESK: Desk[Card] = Desk(
    kind=KIND,
    find=_find,
    name=lambda _card: str(_("The person")),
    card_url=lambda card: reverse("persons:card", args=[card.id]),
    ruling=ruled_by(_subject),
    steps=STEPS,
)
