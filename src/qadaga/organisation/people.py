"""People of the service: registering a person, correcting the names, giving a login (O.13.3, L.2.5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import FieldError, InvalidInput, Problems
from qadaga.common.i18n import N_
from qadaga.common.identifiers import Iin, parse_iin
from qadaga.common.sortkeys import sort_key
from qadaga.common.text import clean
from qadaga.law.coverage import implements
from qadaga.law.model import Subject
from qadaga.organisation import subjects
from qadaga.organisation.cards import hidden_beyond_reach
from qadaga.organisation.exercise import Exercise, exercise
from qadaga.organisation.personnel.subjects import standing_of
from qadaga.organisation.refusals import check_version, locked, refused_by
from qadaga.staff.models import Person

DUPLICATE = FieldError(
    "iin",
    "duplicate",
    N_("A person with this IIN is registered already. Find their card by the IIN and work with it."),
)
REFUSALS = {"staff_person_iin_key": DUPLICATE}
TAKEN = FieldError("user", "taken", N_("This login belongs to another person. Choose another login."))
_NAME = 100


@dataclass(frozen=True, slots=True)
class PersonInput:
    """What is entered about a person; `iin` empty where there is none or it is not known."""

    last_name: str
    first_name: str
    middle_name: str = ""
    iin: str = ""
    born_on: date | None = None


@implements("O.13.3", "L.2.5")
@transaction.atomic
def register(*, by: Actor, on: date, person: PersonInput) -> Person:
    """Register a person without a post yet. Raises InvalidInput (names, IIN, a duplicate), NotPermitted."""
    done = exercise(by, "person.register", None, on)
    row = filled(person, on)
    with refused_by(REFUSALS):
        row.save(force_insert=True)
    note("person.register", row, done)
    return row


@implements("O.13.3", "L.2.5")
@transaction.atomic
def correct(
    *, by: Actor, on: date, person_id: UUID, person: PersonInput, version: int | None = None
) -> Person:
    """Correct names or IIN. Raises InvalidInput, NotPermitted, Stale."""
    row = locked(Person, person_id)
    with hidden_beyond_reach(by=by, on=on, person=row):
        done = exercise(by, "person.register", to_correct(row, by, on), on)
    check_version(row, version)
    _fill(row, person, on)
    row.version += 1
    with refused_by(REFUSALS):
        row.save()
    note("person.correct", row, done)
    return row


def to_correct(person: Person, by: Actor, on: date) -> Subject | None:
    """The card as the law sees it: of whoever has left, still in the last office; None without any post."""
    return subjects.of_person(person, by, on, held=standing_of(person, on))


@transaction.atomic
def give_login(*, by: Actor, on: date, person_id: UUID, user_id: UUID) -> Person:
    """Join a login to the person. Raises InvalidInput where it belongs to another person, NotPermitted."""
    row = locked(Person, person_id)
    done = exercise(by, "person.register", subjects.of_person(row, by, on), on)
    row.user_id = user_id
    row.version += 1
    with refused_by({"staff_person_user_id_key": TAKEN}):
        row.save()
    note("person.login", row, done)
    return row


def filled(person: PersonInput, on: date) -> Person:
    """A row, not yet saved, of what was entered. Raises InvalidInput with every fault."""
    return _fill(Person(), person, on)


def _fill(row: Person, person: PersonInput, on: date) -> Person:
    problems = Problems()
    with problems.collect():
        row.last_name = clean(person.last_name, field="last_name", max_length=_NAME, required=True)
    with problems.collect():
        row.first_name = clean(person.first_name, field="first_name", max_length=_NAME, required=True)
    with problems.collect():
        row.middle_name = clean(person.middle_name, field="middle_name", max_length=_NAME)
    with problems.collect():
        iin = _iin(person.iin, on)
        row.iin = iin.value if iin else None
        row.born_on = _birth_date(iin, person.born_on, on)
    problems.check()
    row.sort_key = sort_key(row.name)
    return row


def _iin(text: str, on: date) -> Iin | None:
    value = clean(text, field="iin", max_length=40)
    return parse_iin(value, field="iin", on=on) if value else None


def _birth_date(iin: Iin | None, given: date | None, on: date) -> date | None:
    told = iin.birth_date if iin else None
    if given is not None and given > on:
        raise InvalidInput.of("born_on", "future", N_("The birth date has not come yet. Check the year."))
    if told is not None and given is not None and told != given:
        raise InvalidInput.of(
            "born_on",
            "not_of_iin",
            N_("By the IIN the birth date is %(date)s. Correct the date or the IIN."),
            date=told,
        )
    return given or told


def note(action: str, row: Person, done: Exercise) -> None:
    """The journal's entry about a card; the last line of the transaction."""
    done.record(action, done.by.office_id, ("person", row.id), {"version": row.version})
