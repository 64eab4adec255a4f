"""Which of the pages that links lead to are open to whoever looks: menu, tabs, lists and prose all ask here.

The page itself rules again; this only keeps a link from leading to a refusal. What is not named here is open
to everybody who sees a link to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import conditional_escape

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.law.model import Ruling, Subject
from qadaga.matters.bodies.subject import READ as READ_OFFICIAL
from qadaga.matters.persons.subject import CARD, GATHER
from qadaga.matters.protected import READ as READ_PROTECTED
from qadaga.supervision.covert.subject import may_read
from qadaga.supervision.offences.subject import READ as READ_OFFENCE
from qadaga.web.components import Text, link

Rule = Callable[[Actor, date], Ruling]


def _own(power: str, kind: str) -> Rule:
    """Whether the actor may use the power on a record of that kind in the own office."""

    def rule(actor: Actor, on: date) -> Ruling:
        who = actor.who(on)
        subject = Subject(kind=kind, office=actor.office_code, path=who.path if who else ())
        return authority.may(actor, power, subject, on=on)

    return rule


def _gathering(actor: Actor, on: date) -> Ruling:
    return authority.may(actor, GATHER, CARD, on=on)


_CARDS = {
    "appeals": "appeal",
    "matters": "matter",
    "treaty_requests": "treaty_request",
    "treaty_parts": "treaty_request",
    "courtcases": "court_case",
    "reviews": "judicial_act",
    "writs": "enforcement_case",
    "assignments": "assignment",
}
"""Registers whose cards are read by one power: whom it leaves out still sees the list."""
_CASES = _own("investigation.read", "investigation")
_PRISONERS = _own("custody.read_person", "held_person")
# Pages by the name of their view; the same rule as the page's own, asked about a record of the own office.
RULES: Mapping[str, Rule] = {
    "persons:find": _gathering,
    "covert:list": may_read,
    "covert:card": may_read,
    "protected:card": _own(READ_PROTECTED, "protected_person"),
    "officials:card": _own(READ_OFFICIAL, "supervised_person"),
    "held:card": _PRISONERS,
    "visits:card": _PRISONERS,
    **{f"{space}:card": _CASES for space in ("investigations", "sanctions", "instructions", "complaints")},
    "offences:card": _own(READ_OFFENCE, "admin_case"),
    **{f"{space}:card": _own("card.read", kind) for space, kind in _CARDS.items()},
}


class Doors:
    """The answers for one reader, each asked for once a page at most."""

    def __init__(self, actor: Actor, on: date) -> None:
        self._actor, self._on = actor, on
        self._known: dict[str, bool] = {}

    def open(self, name: str) -> bool:
        """Whether the page of that name is open to the reader."""
        if name not in RULES:
            return True
        if name not in self._known:
            self._known[name] = RULES[name](self._actor, self._on).allowed
        return self._known[name]

    def closed(self, names: Iterable[str]) -> frozenset[str]:
        """Those of the pages that the reader may not open."""
        return frozenset(name for name in names if not self.open(name))


_doors: ContextVar[Doors | None] = ContextVar("doors", default=None)


@contextmanager
def read_by(actor: Actor, on: date) -> Iterator[None]:
    """Within: it is the actor who looks, as it is one language that is spoken."""
    token = _doors.set(Doors(actor, on))
    try:
        yield
    finally:
        _doors.reset(token)


def is_open(name: str) -> bool:
    """Whether whoever looks may open the page; True where nobody in particular looks."""
    doors = _doors.get()
    return doors is None or doors.open(name)


def leading(name: str, text: str, *args: Any) -> Text:
    """A link to the page where it is open to whoever looks, else the words alone; the text is escaped."""
    return link(reverse(name, args=args), text) if is_open(name) else conditional_escape(text)
