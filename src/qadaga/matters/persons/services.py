"""People are looked up by IIN, and two numbers of one person are merged and parted again (O.7.1, O.8.d5)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.common.identifiers import parse_iin
from qadaga.journal.reads import record_reads
from qadaga.law.coverage import implements
from qadaga.matters.merging import Merging
from qadaga.matters.persons import roles, selectors
from qadaga.matters.persons.models import Merge, Person
from qadaga.matters.persons.selectors import Card
from qadaga.matters.persons.subject import CARD, GATHER, KIND, MERGE, PART


def _any_two(_survivor: Person, _duplicate: Person) -> None:
    """A person has one number at most in law; that two stand in registers is what a merge is for."""


PERSONS: Merging[Person, Merge] = Merging(Person, Merge, KIND, CARD, MERGE, PART, _any_two)


@implements("O.7.1", "O.8.d5")
def look_up(*, iin: str, by: Actor, on: date, field: str = "iin") -> Card:
    """The card of the person with that number, as the actor sees it; that of the survivor where it is merged.
    Its lines are read once. The asking is journalled here; whoever shows the lines notes that (`note`).

    Raises NotPermitted; InvalidInput on the field for a number that is none, and with the same words whether
    nothing is known of the person or the actor may see nothing of it.
    """
    authority.admit(by, GATHER, CARD, on=on)
    number = parse_iin(iin, field=field).value
    # A card is made for any number, so that asking in vain is journalled as well.
    person, _new = Person.objects.select_related("merged_into").get_or_create(iin=number)
    found = person.merged_into or person
    record_reads(office_id=by.office_id, subjects=[(KIND, found.id)], by=by.journal(), on=on, action=GATHER)
    card = _seen(found, number, by, on)
    if card is None:
        raise InvalidInput.of(
            field, "unknown", N_("Nothing that you may read names a person with this IIN. Check the digits.")
        )
    return card


def _seen(found: Person, number: str, by: Actor, on: date) -> Card | None:
    try:
        card = selectors.seen(by, on, found.id)
    except NotFound:
        return None
    # A card tells the newest lines only: those of this number may stand behind those of another.
    return card if number in card.numbers or roles.read(by, on, [number]) else None


def own(card: Card, by: Actor) -> Card:
    """The card, if it is what this actor has read. Raises NotFound where somebody else did."""
    if card.reader != by.appointment_id:
        raise NotFound
    return card


@implements("O.7.1")
def merge(*, card: Card, iin: str, version: int, reason: str, by: Actor, on: date) -> Merge:
    """Decide that the other number is of the same person, whose card, as the actor read it, stands for both.

    Raises as `Merging.merge`, as `look_up` on `duplicate` for a number that names nobody the actor sees.
    """
    survivor = own(card, by).id
    authority.admit(by, MERGE, CARD, on=on)
    # The look-up is a reading: it is journalled on its own, not in the transaction of the decision.
    other = look_up(iin=iin, by=by, on=on, field="duplicate")
    with transaction.atomic():
        return PERSONS.merge(
            survivor_id=survivor, duplicate_id=other.id, version=version, reason=reason, by=by, on=on
        )


@implements("O.7.1")
@transaction.atomic
def part(*, card: Card, merge_id: UUID, version: int, reason: str, by: Actor, on: date) -> Merge:
    """Undo a merge of the card, as the actor read it: both cards stand again with what names them.

    Raises NotFound where the card shows no such merge; AlreadyDone.
    """
    person_id = own(card, by).id
    authority.admit(by, PART, CARD, on=on)
    undone = Merge.objects.filter(id=merge_id, survivor=person_id, undone_on__isnull=False)
    if merge_id not in {row.id for row in card.merges} and not undone.exists():
        raise NotFound
    return PERSONS.part(merge_id=merge_id, version=version, reason=reason, by=by, on=on)
