"""Opening the card of a person: who is within reach, who may read the personal file, and the note of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.authority.errors import NotPermitted
from qadaga.authority.scope import scope_of
from qadaga.common.errors import NotFound
from qadaga.journal.reads import record_reads
from qadaga.law.model import Ruling
from qadaga.organisation import subjects
from qadaga.organisation.personnel.subjects import service_of
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment, Person


@dataclass(frozen=True, slots=True)
class Card:
    """A person with every post held, the one held now, and the ruling on the personal file."""

    person: Person
    posts: Sequence[Appointment]
    held: Appointment | None
    ruling: Ruling

    @property
    def personal(self) -> bool:
        """Whether number, birth date, absences and readings may be shown."""
        return self.ruling.allowed


def open_card(*, by: Actor, on: date, person_id: UUID) -> Card:
    """The card; reading the personal file is noted in the journal (O.8.d5).

    Raises NotFound unless it is the reader's own card, a post of the person is within the reader's scope, or
    the person has no post yet and the reader may register people.
    """
    posts = service_of(person_id)
    person = posts[0].person if posts else staff.person_by_id(person_id)
    if not _within_reach(by, on, person, posts):
        raise NotFound()
    held = next((post for post in posts if post.holds(on)), None)
    subject = subjects.of_person(person, by, on, held=held)
    power = "personal_file.read" if subject is not None else "person.register"
    card = Card(person, posts, held, authority.may(by, power, subject, on=on))
    if card.personal:
        office_id = held.office_id if held else by.office_id
        record_reads(office_id=office_id, subjects=[("person", person.id)], by=by.journal(), on=on)
    return card


@contextmanager
def hidden_beyond_reach(*, by: Actor, on: date, person: Person) -> Iterator[None]:
    """A refusal inside becomes NotFound for whoever may not open the card: it would tell that it exists."""
    try:
        yield
    except NotPermitted as refusal:
        if not _within_reach(by, on, person, list(staff.service_of(person.id))):
            raise NotFound() from refusal
        raise


def _within_reach(by: Actor, on: date, person: Person, posts: Sequence[Appointment]) -> bool:
    if person.id == by.person_id:
        return True
    if not posts:
        return authority.may(by, "person.register", on=on).allowed
    scope = scope_of(by, on)
    return any(scope.covers(post.office_id, post.office.region_id) for post in posts)
