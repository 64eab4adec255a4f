"""What the law kernel is asked about when somebody's file is opened or written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol, TypeVar
from uuid import UUID

from qadaga.authority.actor import Actor
from qadaga.authority.scope import scope_of
from qadaga.common.errors import NotFound
from qadaga.law.model import Subject
from qadaga.matters.subject import path_of
from qadaga.offices.models import Office
from qadaga.organisation import subjects
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment, Person


class _OfPerson(Protocol):
    person_id: UUID


R = TypeVar("R", bound=_OfPerson)


def of_person(row: R, person_id: UUID) -> R:
    """The row of a file, where it is of that person's. Raises NotFound."""
    if row.person_id != person_id:
        raise NotFound()
    return row


def standing_of(person: Person, on: date) -> Appointment | None:
    """The post that keeps the file: the earliest in force on the day, else the last one held."""
    return _keeping(list(staff.service_of(person.id)), on)


def _keeping(posts: Sequence[Appointment], on: date) -> Appointment | None:
    held = [post for post in posts if post.holds(on)]
    return min(held, key=lambda post: post.starts_on) if held else next(iter(posts), None)


def post_of(person_id: UUID, by: Actor, on: date, posts: Sequence[Appointment] | None = None) -> Appointment:
    """The post that keeps the file of somebody within the actor's reach, with the person.

    `posts`: every post held, where they have been read. Raises NotFound for a person without any post, or
    outside the actor's scope and not the actor.
    """
    held = _keeping(service_of(person_id) if posts is None else posts, on)
    if held is None:
        raise NotFound()
    if person_id != by.person_id and not scope_of(by, on).covers(held.office_id, held.office.region_id):
        raise NotFound()
    return held


def service_of(person_id: UUID) -> list[Appointment]:
    """Every post held, the latest first, each with the person. One query."""
    return list(staff.service_of(person_id).select_related("person__user"))


def office_of(person: Person, by: Actor, on: date) -> Office:
    """The office that keeps the file of somebody within the actor's reach. Raises NotFound as `post_of`."""
    return post_of(person.id, by, on).office


def of_file(
    person: Person, by: Actor, on: date, *, kind: str = "personal_file", marks: frozenset[str] = frozenset()
) -> Subject:
    """The person, or the person's file, in the office that keeps it. Raises NotFound."""
    return of_kept(post_of(person.id, by, on), by, on, kind=kind, marks=marks)


def of_kept(
    held: Appointment,
    by: Actor,
    on: date,
    *,
    kind: str = "personal_file",
    marks: frozenset[str] = frozenset(),
) -> Subject:
    """The same, where the post that keeps the file has been read.

    For the person it is about, the file stands in the office of the hat worn: it is theirs in every hat.
    """
    if held.person_id == by.person_id:
        return subjects.at((by.office_code,), kind, marks | frozenset({"self"}))
    return subjects.at(path_of(held.office, by, on), kind, marks)
