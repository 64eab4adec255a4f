"""Who appoints to a post, with whose consent and for how long: what the catalogue asks, what was given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from qadaga.common.errors import InvalidInput, Problems
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.law.records import Post
from qadaga.organisation.appointment_input import AppointmentInput, OutsideActInput
from qadaga.organisation.careers.choices import Role
from qadaga.organisation.careers.models import Decision, OutsideAct
from qadaga.organisation.orders.models import Order

OUTSIDE = ("president",)
# The kind of office whose orders speak for the post that appoints.
ISSUERS = {"prosecutor_general": "general"}
LATE = N_("The document cannot be later than the first day of the post.")
LATE_END = N_("The document cannot be later than the first day without the post.")
NO_BASIS = N_("Choose the order, or write the number and date of the order on paper.")


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
    _not_asked(given.keys() - roles.keys(), problems)
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
        problems.add("order", "required", NO_BASIS)


def _rests(entered: AppointmentInput, roles: dict[str, str]) -> bool:
    return bool(entered.order_id or entered.ground.strip() or Role.APPOINTED.value in roles)


def _check_act(role: str, body: str, act: OutsideActInput | None, latest: date, problems: Problems) -> None:
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
    elif day > latest:
        released = role == Role.RELEASED
        problems.add(
            f"{role}_dated", "after_end" if released else "after_start", LATE_END if released else LATE
        )


def releases(post_id: str) -> dict[str, str]:
    """The act that the end of the post asks for, as role and body: of whoever appoints from outside."""
    post = catalogue.load().posts.get(post_id)
    outside = post is not None and post.appointed_by in OUTSIDE
    return {Role.RELEASED.value: post.appointed_by} if post and outside else {}


@implements("O.10", "L.2.2")
def check_end(
    post_id: str, outside: Iterable[OutsideActInput], ends_on: date, *, rests: bool
) -> dict[str, str]:
    """Refuse an end without its basis; the roles and bodies of the acts to keep. Raises InvalidInput.

    `rests`: an order is given.
    """
    given, roles, problems = {act.role: act for act in outside}, releases(post_id), Problems()
    for role, body in roles.items():
        _check_act(role, body, given.get(role), ends_on, problems)
    _not_asked(given.keys() - roles.keys(), problems)
    if not rests and not roles:
        problems.add("order", "required", NO_BASIS)
    problems.check()
    return roles


@implements("O.10", "L.2.2")
def issued(order: Order, posts: Iterable[str]) -> None:
    """The office that appoints to the posts issued the order. Raises InvalidInput naming the clause.

    Posts of which the catalogue does not say for certain who appoints take the order of any office above.
    """
    for post in filter(None, map(catalogue.load().posts.get, posts)):
        issuer = ISSUERS.get(post.appointed_by)
        if issuer is not None and order.office.kind != issuer:
            raise InvalidInput.of(
                "order",
                "not_of_appointer",
                N_(
                    "To this post the Prosecutor General appoints and from it releases (%(clause)s); "
                    "%(order)s was issued by another office. Choose an order of the General Prosecutor's "
                    "Office."
                ),
                clause=post.citations[0].clause,
                order=str(order),
            )


def refuse_leaving(post_id: str) -> None:
    """Raises InvalidInput where a transfer would take away a post that an act from outside gave."""
    if releases(post_id):
        raise InvalidInput.of(
            "post",
            "released_first",
            N_(
                "The post held now is left by an act of the President (L.2.2). End that appointment by the "
                "act, then make the new one."
            ),
        )


def keep(acts: Iterable[OutsideActInput], bodies: Mapping[str, str], decision: Decision) -> None:
    """Write the checked acts, each with the body of its role, with the decision that rests on them."""
    OutsideAct.objects.bulk_create(
        OutsideAct(
            decision=decision,
            role=act.role,
            body=bodies[act.role],
            number=clean(act.number, field=f"{act.role}_number", max_length=60),
            dated=act.dated,
        )
        for act in acts
        if act.dated is not None
    )


def _not_asked(roles: Iterable[str], problems: Problems) -> None:
    for role in roles:
        problems.add(f"{role}_number", "not_asked", N_("This post does not ask for it. Leave it empty."))
