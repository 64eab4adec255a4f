"""What an appointment must agree with: the post, the lives of office and person, the unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from qadaga.common.errors import InvalidInput, Problems
from qadaga.common.i18n import N_
from qadaga.law import catalogue
from qadaga.law.records import Post
from qadaga.offices import selectors as offices
from qadaga.offices.models import Office, Unit
from qadaga.organisation.refusals import check_period
from qadaga.staff import selectors as staff
from qadaga.staff.models import Person

if TYPE_CHECKING:
    from qadaga.organisation.appointments import AppointmentInput


@dataclass(frozen=True, slots=True)
class Checked:
    """An appointment that agrees with everything: its rows, and what the post means."""

    person: Person
    office: Office
    unit: Unit | None
    heads: bool
    officer: bool


def check(entered: AppointmentInput) -> Checked:
    """The rows behind what was entered. Raises InvalidInput with every fault, NotFound."""
    person, office = staff.person_by_id(entered.person_id), offices.office_by_id(entered.office_id)
    check_period(entered.starts_on, entered.ends_on)
    post = catalogue.law().at(entered.starts_on).posts.get(entered.post)
    if post is None:
        raise InvalidInput.of(
            "post", "unknown", N_("There is no such post in the catalogue. Choose from the list.")
        )
    problems = Problems()
    _check_post(post, office, problems)
    _check_lives(entered, person, office, problems)
    with problems.collect():
        unit = _unit(entered.unit_id, office)
    problems.check()
    return Checked(person, office, unit, post.heads, _is_officer(post, entered.officer))


def _check_post(post: Post, office: Office, problems: Problems) -> None:
    head = catalogue.load().office_kinds[office.kind].head
    if office.level not in post.levels or (post.kinds and office.kind not in post.kinds):
        problems.add("post", "not_of_office", N_("An office of this kind and level has no such post."))
    elif post.heads and post.id != head:
        problems.add(
            "post", "not_its_head", N_("This office is headed by another post. Choose from the list.")
        )


def _check_lives(entered: AppointmentInput, person: Person, office: Office, problems: Problems) -> None:
    start = entered.starts_on
    if person.born_on is not None and start <= person.born_on:
        problems.add(
            "starts_on", "before_birth", N_("The appointment would begin before the person's birth.")
        )
    if person.died_on is not None and start >= person.died_on:
        problems.add("starts_on", "after_death", N_("The person died on %(on)s."), on=person.died_on)
    if start < office.opened_on or (office.closed_on is not None and start >= office.closed_on):
        problems.add("starts_on", "office_closed", N_("The office does not exist on that day."))


def _unit(unit_id: UUID | None, office: Office) -> Unit | None:
    if unit_id is None:
        return None
    unit = Unit.objects.filter(id=unit_id, office=office).first()
    if unit is None:
        raise InvalidInput.of(
            "unit", "not_of_office", N_("The unit belongs to another office. Choose from the list.")
        )
    return unit


def _is_officer(post: Post, chosen: bool) -> bool:
    return chosen if post.staff == "either" else post.staff == "officer"
