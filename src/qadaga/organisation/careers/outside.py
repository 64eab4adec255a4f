"""Who appoints to a post, with whose consent and for how long: what the catalogue asks, what was given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from qadaga.common.errors import Problems
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.law.coverage import implements
from qadaga.law.records import Post
from qadaga.organisation.appointment_input import AppointmentInput, OutsideActInput
from qadaga.organisation.careers.choices import Role
from qadaga.organisation.careers.models import Decision, OutsideAct

OUTSIDE = ("president",)


def needed(post: Post) -> Iterator[tuple[str, str]]:
    """The acts that the post asks for, as (role, body): who appoints if outside the service, who proposes,
    who consents.
    """
    if post.appointed_by in OUTSIDE:
        yield Role.APPOINTED.value, post.appointed_by
    if post.proposed_by:
        yield Role.PROPOSED.value, post.proposed_by
    if post.consent_of:
        yield Role.CONSENTED.value, post.consent_of


def term_end(post: Post, starts_on: date) -> date | None:
    """The first day after the term of the post; None where the post has no term."""
    if post.term_years is None:
        return None
    year = starts_on.year + post.term_years
    # A term begun on 29 February ends with that February where the year has no such day.
    return (
        date(year, 3, 1)
        if (starts_on.month, starts_on.day) == (2, 29) and not _leap(year)
        else (starts_on.replace(year=year))
    )


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


@implements("L.2.2", "L.1.8")
def check(entered: AppointmentInput, post: Post, problems: Problems) -> None:
    """Note every act that is missing or wrong, and an end beyond the term."""
    given = {act.role: act for act in entered.outside}
    roles = dict(needed(post))
    for role, body in roles.items():
        _check_act(role, body, given.get(role), entered.starts_on, problems)
    for role in given.keys() - roles.keys():
        problems.add(f"{role}_number", "not_asked", N_("This post does not ask for it. Leave it empty."))
    latest = term_end(post, entered.starts_on)
    if latest is not None and entered.ends_on is not None and entered.ends_on > latest:
        problems.add(
            "ends_on",
            "beyond_term",
            N_("The term of this post is %(years)s years and ends on %(end)s (%(clause)s)."),
            years=post.term_years,
            end=latest,
            clause=post.citations[-1].clause,
        )
    if not _rests(entered, roles):
        problems.add(
            "order", "required", N_("Choose the order, or write the number and date of the order on paper.")
        )


def _rests(entered: AppointmentInput, roles: dict[str, str]) -> bool:
    return bool(entered.order_id or entered.ground.strip() or Role.APPOINTED.value in roles)


def _check_act(
    role: str, body: str, act: OutsideActInput | None, starts_on: date, problems: Problems
) -> None:
    number, day = (act.number.strip(), act.dated) if act else ("", None)
    if not number:
        problems.add(
            f"{role}_number",
            "required",
            N_("By law this post needs it (L.2.2). Enter the number of the document."),
            body=body,
        )
    if day is None:
        problems.add(f"{role}_dated", "required", N_("Enter the date of the document."))
    elif day > starts_on:
        problems.add(
            f"{role}_dated", "after_start", N_("The document cannot be later than the first day of the post.")
        )


def keep(entered: AppointmentInput, post: Post, decision: Decision) -> None:
    """Write the checked acts with the decision that rests on them."""
    bodies = dict(needed(post))
    OutsideAct.objects.bulk_create(
        OutsideAct(
            decision=decision,
            role=act.role,
            body=bodies[act.role],
            number=clean(act.number, field=f"{act.role}_number", max_length=60),
            dated=act.dated,
        )
        for act in entered.outside
        if act.dated is not None
    )
