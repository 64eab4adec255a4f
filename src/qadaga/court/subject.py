"""What the law kernel is told about a case in court or a judicial act under study."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from qadaga.authority.actor import Actor
from qadaga.court.choices import CaseKind
from qadaga.court.models import Case, Conflict, Review
from qadaga.law.model import Subject
from qadaga.matters.subject import barred, once, path_of

Card = Case | Review


def owner(card: Card) -> dict[str, Card]:
    """The keys by which what hangs on the card names it."""
    return {"case": card} if isinstance(card, Case) else {"review": card}


def bars(card: Card, person_id: UUID, on: date) -> frozenset[str]:
    """What bars the person from the case: a conflict declared in it, and what bars from its matter."""

    def ask() -> frozenset[str]:
        own = frozenset({"conflict"} if not card._state.adding and _declared(card, person_id) else ())
        return own | (barred(card.matter, person_id, on) if card.matter else frozenset())

    return once(card, ("bars", person_id, on), ask)


def _declared(card: Card, person_id: UUID) -> bool:
    known: tuple[UUID, bool] | None = card.__dict__.get("_declared")
    if known is not None and known[0] == person_id:
        return known[1]
    return Conflict.objects.filter(**owner(card), person=person_id).exists()


def know_declared(card: Card, person_id: UUID) -> None:
    """Keep what the statement that read the card found of the person (`declared`)."""
    card.__dict__["_declared"] = (person_id, bool(card.__dict__["declared"]))


def subject_of(card: Card, actor: Actor, on: date, *, power: str = "", marks: Iterable[str] = ()) -> Subject:
    """The card as the law sees it: a criminal or another case, a judicial act, or a petition about one.

    Marks: "mine" (named for it), "conflict", "complained_of", "own_head", "act_not_in_force".
    """
    extra = {"mine"} if card.officer_id == actor.appointment_id else set()
    if isinstance(card, Review) and (card.in_force_on is None or card.in_force_on > on):
        extra.add("act_not_in_force")
    return Subject(
        kind=_kind(card, power),
        office=card.office.code,
        path=path_of(card.office, actor, on),
        territory=card.kato,
        sphere=card.sphere,
        status=card.status,
        direction=_direction(card),
        marks=bars(card, actor.person_id, on) | extra | frozenset(marks),
    )


def _kind(card: Card, power: str) -> str:
    if isinstance(card, Review):
        return "petition" if power == "judicial.consider_petition" else "judicial_act"
    return "criminal_case" if card.kind == CaseKind.CRIMINAL else "court_case"


def _direction(card: Card) -> str:
    if isinstance(card, Review):
        return "judicial_acts"
    return "prosecution" if card.kind == CaseKind.CRIMINAL else "court"
