"""Logins of colleagues: given, reset, closed and opened again by whom the law allows (O.13.3, O.8.d5).

A password is made here, handed to the caller once, and stands nowhere but as its hash.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.db import transaction

from qadaga import authority
from qadaga.accounts import passwords
from qadaga.accounts.closing import end_everywhere
from qadaga.accounts.models import User
from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.common.errors import Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.journal import services as journal
from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.law.model import Ruling, Subject
from qadaga.matters.subject import path_of
from qadaga.organisation.cards import hidden_beyond_reach
from qadaga.organisation.exercise import Exercise, exercise
from qadaga.organisation.refusals import locked, refused_by
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment, Person

POWER = "login.manage"
TAKEN = FieldError("username", "taken", N_("Somebody has this user name already. Choose another."))


@dataclass(frozen=True, slots=True)
class Given:
    """A login and its one-time password, which cannot be had again."""

    user: User
    password: str


def _in_posts(
    posts: Iterable[Appointment], by: Actor, on: date, named: Container[UUID] = ()
) -> list[Subject | None]:
    """A person as the law sees them in every post held, for a login opens them all; [None] without a post.

    Marked "own_login", "head_login" in the office they head, and "stand_in_login" where they may sign for its
    head (deputies, and those `named` acting heads) and the actor is not the head. Nobody manages the login of
    the Prosecutor General over pages: whoever could would sign in under it. The `changepassword` command is
    left.
    """
    held = sorted((post for post in posts if post.holds(on)), key=lambda post: post.starts_on)
    return [_in_post(post, by, on, post.id in named) for post in held] or [None]


def ruling_on(posts: Iterable[Appointment], by: Actor, on: date) -> Ruling:
    """Whether the actor may manage the login of whoever has held these posts, all of one person.

    A refusal for any post held on the day is a refusal. The change alone asks who is named acting head.
    """
    rulings = [authority.may(by, POWER, subject, on=on) for subject in _in_posts(posts, by, on)]
    return next((ruling for ruling in rulings if not ruling.allowed), rulings[0])


def require(person: Person, by: Actor, on: date) -> Exercise:
    """The power over the login, in every post that it opens. Raises NotPermitted."""
    first, *others = _in_posts(staff.service_of(person.id), by, on, named=staff.named_acting(person.id, on))
    for subject in others:
        authority.require(by, POWER, subject, on=on)
    return exercise(by, POWER, first, on)


def _in_post(held: Appointment, by: Actor, on: date, named: bool) -> Subject:
    path = path_of(held.office, by, on)
    marks = {"own_login"} if held.person_id == by.person_id else set[str]()
    if held.heads:
        marks.add("head_login")
    elif (named or catalogue.load().posts[held.post].deputy) and not _heads(by, held, on):
        marks.add("stand_in_login")
    return Subject(kind="person", office=held.office.code, path=path, marks=frozenset(marks))


def _heads(by: Actor, held: Appointment, on: date) -> bool:
    who = by.who(on)
    return who is not None and who.office == held.office.code and catalogue.load().posts[who.post].heads


@transaction.atomic
@implements("O.8.d5", "O.13.3")
def give(*, by: Actor, on: date, person_id: UUID, username: str) -> Given:
    """Give the person a login of that name and a one-time password.

    Raises InvalidInput on `username`, Conflict where there is a login already, NotPermitted.
    """
    person, done = _begin(by, on, person_id)
    name = _checked(username)
    if person.user_id is not None:
        raise Conflict("has_login", N_("This person has a login already: reset its password instead."))
    with refused_by({"accounts_user_username_key": TAKEN}):
        user = User.objects.create_user(name, None, language=by.language)
    person.user = user
    person.version += 1
    person.save(update_fields=["user", "version"])
    given = Given(user, passwords.give(user, clock.now()))
    _record("login.give", person, done)
    return given


@implements("O.13.3")
@transaction.atomic
def reset(*, by: Actor, on: date, person_id: UUID) -> Given:
    """Give a new one-time password; sessions and tokens under the old one end. Raises as `give`."""
    person, done = _begin(by, on, person_id)
    user = _user(person, active=True)
    end_everywhere(user, clock.now())
    given = Given(user, passwords.give(user, clock.now()))
    _record("login.reset", person, done)
    return given


@implements("O.13.3")
@transaction.atomic
def close(*, by: Actor, on: date, person_id: UUID, reason: str) -> User:
    """Close the login: nobody signs in by it, its sessions and tokens end at once. Raises as `give`."""
    reason = clean(reason, field="reason", max_length=1000, multiline=True, required=True)
    person, done = _begin(by, on, person_id)
    user = _user(person, active=True)
    user.is_active = False
    user.save(update_fields=["is_active"])
    sessions, tokens = end_everywhere(user, clock.now())
    _record("login.close", person, done, sessions=sessions, tokens=tokens)
    return user


@implements("O.13.3")
@transaction.atomic
def reopen(*, by: Actor, on: date, person_id: UUID) -> Given:
    """Open a closed login again, with a new one-time password. Raises as `give`."""
    person, done = _begin(by, on, person_id)
    user = _user(person, active=False)
    user.is_active = True
    user.save(update_fields=["is_active"])
    given = Given(user, passwords.give(user, clock.now()))
    _record("login.reopen", person, done)
    return given


@transaction.atomic
def password_changed(*, user: User, keep: str | None, on: date) -> None:
    """End what was opened under the password that the person has just changed: sessions other than that of
    the key `keep`, API tokens, calendar addresses.

    Journalled in the office of the person's appointment; whoever has none has no journal to stand in.
    """
    _sessions, tokens = end_everywhere(user, clock.now(), sparing=keep)
    held = staff.hats_of(user.pk, on).first()
    if held is None:
        return
    journal.record(
        office_id=held.office_id,
        action="login.password",
        subject_kind="person",
        subject_id=held.person_id,
        by=journal.JournalActor(held.person_id, held.pk, held.office_id),
        ruling=None,
        on=on,
        data={"user": user.pk, "tokens": tokens},
    )


def _begin(by: Actor, on: date, person_id: UUID) -> tuple[Person, Exercise]:
    person = locked(Person, person_id)
    with hidden_beyond_reach(by=by, on=on, person=person):
        return person, require(person, by, on)


def _user(person: Person, *, active: bool) -> User:
    if person.user_id is None:
        raise Conflict("no_login", N_("This person has no login yet."))
    user = User.objects.select_for_update().get(pk=person.user_id)
    if user.is_active is not active:
        message = N_("This login is closed.") if active else N_("This login is open.")
        raise Conflict("login_state", message)
    return user


def _checked(username: str) -> str:
    name = clean(username, field="username", max_length=64, required=True).lower()
    try:
        UnicodeUsernameValidator()(name)
    except ValidationError:
        raise InvalidInput.of(
            "username",
            "bad_name",
            N_("A user name holds letters, digits and @ . + - _ only, without spaces."),
        ) from None
    if User.objects.filter(username=name).exists():
        raise InvalidInput(TAKEN)
    return name


def _record(action: str, person: Person, done: Exercise, **data: object) -> None:
    held = staff.service_of(person.id).on(done.on).order_by("starts_on").first()
    assert held is not None, "the law ruled on somebody with a post"
    done.record(action, held.office_id, ("person", person.id), {"user": person.user_id, **data})
