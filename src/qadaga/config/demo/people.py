"""The people of the demonstration, registered and appointed through the services, as real ones would be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction

from qadaga.accounts.models import User
from qadaga.authority.actor import Actor
from qadaga.authority.actors import actor_for
from qadaga.common import clock
from qadaga.config.demo.cast import CAST, ON_LEAVE, PASSWORD, REPLACED_BY, SINCE, STAFF_OFFICER, Player, Post
from qadaga.law import catalogue
from qadaga.offices import selectors as offices
from qadaga.offices.models import Unit
from qadaga.organisation import absences, acting, appointments, first_post, people
from qadaga.organisation.appointment_input import AppointmentInput, OutsideActInput
from qadaga.organisation.careers import entry
from qadaga.organisation.careers.entry import Finding
from qadaga.organisation.careers.outside import needed
from qadaga.organisation.people import PersonInput
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment, Person

SIGNED = date(2025, 1, 3)
LEAVE_BEGAN, LEAVE_DAYS = timedelta(days=7), timedelta(days=28)


class DemoRefused(Exception):
    """These settings allow no demonstration people."""


def load(on: date, progress: Callable[[int, int], None] | None = None) -> int:
    """Add the demonstration people that are missing; returns how many. Raises DemoRefused in a deployment."""
    if not settings.DEMO_ALLOWED:
        raise DemoRefused
    by = _staff_officer(on)
    known = set(User.objects.values_list("username", flat=True))
    missing = [player for player in CAST if player.username not in known]
    password = make_password(PASSWORD)
    for done, player in enumerate(missing, start=1):
        _bring_in(player, password, by, on)
        if progress is not None:
            progress(done, len(missing))
    if any(player.username == ON_LEAVE for player in missing):
        _send_on_leave(by, on)
    return len(missing)


def actor(username: str, on: date, office: str | None = None) -> Actor:
    """A demonstration person as an actor on the day, in the hat of that office or the only one."""
    hats = staff.hats_of(User.objects.get_by_natural_key(username).id, on)
    held = next(hat for hat in hats if office in (None, hat.office.code))
    found = actor_for(held.id, on)
    if found is None:
        raise LookupError(f"{username} holds no post on {on}")
    return found


def logins() -> list[tuple[str, str, str]]:
    """(who, username, password) of each demonstration person who is in the database."""
    if not settings.DEMO_ALLOWED:
        return []
    on = clock.today()
    cast = {player.username for player in (STAFF_OFFICER, *CAST)}
    rows = Appointment.objects.on(on).filter(person__user__username__in=cast)
    told = rows.order_by("office__level", "office__code", "-heads", "id")
    found = told.values_list("post", "office__code", "person__user__username")
    return [(f"{post}, {code}", username, PASSWORD) for post, code, username in found]


def _staff_officer(on: date) -> Actor:
    player = STAFF_OFFICER
    if not User.objects.filter(username=player.username).exists():
        with transaction.atomic():
            user = _user(player, make_password(PASSWORD))
            first_post.seat(
                office=offices.office_by_code("gp"),
                person=_entered(player),
                user_id=user.id,
                starts_on=SINCE,
                on=on,
            )
    return actor(player.username, on)


@transaction.atomic
def _bring_in(player: Player, password: str, by: Actor, on: date) -> None:
    person = people.register(by=by, on=on, person=_entered(player))
    people.give_login(by=by, on=on, person_id=person.id, user_id=_user(player, password).id)
    entry.record(by=by, on=on, person_id=person.id, officer=True, findings=_entry_findings(on))
    for post in player.posts:
        appointments.make(by=by, on=on, appointment=_appointment(person, post))


def _entry_findings(on: date) -> dict[str, Finding]:
    return {row.id: Finding(met=True, evidence="Демонстрация") for row in entry.asked(on, officer=True)}


def _user(player: Player, password: str) -> User:
    return User.objects.create(
        username=player.username, password=password, language=player.language, password_changed_at=clock.now()
    )


def _entered(player: Player) -> PersonInput:
    return PersonInput(
        last_name=player.last_name,
        first_name=player.first_name,
        middle_name=player.middle_name,
        iin=player.iin(),
    )


def _appointment(person: Person, post: Post) -> AppointmentInput:
    office, record = offices.office_by_code(post.office), catalogue.load().posts[post.post]
    unit = Unit.objects.filter(office=office, code=post.unit).first()
    return AppointmentInput(
        person_id=person.id,
        office_id=office.id,
        post=post.post,
        starts_on=SINCE,
        unit_id=unit.id if unit else None,
        ground="Приказ № 1-к от 03.01.2025 (демонстрация)",
        outside=tuple(
            OutsideActInput(role, f"№ {number} (демонстрация)", SIGNED)
            for number, (role, _body) in enumerate(needed(record), start=1)
        ),
    )


def _send_on_leave(by: Actor, on: date) -> None:
    head, deputy = (actor(username, on) for username in (ON_LEAVE, REPLACED_BY))
    began = on - LEAVE_BEGAN
    back = began + LEAVE_DAYS
    absences.record(
        by=by, on=on, appointment_id=head.appointment_id, kind="leave", starts_on=began, ends_on=back
    )
    acting.appoint(by=by, on=on, appointment_id=deputy.appointment_id, starts_on=began, ends_on=back)
