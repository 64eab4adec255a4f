"""The people that rows name by IIN, with what they hold and how their entry was checked: read together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from qadaga.offices.models import Office
from qadaga.organisation.careers.models import EntryCheck
from qadaga.organisation.personnel.importing.cells import digits
from qadaga.staff.models import Appointment, Person


def lock_people(iins: Iterable[str]) -> list[Person]:
    """Those of these numbers, read and locked in the order of their ids. One query."""
    rows = Person.objects.select_for_update(of=("self",), no_key=True)
    return list(rows.filter(iin__in={digits(iin) for iin in iins}).order_by("id"))


class Known:
    """Everybody of those numbers, locked as by hand: nobody else changes these cards until the transaction
    ends, and a death noted at the same moment is seen by one of the two. Three queries.
    """

    def __init__(self, iins: Iterable[str]) -> None:
        self._people = {str(person.iin): person for person in lock_people(iins)}
        self._posts: defaultdict[UUID, list[Appointment]] = defaultdict(list)
        self._checks: dict[UUID, EntryCheck] = {}
        ids = [person.id for person in self._people.values()]
        for held in Appointment.objects.filter(person__in=ids):
            self._posts[held.person_id].append(held)
        for check in EntryCheck.objects.filter(person__in=ids).order_by("on", "id"):
            self._checks[check.person_id] = check

    def person(self, iin: str) -> Person | None:
        """Who has the number."""
        return self._people.get(digits(iin))

    def posts(self, person: Person) -> Sequence[Appointment]:
        """What the person has ever held."""
        return self._posts[person.id]

    def check(self, person: Person) -> EntryCheck | None:
        """The last check of the person's entry."""
        return self._checks.get(person.id)

    def holds(self, person: Person | None, office: Office, post: str, starts_on: date) -> bool:
        """Whether the person was appointed to the post there from that very day."""
        wanted = (office.id, post, starts_on)
        held = self.posts(person) if person else ()
        return any((row.office_id, row.post, row.starts_on) == wanted for row in held)

    def add(self, person: Person) -> Person:
        """Somebody registered now."""
        self._people[str(person.iin)] = person
        return person

    def note_check(self, check: EntryCheck) -> None:
        """A check made now."""
        self._checks[check.person_id] = check

    def note_post(self, row: Appointment) -> None:
        """A post given now."""
        self._posts[row.person_id].append(row)
