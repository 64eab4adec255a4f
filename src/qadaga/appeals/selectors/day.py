"""What waits for whom: sections of the day, each a view of a register, chosen by the post held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from qadaga.acts.register import ACTS
from qadaga.appeals.register import APPEALS
from qadaga.authority.actor import Actor
from qadaga.authority.lists import asking, pages
from qadaga.authority.lists.pages import Page
from qadaga.authority.lists.register import Register
from qadaga.authority.scope import own_scope
from qadaga.common.i18n import N_
from qadaga.law.catalogue import load
from qadaga.matters.register import MATTERS

SOON = timedelta(days=3)
"""How near a date is pressing."""
MOST_ROWS = 7
_REGISTERS = {one.name: one for one in (APPEALS, MATTERS, ACTS)}


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the day: `title` is a msgid, `values` are filters of the register; `by_due` sorts by date."""

    title: str
    register: str
    values: dict[str, Any]
    by_due: bool = False


def sections(actor: Actor, on: date) -> list[Section]:
    """The sections of the person's day, the most pressing first; none twice."""
    who = actor.who(on)
    if who is None:
        return []
    post = load().posts[who.post]
    chosen = list(_own(actor, on)) if who.officer else list(_clerk(on))
    if post.heads or who.acting:
        return [*_office(on), *_to_sign(), *_to_assign(), *_to_agree(), *chosen]
    if post.deputy:
        return [*_office(on), *_to_agree(), *_to_assign(), *chosen]
    return chosen


def day_of(actor: Actor, on: date) -> list[tuple[Section, Page]]:
    """Every section of the day with its first rows, those with none among them. One query."""
    wanted = sections(actor, on)
    own = own_scope(actor)
    asks = [
        (
            _REGISTERS[section.register],
            own,
            asking.asked(section.values, sort="due" if section.by_due else "", size=MOST_ROWS),
        )
        for section in wanted
    ]
    return list(zip(wanted, pages.fetch_many(asks, today=on), strict=True))


def register_of(section: Section) -> Register:
    """The register whose rows the section shows."""
    return _REGISTERS[section.register]


def _late(on: date) -> dict[str, str]:
    return {"to": (on - timedelta(days=1)).isoformat()}


def _soon(on: date) -> dict[str, str]:
    return {"from": on.isoformat(), "to": (on + SOON).isoformat()}


def _office(on: date) -> list[Section]:
    """Dates of the whole office, for those who lead it (O.12, O.14)."""
    appeals, matters = ["registered", "in_matter", "answer_draft"], ["opened", "assigned", "in_work"]
    return [
        Section(N_("Appeals overdue"), "appeals", {"status": appeals, "due": _late(on)}, by_due=True),
        Section(N_("Matters overdue"), "matters", {"status": matters, "due": _late(on)}, by_due=True),
        Section(N_("Replies overdue"), "acts", {"status": ["served"], "due": _late(on)}, by_due=True),
        Section(
            N_("Appeals due in three days"), "appeals", {"status": appeals, "due": _soon(on)}, by_due=True
        ),
        Section(
            N_("Matters due in three days"), "matters", {"status": matters, "due": _soon(on)}, by_due=True
        ),
    ]


def _to_sign() -> list[Section]:
    return [
        Section(N_("Acts to sign"), "acts", {"status": ["agreed"]}),
        Section(N_("Answers to sign"), "appeals", {"status": ["answer_draft"], "unsigned": True}),
    ]


def _to_agree() -> list[Section]:
    return [Section(N_("Drafts to agree"), "acts", {"status": ["agreement"]})]


def _to_assign() -> list[Section]:
    return [
        Section(N_("Appeals to decide on"), "appeals", {"status": ["registered"]}, by_due=True),
        Section(N_("Matters to assign"), "matters", {"status": ["opened"]}),
    ]


def _own(actor: Actor, on: date) -> list[Section]:
    """What is assigned to the officer."""
    mine = {"officer": str(actor.appointment_id)}
    working = ["assigned", "in_work"]
    return [
        Section(
            N_("My matters overdue"), "matters", {**mine, "status": working, "due": _late(on)}, by_due=True
        ),
        Section(
            N_("My matters due in three days"),
            "matters",
            {**mine, "status": working, "due": _soon(on)},
            by_due=True,
        ),
        Section(
            N_("Appeals to answer"), "appeals", {**mine, "status": ["in_matter", "answer_draft"]}, by_due=True
        ),
        Section(N_("My drafts"), "acts", {**mine, "status": ["draft"]}),
        Section(N_("Replies to assess"), "acts", {**mine, "status": ["replied"]}),
        Section(N_("My matters in work"), "matters", {**mine, "status": working}),
    ]


def _clerk(on: date) -> list[Section]:
    """What the registry does: serves acts, sends answers, watches dates."""
    return [
        Section(N_("Acts to serve"), "acts", {"status": ["signed"]}),
        Section(N_("Answers to send"), "appeals", {"status": ["answer_draft"], "unsent": True}),
        Section(N_("Replies overdue"), "acts", {"status": ["served"], "due": _late(on)}, by_due=True),
        Section(N_("Appeals waiting for a decision"), "appeals", {"status": ["registered"]}, by_due=True),
    ]
