"""What the law kernel is asked about when somebody's file is opened or written."""

from __future__ import annotations

from datetime import date

from qadaga.authority.actor import Actor
from qadaga.authority.scope import scope_of
from qadaga.common.errors import NotFound
from qadaga.law.model import Subject
from qadaga.offices.models import Office
from qadaga.organisation import subjects
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment, Person


def standing_of(person: Person, on: date) -> Appointment | None:
    """The post that keeps the file: the earliest in force on the day, else the last one held."""
    posts = list(staff.service_of(person.id))
    held = [post for post in posts if post.holds(on)]
    return min(held, key=lambda post: post.starts_on) if held else next(iter(posts), None)


def office_of(person: Person, by: Actor, on: date) -> Office:
    """The office that keeps the file of somebody within the actor's reach.

    Raises NotFound for a person without any post, or outside the actor's scope and not the actor.
    """
    held = standing_of(person, on)
    if held is None:
        raise NotFound()
    own = person.id == by.person_id
    if not own and not scope_of(by, on).covers(held.office_id, held.office.region_id):
        raise NotFound()
    return held.office


def of_file(
    person: Person, by: Actor, on: date, *, kind: str = "personal_file", marks: frozenset[str] = frozenset()
) -> Subject:
    """The person, or the person's file, in the office that keeps it. Raises NotFound.

    For the person it is about, the file stands in the office of the hat worn: it is theirs in every hat.
    """
    office = office_of(person, by, on)
    if person.id == by.person_id:
        return Subject(
            kind=kind, office=by.office_code, path=(by.office_code,), marks=marks | frozenset({"self"})
        )
    return subjects.of_office(office, on, kind=kind, marks=marks)
