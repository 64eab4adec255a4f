"""What the law kernel is asked about when the service changes itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.subject import path_of
from qadaga.offices import selectors as offices
from qadaga.offices.models import Office
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment, Person


def of_office(
    office: Office,
    on: date,
    *,
    kind: str = "office",
    marks: frozenset[str] = frozenset(),
    by: Actor | None = None,
) -> Subject:
    """The office, or something that belongs to it (`kind` of the catalogue), where it stands on the day.

    `by`: who asks, where nothing is changed; the line of their own office is known without a query.
    """
    path = offices.path(office, on) if by is None else path_of(office, by, on)
    return Subject(kind=kind, office=office.code, path=path, marks=marks)


def at(path: tuple[str, ...], kind: str, marks: frozenset[str] = frozenset()) -> Subject:
    """Something that belongs to the office at the end of a path that the caller knows already."""
    return Subject(kind=kind, office=path[-1], path=path, marks=marks)


def of_post(
    office: Office, on: date, *, heads: bool, marks: Iterable[str] = (), by: Actor | None = None
) -> Subject:
    """An appointment in the office; to the post of its head or to another (O.10). `by` as in `of_office`."""
    found = {*marks, *(("head_post",) if heads else ())}
    return of_office(office, on, kind="appointment", marks=frozenset(found), by=by)


def of_person(person: Person, by: Actor, on: date, *, held: Appointment | None = None) -> Subject | None:
    """The person in the office of the appointment, by default the earliest in force on the day.

    Somebody without a post stands in no office yet: None.
    """
    post = held or staff.service_of(person.id).on(on).order_by("starts_on").first()
    if post is None:
        return None
    marks = frozenset({"self"} if person.id == by.person_id else ())
    return at(path_of(post.office, by, on), "person", marks)
