"""The card of a person: posts for all who may see it; number, absences and readers for the personal file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.journal.models import Entry
from qadaga.law.model import Ruling
from qadaga.matters.subject import path_of
from qadaga.organisation import logins, subjects
from qadaga.organisation.cards import Card
from qadaga.staff.models import Absence, Appointment, Person
from qadaga.web.components import (
    ActionView,
    Column,
    Empty,
    Row,
    Table,
    Text,
    badge,
    date_text,
    lines,
    link,
    moment_text,
)
from qadaga.web.names import language
from qadaga.web.offices.words import ABSENCES, post_of, unit_name
from qadaga.web.rulings import ruling_view


def personal(person: Person) -> list[tuple[str, Text]]:
    """What only the personal file says."""
    return [
        (_("IIN"), person.iin or "—"),
        (_("Birth date"), date_text(person.born_on)),
        (_("Login"), _login(person)),
    ]


def _login(person: Person) -> Text:
    if person.user is None:
        return "—"
    closed = badge(_("Closed"), "neutral") if not person.user.is_active else ""
    return lines(person.user.username, closed)


def service(rows: Iterable[Appointment], on: date) -> Table:
    """Every post held, the latest first."""
    columns = [
        Column(_("Post")),
        Column(_("Office")),
        Column(_("From"), "q-date"),
        Column(_("Until"), "q-date"),
    ]
    found = [
        Row(
            [
                lines(post_of(row), unit_name(row.unit), _sort(row)),
                link(reverse("offices:card", args=[row.office.code]), row.office.name_in(language())),
                date_text(row.starts_on),
                date_text(row.ends_on),
            ],
            "success" if row.holds(on) else "neutral",
        )
        for row in rows
    ]
    return Table(_("Posts"), columns, found, Empty(_("No posts yet"), _("Appoint the person to one.")))


def _sort(row: Appointment) -> str:
    return _("officer") if row.officer else _("employee")


def absences(rows: Iterable[Absence], held: Appointment | None, actions: Iterable[ActionView]) -> Table:
    """Absences that are not over; whoever may record one, as the actions say, may end it early."""
    address = reverse("offices:absence", args=[held.pk]) if held else ""
    kept = held if any(one.url == address and one.ruling.allowed for one in actions) else None
    columns = [
        Column(_("Reason")),
        Column(_("From"), "q-date"),
        Column(_("Until"), "q-date"),
        Column(_("Change"), "q-min"),
    ]
    found = [
        Row([str(ABSENCES[row.kind]), date_text(row.starts_on), date_text(row.ends_on), _back(row, kept)])
        for row in rows
    ]
    return Table(_("Absences"), columns, found, Empty(_("No absences now or ahead")))


def _back(row: Absence, held: Appointment | None) -> Text:
    if held is None or row.appointment_id is not None:
        return ""
    return link(reverse("offices:back", args=[held.pk, row.pk]), _("Set the first day back"))


def readings(entries: Iterable[Entry], names: Mapping[UUID | None, str]) -> Table:
    """Who opened this card, newest first."""
    columns = [Column(_("When"), "q-date"), Column(_("Who"))]
    found = [Row([moment_text(entry.at), names.get(entry.person_id, "—")]) for entry in entries]
    return Table(_("Who opened this card"), columns, found, Empty(_("Nobody yet")))


def actions(actor: Actor, card: Card, on: date) -> list[ActionView]:
    """What the actor may do with the person, and why not the rest."""
    person, held = card.person, card.held
    subject = subjects.of_person(person, actor, on, held=held)
    found = [
        _action(
            _("Correct names or number"),
            authority.may(actor, "person.register", subject, on=on),
            reverse("offices:correct_person", args=[person.pk]),
            "pencil",
        ),
    ]
    found.append(
        _action(
            _("Appoint to a post"),
            authority.may(actor, "appointment.make", subject, on=on),
            reverse("offices:choose_office", args=[person.pk]),
            "id-badge-2",
        )
    )
    if held is not None:
        found += [*_of_login(actor, card, on), *_of_post(actor, held, on)]
    return found


def _of_login(actor: Actor, card: Card, on: date) -> list[ActionView]:
    """What can be done with the login as it stands: none, open or closed."""
    ruling = logins.ruling_on(card.posts, actor, on)
    person, user = card.person, card.person.user
    if user is None:
        wanted = [(_("Give a login"), "give_login", "key")]
    elif user.is_active:
        wanted = [
            (_("Reset the password"), "reset_login", "key"),
            (_("Close the login"), "close_login", "lock"),
        ]
    else:
        wanted = [(_("Open the login again"), "reopen_login", "key")]
    return [
        _action(label, ruling, reverse(f"offices:{name}", args=[person.pk]), icon)
        for label, name, icon in wanted
    ]


def _of_post(actor: Actor, held: Appointment, on: date) -> list[ActionView]:
    path = path_of(held.office, actor, on)
    post = subjects.at(path, "appointment", frozenset({"head_post"} if held.heads else ()))
    away = subjects.at(path, "person")
    return [
        _action(
            _("Record an absence"),
            authority.may(actor, "absence.record", away, on=on),
            reverse("offices:absence", args=[held.pk]),
            "calendar",
        ),
        _action(
            _("Hand over the work"),
            authority.may(actor, "work.hand_over", subjects.at(path, "appointment"), on=on),
            reverse("offices:hand_over", args=[held.pk]),
            "users",
        ),
        _action(
            _("Transfer to another post"),
            authority.may(actor, "appointment.end", post, on=on),
            reverse("offices:transfer", args=[held.pk]),
            "id-badge-2",
        ),
        _action(
            _("Second to another office"),
            authority.may(actor, "appointment.second", post, on=on),
            reverse("offices:second", args=[held.pk]),
            "sitemap",
        ),
        _action(
            _("End the appointment"),
            authority.may(actor, "appointment.end", post, on=on),
            reverse("offices:end_appointment", args=[held.pk]),
            "circle-x",
        ),
    ]


def _action(label: str, ruling: Ruling, url: str, icon: str) -> ActionView:
    return ActionView(label, ruling_view(ruling), url=url, icon=icon)
