"""A matter begins: in which office, about what, in which direction, with which tasks (O.6)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.ids import new_id
from qadaga.law.catalogue import load
from qadaga.law.coverage import implements
from qadaga.law.model import Subject
from qadaga.matters import beside, change, searching, transport
from qadaga.matters.choices import MatterKind
from qadaga.matters.dates import choice
from qadaga.matters.models import Body, ComplainedOf, Matter
from qadaga.matters.services.base import COURSE, begin, text
from qadaga.matters.transitions import MATTER
from qadaga.offices.models import Office
from qadaga.offices.selectors import office_by_id, standing
from qadaga.staff.selectors import leader_among, people_of


@dataclass(frozen=True, slots=True)
class Opening:
    """What a new matter is about. `complained_of` are ids of people of the service it complains of;
    `repeats` is the matter in which the appeal that is repeated is considered.
    """

    kind: str
    direction: str
    title: str
    gist: str = ""
    body: Body | None = None
    kato: str | None = None
    sphere: str | None = None
    tasks: Sequence[str] = ()
    complained_of: Sequence[UUID] = ()
    transport_mode: str | None = None
    transport_task: str | None = None
    repeats: UUID | None = None


@implements("L.2.3")
def open(*, opening: Opening, by: Actor, on: date) -> Matter:
    """Open a matter in the actor's office and give it the next number of the year.

    Raises InvalidInput (422), NotPermitted (403): also where the office's own head is complained of, for such
    a matter belongs to the office above, and where another competent office holds one about the same.
    """
    opening = _checked(opening)
    office = office_by_id(by.office_id)
    transport.check(office, opening.transport_mode, opening.transport_task)
    with transaction.atomic():
        subject = _subject(office, opening, by, on)
        ruling = authority.require(by, "matter.open", subject, on=on, ground=opening.kind)
        matter = _row(office, opening, by, on)
        _write(matter, opening.complained_of, on)
        step = COURSE.begun(matter, "matter.open", subject, ruling, by=by, on=on)
        step.journal(direction=matter.direction, kind=matter.kind, number=matter.number)
        return matter


def must_go_above(*, office_id: UUID, person_ids: Iterable[UUID], on: date) -> bool:
    """Whether one of the people heads the office, or leads it now in the head's absence (O.12, O.14.2)."""
    people = list(people_of(office_id, on))
    leading = [leader_among(people), *(one for one in people if one.heads)]
    return bool({one.person_id for one in leading if one is not None} & set(person_ids))


@implements("O.6.1", "O.6.2", "O.6.3", "O.6.4")
def set_tasks(*, matter_id: UUID, version: int, tasks: Sequence[str], by: Actor, on: date) -> Matter:
    """Name the tasks of O.6 that the matter serves; at least one, each from the catalogue."""
    chosen = _tasks(tasks, required=True)
    with transaction.atomic():
        step = begin(matter_id, "matter.set_tasks", version=version, by=by, on=on)
        step.save(tasks=chosen)
        step.journal(tasks=chosen)
        return step.row


def _checked(opening: Opening) -> Opening:
    return Opening(
        kind=choice("kind", opening.kind, MatterKind.values),
        direction=choice("direction", opening.direction, list(load().directions)),
        title=text("title", opening.title, 300, multiline=False),
        gist=text("gist", opening.gist, 8000, required=False),
        body=opening.body,
        kato=opening.kato,
        sphere=opening.sphere,
        tasks=_tasks(opening.tasks),
        transport_mode=opening.transport_mode or None,
        transport_task=opening.transport_task or None,
        complained_of=tuple(dict.fromkeys(opening.complained_of)),
        repeats=opening.repeats,
    )


def _tasks(tasks: Sequence[str], *, required: bool = False) -> list[str]:
    if required and not tasks:
        raise InvalidInput.of("tasks", "required", N_("Name at least one task that the matter serves (O.6)."))
    known = list(load().tasks)
    return sorted({choice("tasks", task, known) for task in tasks})


def _subject(office: Office, opening: Opening, by: Actor, on: date) -> Subject:
    marks = {"complained_of"} if by.person_id in opening.complained_of else set()
    if must_go_above(office_id=office.id, person_ids=opening.complained_of, on=on):
        marks.add("own_head")
    path = standing(office.id, on).path
    about = Subject(
        kind="matter",
        office=office.code,
        path=path,
        territory=opening.kato,
        sphere=opening.sphere,
        direction=opening.direction,
    )
    elsewhere = beside.held_elsewhere(
        office, path, about, body=opening.body, repeats=opening.repeats, by=by, on=on
    )
    return replace(about, marks=frozenset(marks | ({"held_elsewhere"} if elsewhere else set())))


def _row(office: Office, opening: Opening, by: Actor, on: date) -> Matter:
    return Matter(
        id=new_id(),
        office=office,
        region_id=office.region_id,
        holder=office,
        year=on.year,
        kind=opening.kind,
        direction=opening.direction,
        title=opening.title,
        gist=opening.gist,
        body=opening.body,
        kato=opening.kato,
        sphere=opening.sphere,
        tasks=list(opening.tasks),
        transport_mode=opening.transport_mode,
        transport_task=opening.transport_task,
        status=MATTER.move("", "matter.open"),
        opened_on=on,
        opened_by_id=by.appointment_id,
    )


def _write(matter: Matter, complained_of: Sequence[UUID], on: date) -> None:
    matter.number, matter.number_text = change.number(matter.office, on, "matter")
    matter.save(force_insert=True)
    ComplainedOf.objects.bulk_create(
        ComplainedOf(matter=matter, person_id=person) for person in complained_of
    )
    searching.put(matter)
    beside.begin(matter, on)
