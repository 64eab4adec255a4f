"""What the law kernel is told about a place of custody and about a person held there."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Model

from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters import deaths
from qadaga.matters.subject import path_of
from qadaga.matters.transitions import Table
from qadaga.organisation.shifts.selectors import know_duty, on_duty
from qadaga.supervision.custody.choices import HeldStatus, VisitStatus
from qadaga.supervision.custody.models import HeldPerson, Place, Visit

PLACE = Table(
    {
        ("open", "custody.keep_place"): ("open", "closed"),
        ("open", "custody.plan_visit"): "open",
        ("open", "custody.take_complaint"): "open",
    }
)
VISIT = Table(
    {
        ("planned", "custody.plan_visit"): ("planned", "called_off"),
        ("planned", "custody.visit"): "going",
        # Begun where nobody had heard yet that it was called off.
        ("called_off", "custody.visit"): "going",
        ("going", "custody.visit"): ("going", "done"),
        ("done", "custody.visit"): "done",
    }
)
HELD = Table(
    {
        **{
            ("found", power): "resolved"
            for power in ("detention.release", "detention.release_isolation", "penalty.cancel")
        },
        ("found", "custody.check_person"): ("lawful", "died"),
        ("resolved", "custody.check_person"): ("carried_out", "died"),
        ("carried_out", "custody.check_person"): "carried_out",
    }
)


def place_subject(
    place: Place,
    actor: Actor,
    on: date,
    *,
    kind: str = "custody_place",
    status: str = "",
    marks: Iterable[str] = (),
) -> Subject:
    """The place, or somebody or something in it, as the law sees it: its office, territory and sphere.

    Mark "on_duty": the actor has the duty prosecutor's shift now.
    """
    duty = {"on_duty"} if on_duty(place, actor) else set()
    return Subject(
        kind=kind,
        office=place.office.code,
        path=path_of(place.office, actor, on),
        territory=place.kato,
        sphere=place.sphere,
        status=status or place.status,
        direction="punishments",
        marks=frozenset(marks) | duty,
    )


def visit_subject(visit: Visit, actor: Actor, on: date) -> Subject:
    """The place as whoever visits it stands to it: "mine" marks the officer the visit is given to.

    So it does whoever took its check list along: they were there, whoever began the visit on record.
    """
    mine = {"mine"} if actor.appointment_id in (visit.officer_id, visit.kept_by_id) else set()
    return place_subject(visit.place, actor, on, status=visit.status, marks=mine)


def held_subject(held: HeldPerson, actor: Actor, on: date, *, power: str = "") -> Subject:
    """The person held, or for the cancelling of a penalty or reward that measure.

    Marks: "mine" (the actor found them), "visiting" (the actor is visiting the place), "held_lawfully",
    "person_dead".
    """
    marks = {"mine"} if held.found_by_id == actor.appointment_id else set()
    if visits_now(held.place, actor):
        marks.add("visiting")
    if held.status == HeldStatus.LAWFUL:
        marks.add("held_lawfully")
    if held.status == HeldStatus.DIED:
        marks.add(deaths.MARK)
    kind = "prison_measure" if power == "penalty.cancel" else "held_person"
    return place_subject(held.place, actor, on, kind=kind, status=held.status, marks=marks)


def visits_now(place: Place, actor: Actor) -> bool:
    """Whether the actor is visiting the place: asked once of each place read."""
    asked = place.__dict__.setdefault("_visits", {})
    if actor.appointment_id not in asked:
        going = Visit.objects.filter(place=place, status=VisitStatus.GOING, officer=actor.appointment_id)
        asked[actor.appointment_id] = going.exists()
    return bool(asked[actor.appointment_id])


def know_visiting(place: Place, actor: Actor, row: Model) -> None:
    """Keep with the place what the statement that read the row found of the actor (`going`, `duty`)."""
    know_duty(place, actor, row)
    place.__dict__.setdefault("_visits", {})[actor.appointment_id] = row.__dict__["going"]
