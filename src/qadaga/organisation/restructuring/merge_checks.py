"""What a merger must agree with, so that nothing and nobody is left without an owner."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qadaga.common.errors import InvalidInput, Problems
from qadaga.common.i18n import N_
from qadaga.law import catalogue
from qadaga.offices import selectors
from qadaga.offices.models import Office
from qadaga.organisation import office_checks
from qadaga.organisation.restructuring.plan import Merger
from qadaga.staff.models import Appointment


def day(starts_on: date, on: date) -> None:
    """Raises InvalidInput for a day that is over: what was done in it by the office stays done."""
    if starts_on < on:
        raise InvalidInput.of(
            "starts_on",
            "past",
            N_("A merger begins today or later; %(day)s is over."),
            day=starts_on.isoformat(),
        )


def closing(offices: Sequence[Office], starts_on: date) -> None:
    """Raises InvalidInput on an office that cannot be closed on the day."""
    if not offices:
        raise InvalidInput.of("offices", "required", N_("Choose at least one office that is to be closed."))
    problems = Problems()
    for office in offices:
        with problems.collect():
            _can_close(office, starts_on)
    problems.check()


def _can_close(office: Office, starts_on: date) -> None:
    if office.kind == "general":
        raise InvalidInput.of("offices", "general", N_("The General Prosecutor's Office cannot be closed."))
    if office.opened_on >= starts_on or office.closed_on is not None:
        raise _named(
            "office_closed",
            N_("%(office)s does not exist before that day, or its closing is entered already."),
            office,
        )
    if any(row.closed_on is None for row in _below(office, starts_on)):
        raise _named(
            "offices_below", N_("Offices stand under %(office)s. Move them under another one first."), office
        )
    office_checks.no_later_change(office.subordinations, starts_on)
    office_checks.no_later_change(office.territories, starts_on)


def _below(office: Office, on: date) -> list[Office]:
    return list(Office.objects.filter(id__in=selectors.descendants(office.id, on)))


def _named(code: str, message: str, office: Office) -> InvalidInput:
    return InvalidInput.of("offices", code, message, office=office.code)


def successor(offices: Sequence[Office], into: Office, starts_on: date) -> None:
    """Raises InvalidInput where the successor is no fitting heir: itself closed, another level or sphere."""
    if into.id in {office.id for office in offices}:
        raise InvalidInput.of("into", "itself", N_("An office cannot follow itself. Choose another one."))
    if into.closed_on is not None or into.opened_on > starts_on:
        raise InvalidInput.of(
            "into", "office_closed", N_("The office that follows does not exist on that day.")
        )
    kinds = catalogue.law().at(starts_on).office_kinds
    for office in offices:
        if office.level != into.level:
            raise InvalidInput.of(
                "into", "other_level", N_("An office is followed by one of its own level (L.1.4).")
            )
        if kinds[office.kind].sphere != kinds[into.kind].sphere:
            message = N_(
                "The office that follows has another sphere: it could not act in what it takes over (L.2.3)."
            )
            raise InvalidInput.of("into", "other_sphere", message)


def everybody_placed(held: Sequence[Appointment], merger: Merger, into: Office) -> None:
    """Raises InvalidInput where it is not said what becomes of somebody, or nobody would lead (O.12)."""
    for row in held:
        if row.id not in merger.posts:
            raise InvalidInput.of(
                "people", "left_out", N_("Say for everybody who serves there what becomes of them.")
            )
    posts = catalogue.law().at(merger.starts_on).posts
    heads = [post for post in merger.posts.values() if post and post in posts and posts[post].heads]
    there = Appointment.objects.on(merger.starts_on).filter(office=into, heads=True)
    if not heads and not there.exists():
        raise InvalidInput.of(
            "people",
            "no_head",
            N_("Nobody would lead the office that follows. Give somebody the post of its head (O.12)."),
        )
