"""Reading places, visits and people found: the viewer's scope first; every look at a person is journalled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, Model, OuterRef, Prefetch
from django.db.models.functions import JSONObject

from qadaga import authority
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.authority.alarms.selectors import Clock, clocks
from qadaga.authority.scope import get_or_404, scope_of
from qadaga.journal.reads import record_reads
from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.matters.models import Matter
from qadaga.matters.of_direction import matters_at_work
from qadaga.matters.selectors.actions import Action, judged
from qadaga.organisation.shifts.selectors import duty_now, know_duty
from qadaga.staff.models import Appointment
from qadaga.staff.selectors import people_of
from qadaga.supervision.custody import notkept, replanned, sameness, shown
from qadaga.supervision.custody.choices import (
    ENDED_BY,
    TO_COME,
    HeldStatus,
    Standing,
    VisitStatus,
    Wrong,
)
from qadaga.supervision.custody.lists import CheckList, lists
from qadaga.supervision.custody.lodged import column
from qadaga.supervision.custody.models import Answer, HeldPerson, Place, Said, Talk, Visit
from qadaga.supervision.custody.subject import (
    HELD,
    PLACE,
    VISIT,
    held_subject,
    know_visiting,
    place_subject,
    visit_subject,
)

TAKE = "custody.take_complaint"
PLACE_POWERS = (
    *("custody.plan_visit", "custody.take_report", "custody.check_person", TAKE),
    "custody.keep_place",
)


@dataclass(frozen=True, slots=True)
class PlaceParts:
    """What hangs on the card of a place: its visits, and how many people were found in which status."""

    visits: Sequence[Visit]
    found: Mapping[str, int]


def read_place(actor: Actor, on: date, pk: Any) -> Place:
    """The place with its office and body; NotFound outside the scope."""
    rows = Place.objects.select_related("office__parent", "body").annotate(
        going=_going("pk", actor), duty=duty_now(actor), lodged=column(actor, on, place=OuterRef("pk"))
    )
    place = get_or_404(rows, scope_of(actor, on), pk)
    know_visiting(place, actor, place)
    return place


def place_parts(place: Place) -> PlaceParts:
    """The last visits, and the people found here by status. Two queries."""
    visits = place.visits.select_related("officer__person", "officer__office").order_by("-planned_on", "-id")
    found: dict[str, int] = {}
    for status in HeldPerson.objects.filter(place=place).values_list("status", flat=True):
        found[status] = found.get(status, 0) + 1
    return PlaceParts(list(visits[:20]), found)


def place_actions(place: Place, actor: Actor, on: date) -> list[Action]:
    """A ruling for each power on the place; that about a person is ruled on as of somebody held there."""
    rows = judged(PLACE, PLACE_POWERS, place_subject(place, actor, on), actor, on)
    subject = held_subject(HeldPerson(place=place, status=HeldStatus.FOUND), actor, on)
    ruling = authority.offered(actor, "custody.check_person", subject, on)
    facts = None if ruling.allowed else authority.question(actor, "custody.check_person", subject, on)
    check = Action("custody.check_person", ruling, place.closed_on is None, facts)
    return [check if row.power == "custody.check_person" else row for row in rows]


def read_visit(actor: Actor, on: date, pk: Any) -> Visit:
    """The visit with its place and answers; NotFound outside the scope.

    It holds what people said: whoever is no officer does not read it; a reading is journalled.
    """
    rows = Visit.objects.select_related(
        *("place__office__parent", "place__body", "officer__person", "officer__office"),
        *("planned_by__person", "planned_by__office", "kept_by__person", "kept_by__office"),
    ).prefetch_related(
        Prefetch("answers", Answer.objects.select_related("violation").order_by("id")),
    )
    told = JSONObject(name="name", said="said")
    spoken = Talk.objects.filter(visit=OuterRef("pk")).order_by("id").values(told=told)
    rows = rows.annotate(
        duty=duty_now(actor),
        spoken=ArraySubquery(spoken),
        shown=shown.column(),
        changed=replanned.column(),
        beside=notkept.column(),
    )
    visit = get_or_404(rows, scope_of(actor, on), pk)
    know_duty(visit.place, actor, visit)
    subject = place_subject(visit.place, actor, on, kind="held_person")
    authority.admit(actor, "custody.read_person", subject, on=on)
    _read(visit, "custody_visit", actor, on)
    return visit


def visit_actions(visit: Visit, actor: Actor, on: date) -> list[Action]:
    """The rulings on the visit itself, on moving it or calling it off, and on taking a complaint there."""
    own = judged(VISIT, ("custody.visit", "custody.plan_visit"), visit_subject(visit, actor, on), actor, on)
    return [*own, *complaint_actions(visit.place, actor, on)]


def complaint_actions(place: Place, actor: Actor, on: date) -> list[Action]:
    """The ruling on taking a complaint from somebody held in the place."""
    return judged(PLACE, (TAKE,), place_subject(place, actor, on), actor, on)


def history(visit: Visit) -> list[Said]:
    """Every answer ever given on the visit, the earliest first: asked once, by pages that show it."""
    if "_history" not in visit.__dict__:
        rows = visit.said.select_related("by__person", "by__office").order_by("said_at", "id")
        visit.__dict__["_history"] = list(rows)
    found: list[Said] = visit.__dict__["_history"]
    return found


def disputed(visit: Visit) -> list[Said]:
    """The answers sent over others that their writer did not see."""
    return [said for said in history(visit) if said.standing == Standing.DISPUTED]


def talks_of(visit: Visit) -> list[tuple[str, str]]:
    """Who was spoken to and what they said, of a visit read here."""
    return [(talk["name"], talk["said"]) for talk in visit.__dict__["spoken"]]


def list_of(visit: Visit, on: date) -> CheckList:
    """The check list that the visit has; of one not begun that of its place's kind on the day it is made."""
    if visit.list_version is None:
        return lists().on(visit.place.kind, max(visit.planned_on, on))
    return lists().edition(visit.list_version)


@implements("O.8.d5")
def read_held(actor: Actor, on: date, pk: Any) -> HeldPerson:
    """The person found, with place, matter and resolution; NotFound outside the scope.

    Whoever is no officer does not read it (NotPermitted); a reading is journalled.
    """
    rows = HeldPerson.objects.select_related(
        *("place__office__parent", "place__body", "office", "matter", "found_by__person", "found_by__office"),
        *(
            "checked_by__person",
            "resolution__signer__person",
            "resolution__signer__office",
            "resolution__pdf",
        ),
    )
    held = get_or_404(
        rows.annotate(
            going=_going("place", actor),
            duty=duty_now(actor),
            lodged=column(actor, on, held=OuterRef("pk")),
            others=sameness.column(actor, on),
        ),
        scope_of(actor, on),
        pk,
    )
    know_visiting(held.place, actor, held)
    authority.admit(actor, "custody.read_person", held_subject(held, actor, on), on=on)
    _read(held, "held_person", actor, on)
    return held


def held_actions(held: HeldPerson, actor: Actor, on: date) -> list[Action]:
    """A ruling for the power that ends the wrong, and for what is recorded afterwards."""
    power, _ = ENDED_BY[Wrong(held.wrong)]
    ends = judged(HELD, (power,), held_subject(held, actor, on, power=power), actor, on)
    check = judged(HELD, ("custody.check_person",), held_subject(held, actor, on), actor, on)
    return [*ends, *check, *complaint_actions(held.place, actor, on)]


def clocks_of(held: HeldPerson) -> list[Clock]:
    """The clocks of duties about the person, the newest first."""
    return clocks(held.id)


def officers(place: Place, on: date) -> list[Appointment]:
    """Whom a visit to the place may be given to, heads first."""
    return [held for held in people_of(place.office_id, on) if held.officer]


def matters_for(office_id: UUID, reader: Actor) -> list[Matter]:
    """Matters of the direction that the office holds and works on, the newest first; none that complains of
    the reader.
    """
    return matters_at_work(office_id, "punishments", reader)


def matter_of(held: HeldPerson, reader: Actor) -> Matter | None:
    """The matter the person was counted in or found for, unless it complains of the reader."""
    rows = Matter.objects.filter(id=held.matter_id) if held.matter_id else Matter.objects.none()
    return barred.without(rows, reader.person_id, "matter").first()


def plan(actor: Actor, on: date) -> list[Visit]:
    """The visits to come and under way in the actor's scope, the earliest first, at most a hundred."""
    rows = scope_of(actor, on).visible(Visit.objects.filter(status__in=TO_COME))
    related = ("place", "office", "officer__person", "officer__office")
    return list(rows.select_related(*related).order_by("planned_on", "id")[:100])


def behind(actor: Actor, on: date) -> list[Place]:
    """The places in the actor's scope whose visit is overdue by the plan, at most a hundred."""
    rows = scope_of(actor, on).visible(Place.objects.filter(due_on__lt=on))
    return list(rows.select_related("office").order_by("due_on", "id")[:100])


def spheres() -> list[tuple[str, Any]]:
    """The spheres of specialised offices, by id with their titles."""
    return [(sphere.id, sphere.title) for sphere in catalogue.load().spheres.values()]


def _going(place: str, actor: Actor) -> Exists:
    """Whether the actor is visiting the place of the row: a column of the statement that reads it."""
    mine = Visit.objects.filter(place=OuterRef(place), officer=actor.appointment_id)
    return Exists(mine.filter(status=VisitStatus.GOING))


def _read(row: Model, kind: str, actor: Actor, on: date) -> None:
    record_reads(office_id=row.office_id, subjects=[(kind, row.pk)], by=actor.journal(), on=on)  # type: ignore[attr-defined]  # rows of ours stand in an office
