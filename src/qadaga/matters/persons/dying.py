"""A death is noted on the card of a person, for every register that names them; a wrong note is withdrawn.

Registers that watch somebody's life (custody, cases, treaties) note a death themselves. Here it is noted of
whoever else is named by an IIN: held liable, summoned, a debtor, a petitioner (O.7.1, O.8.1).
"""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga import authority
from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, NotFound
from qadaga.common.identifiers import parse_iin
from qadaga.common.text import clean
from qadaga.law.coverage import implements
from qadaga.law.model import Ruling
from qadaga.matters import change
from qadaga.matters.dates import within
from qadaga.matters.persons.models import Death, Person
from qadaga.matters.persons.selectors import Card
from qadaga.matters.persons.services import own
from qadaga.matters.persons.subject import CARD, KIND, NOTE_DEATH, WITHDRAW_DEATH


@implements("O.7.1", "O.8.1")
@transaction.atomic
def note_death(*, card: Card, version: int, died_on: date, paper: str, by: Actor, on: date) -> Death:
    """Note that the person of the card, as the actor read it, has died, and by which paper.

    Raises NotPermitted, Stale, AlreadyDone, InvalidInput (a day to come or before the birth, no paper).
    """
    ruling, person = _begin(card, NOTE_DEATH, version, by, on)
    noted = _number_seen(card)
    born = parse_iin(noted.iin).birth_date
    if Death.objects.filter(iin=noted.iin, withdrawn_on__isnull=True).exists():
        raise AlreadyDone()
    row = Death.objects.create(
        person=noted,
        iin=noted.iin,
        died_on=within("died_on", died_on, earliest=born, latest=on),
        paper=clean(paper, field="paper", max_length=300, required=True),
        noted_on=on,
        noted_by_id=by.appointment_id,
    )
    _done(person, row, NOTE_DEATH, ruling, by=by, on=on)
    return row


@implements("O.7.1")
@transaction.atomic
def withdraw_death(*, card: Card, version: int, death_id: UUID, reason: str, by: Actor, on: date) -> Death:
    """Withdraw a note that was wrong: nothing is barred by it any more; what it said is kept.

    Raises NotPermitted, NotFound where the card shows no such note, Stale, AlreadyDone, InvalidInput.
    """
    ruling, person = _begin(card, WITHDRAW_DEATH, version, by, on)
    row = Death.objects.select_for_update().filter(id=death_id).first()
    if row is None or row.id not in {one.id for one in card.deaths}:
        raise NotFound
    if row.withdrawn_on is not None:
        raise AlreadyDone()
    row.withdrawn_reason = clean(reason, field="reason", max_length=2000, multiline=True, required=True)
    row.withdrawn_on, row.withdrawn_by_id = on, by.appointment_id
    row.save(update_fields=["withdrawn_reason", "withdrawn_on", "withdrawn_by"])
    _done(person, row, WITHDRAW_DEATH, ruling, by=by, on=on)
    return row


def _begin(card: Card, power: str, version: int, by: Actor, on: date) -> tuple[Ruling, Person]:
    standing.hold(by)
    ruling = authority.require(by, power, CARD, on=on)
    person = Person.objects.select_for_update().get(id=own(card, by).id)
    change.expect(person, version)
    return ruling, person


def _number_seen(card: Card) -> Person:
    """The card whose number the actor has seen: of a person with two, nobody learns the other."""
    return next(person for person in (card.person, *card.merged) if person.iin in card.numbers)


def _done(person: Person, row: Death, power: str, ruling: Ruling, *, by: Actor, on: date) -> None:
    person.version += 1
    person.save(update_fields=["version"])
    change.write(
        office_id=by.office_id,
        power=power,
        subject=person,
        kind=KIND,
        by=by,
        on=on,
        ruling=ruling,
        data={"death": row.id, "died_on": row.died_on},
    )
