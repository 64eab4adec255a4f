"""The parts of an answer to a self-check question: sayings, facts and tables taken from live records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.law.checks import posts_of
from qadaga.law.loading import Catalogue
from qadaga.law.records import Condition, OfficeKind, Post, Power, Record
from qadaga.web.components import Column, Row, Table, Text, lines
from qadaga.web.law.conditions import status_flag
from qadaga.web.law.links import clause_link, record_link
from qadaga.web.names import language


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an answer: a heading with sayings, labelled facts or a table under it."""

    title: str
    sayings: Sequence[SafeString] = ()
    pairs: Sequence[tuple[str, Text]] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """The state of the law and the day a question is answered for; `shown` is the day for links."""

    state: Catalogue
    on: date
    shown: date | None


def sayings(asked: Asked, *clauses: str) -> list[SafeString]:
    """What clauses say, each followed by a link to it; a clause the day has not says nothing."""
    found = (asked.state.provisions.get(clause) for clause in clauses)
    return [
        format_html(
            "{} {} {}",
            record.gist.get(language()) or record.title.get(language()),
            clause_link(record.id, asked.shown),
            status_flag(record.status),
        )
        for record in found
        if record is not None
    ]


def record_table(title: str, section: str, records: Iterable[Record], asked: Asked) -> Table:
    """Records as rows: the title as a link, the gist under it, its clauses and how sure it is."""
    rows = [
        Row(
            [
                lines(record_link(section, record, asked.shown), record.gist.get(language())),
                _clauses(record, asked.shown),
                status_flag(record.status),
            ]
        )
        for record in records
    ]
    return Table(title, [Column(title), Column(_("Clauses")), Column("")], rows)


def _clauses(record: Record, shown: date | None) -> SafeString:
    links = [clause_link(citation.clause, shown) for citation in record.citations]
    return SafeString(" ".join(links))


def resting_on(asked: Asked, section: str, clauses: Iterable[str]) -> list[Record]:
    """The records of a section that cite one of the clauses, in the order of the catalogue."""
    wanted = set(clauses)
    records: Iterable[Record] = getattr(asked.state, section).values()
    return [record for record in records if wanted & {citation.clause for citation in record.citations}]


def powers_of(post: Post, office_kind: str, state: Catalogue) -> list[Power]:
    """The powers whose conditions on the person and the kind of office this post meets by itself."""
    kind = state.office_kinds[office_kind]
    return [power for power in state.powers.values() if open_to(power, post, kind, state)]


def only_for(post: Post, powers: Iterable[Power], state: Catalogue) -> list[Power]:
    """Of these powers, those that no post of another office or rank meets."""
    return [power for power in powers if _posts_of(power, state) == {post.id} or _levels(power) == {"1"}]


def open_to(power: Power, post: Post, kind: OfficeKind, state: Catalogue) -> bool:
    """Whether that post in an office of that kind meets the power's conditions on both."""
    allowed: dict[str, Callable[[Condition], bool]] = {
        "posts": lambda c: post.id in posts_of(c, state.posts),
        "officer": lambda _c: post.staff != "employee",
        "levels": lambda c: str(kind.level) in c.values,
        "kinds": lambda c: kind.id in c.values,
    }
    return all(allowed[c.kind](c) for c in power.conditions if c.kind in allowed and not c.when)


def _posts_of(power: Power, state: Catalogue) -> set[str]:
    named = [posts_of(c, state.posts) for c in power.conditions if c.kind == "posts" and not c.when]
    return set(frozenset.intersection(*named)) if named else set()


def _levels(power: Power) -> set[str]:
    named = [set(c.values) for c in power.conditions if c.kind == "levels" and not c.when]
    return set.intersection(*named) if named else set()
