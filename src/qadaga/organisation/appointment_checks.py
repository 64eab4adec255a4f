"""What an appointment must agree with: the post, the lives of office and person, the unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from qadaga.common.errors import InvalidInput, Problems
from qadaga.common.i18n import N_
from qadaga.law import catalogue
from qadaga.law.records import Post
from qadaga.matters import deaths
from qadaga.offices import selectors as offices
from qadaga.offices.models import Office, Unit
from qadaga.organisation.appointment_input import AppointmentInput
from qadaga.organisation.careers import outside
from qadaga.organisation.refusals import check_period, locked
from qadaga.staff.models import Person


@dataclass(frozen=True, slots=True)
class Place:
    """Who would hold which post where: what the law is asked about before anything else is looked at."""

    person: Person
    office: Office
    post: Post
    officer: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """An appointment that agrees with everything: its rows, and what the post means.

    `ends_on` is what was entered or the end of the post's term (L.2.2).
    """

    person: Person
    office: Office
    unit: Unit | None
    post: Post
    officer: bool
    ends_on: date | None


def place(entered: AppointmentInput) -> Place:
    """The rows behind what was entered. Raises NotFound, InvalidInput on a post the catalogue has not.

    The person is locked: a death noted at the same moment is seen by one of the two.
    """
    return at(entered, locked(Person, entered.person_id), offices.office_by_id(entered.office_id))


def at(entered: AppointmentInput, person: Person, office: Office) -> Place:
    """The same, where person and office have been read."""
    post = catalogue.law().at(entered.starts_on).posts.get(entered.post)
    if post is None:
        raise InvalidInput.of(
            "post", "unknown", N_("There is no such post in the catalogue. Choose from the list.")
        )
    if entered.starts_on < office.opened_on or (office.closed_on and entered.starts_on >= office.closed_on):
        # Where nothing stands nobody can be asked whether it may be led.
        raise InvalidInput.of("starts_on", "office_closed", N_("The office does not exist on that day."))
    return Place(person, office, post, _is_officer(post, entered.officer))


def check(
    entered: AppointmentInput,
    where: Place,
    units: Mapping[UUID, Unit] | None = None,
    died: Mapping[str, date] | None = None,
) -> Checked:
    """The appointment, agreed with everything. Raises InvalidInput with every fault.

    `units`: where they have been read and locked; `died`: where it has been asked who died, by number.
    """
    person, office, post = where.person, where.office, where.post
    check_period(entered.starts_on, entered.ends_on)
    problems = Problems()
    if _check_post(post, office, problems):
        outside.check(entered, post, problems)
    _check_life(entered, person, problems, died)
    with problems.collect():
        unit = _unit(entered, office, units)
    problems.check()
    ends_on = entered.ends_on or outside.term_end(post, entered.starts_on)
    return Checked(person, office, unit, post, where.officer, ends_on)


def _check_post(post: Post, office: Office, problems: Problems) -> bool:
    """Note a post that the office has not; whether it has it."""
    head = catalogue.load().office_kinds[office.kind].head
    if office.level not in post.levels or (post.kinds and office.kind not in post.kinds):
        problems.add("post", "not_of_office", N_("An office of this kind and level has no such post."))
    elif post.heads and post.id != head:
        problems.add(
            "post", "not_its_head", N_("This office is headed by another post. Choose from the list.")
        )
    else:
        return True
    return False


def _check_life(
    entered: AppointmentInput, person: Person, problems: Problems, died: Mapping[str, date] | None
) -> None:
    start = entered.starts_on
    if person.born_on is not None and start <= person.born_on:
        problems.add(
            "starts_on", "before_birth", N_("The appointment would begin before the person's birth.")
        )
    if person.died_on is not None and start >= person.died_on:
        problems.add("starts_on", "after_death", N_("The person died on %(on)s."), on=person.died_on)
    elif person.iin and start >= (deaths.days([person.iin]) if died is None else died).get(
        person.iin, date.max
    ):
        # Whatever register notes it: whoever appoints need not see that one, and is not told which it is.
        problems.add(
            "starts_on",
            "dead_elsewhere",
            N_("By the registers the person has died: nobody appoints the dead."),
        )


def lock_units(ids: Iterable[UUID]) -> dict[UUID, Unit]:
    """The units, locked in the order of their ids: none is closed meanwhile."""
    rows = Unit.objects.select_for_update(no_key=True).filter(id__in=list(ids))
    return {unit.id: unit for unit in rows.order_by("id")}


def _unit(entered: AppointmentInput, office: Office, units: Mapping[UUID, Unit] | None) -> Unit | None:
    if entered.unit_id is None:
        return None
    unit = (lock_units([entered.unit_id]) if units is None else units).get(entered.unit_id)
    if unit is None or unit.office_id != office.id:
        raise InvalidInput.of(
            "unit", "not_of_office", N_("The unit belongs to another office. Choose from the list.")
        )
    closed = unit.closed_on is not None and (entered.ends_on is None or entered.ends_on > unit.closed_on)
    if closed or entered.starts_on < unit.opened_on:
        message = N_("The unit does not exist for the whole time of the appointment. Choose another one.")
        raise InvalidInput.of("unit", "unit_closed", message)
    return unit


def _is_officer(post: Post, chosen: bool) -> bool:
    return chosen if post.staff == "either" else post.staff == "officer"
