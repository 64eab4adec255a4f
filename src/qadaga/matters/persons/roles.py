"""In which roles registers know people: declared by each, read in one statement, each line as its register
shows it.

As `bodies.traces`: the case file knows none of the upper modules. A line is seen by whom the law lets read
the card it stands on, in whose scope the card is, and whom nothing there complains of. Covert registers hold
no number of a person and declare nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.utils.translation import get_language

from qadaga import authority
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.authority.lists.filters import Labels
from qadaga.authority.lists.sql import scope_values
from qadaga.authority.scope import scope_of
from qadaga.database.prepared import prepared_cursor
from qadaga.law.coverage import implements
from qadaga.law.model import Subject
from qadaga.matters.bodies.traces import seen_sql

# The seventh digit of a number: of a man, and of a woman the next one.
_CENTURIES = {18: 1, 19: 3, 20: 5}
MOST = 30
"""Lines of one role on the card; one more tells that there are others."""


@dataclass(frozen=True, slots=True)
class Role:
    """A table `t` with a column of the person's number: `iin` and `who`, the name, are SQL over it.

    `card` is the key of the card the line stands on, `page` its address by name, `subject` and `power` what
    the law is asked about reading it. `at` is what has the columns `office_id` and `region_id`. `matter` is
    the key of the matter that may complain of the reader, `kinds` the records that may. A title may be said
    in two languages.
    """

    name: str
    label: str
    table: str
    iin: str
    who: str
    page: str
    subject: str
    power: str
    day: str
    title: str | Mapping[str, str]
    number: str = "''"
    status: str = "t.status"
    card: str = "t.id"
    at: str = "t"
    joins: str = ""
    matter: str = ""
    kinds: tuple[str, ...] = ()
    words: Labels = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One record that names the person; `id` is the key of the card it stands on."""

    id: UUID
    office_id: UUID
    iin: str
    who: str
    day: date
    number: str
    title: str
    status: str


_roles: dict[str, Role] = {}
ORDER = (
    *("official", "employee", "violator", "liable", "accused", "party", "held", "called", "summoned"),
    *("debtor", "claimant", "protected", "petitioner", "applicant", "representative"),
)


def declare(*roles: Role) -> None:
    """Let the card of a person show these roles."""
    _roles.update({role.name: role for role in roles})


def declared() -> list[Role]:
    """Every role: first what people are charged with, last what they asked for."""
    place = {name: n for n, name in enumerate(ORDER)}
    return sorted(_roles.values(), key=lambda role: place.get(role.name, len(ORDER)))


@implements("O.7.1", "O.8.d5")
def read(actor: Actor, on: date, numbers: Sequence[str]) -> dict[str, list[Line]]:
    """The newest lines of each role about these numbers that the actor may read; roles without one are left
    out. One query.
    """
    return _found(actor, on, "{iin} = ANY(%(numbers)s::text[])", {"numbers": list(numbers)})


@implements("O.7.1", "O.8.d5")
def namesakes(actor: Actor, on: date, name: str, born_on: date) -> dict[str, list[Line]]:
    """The same of whoever bears that very name and was born on that day, as the first digits of an IIN tell.

    Whoever may read none of their records learns nothing. One query, none without a name.
    """
    bears = " ".join(name.split())
    century = _CENTURIES.get(born_on.year // 100)
    if not bears or century is None:
        return {}
    first, past = (f"{born_on:%y%m%d}{digit}" for digit in (century, century + 2))
    where = "{iin} >= %(first)s AND {iin} < %(past)s AND lower({who}) = lower(%(bears)s)"
    return _found(actor, on, where, {"first": first, "past": past, "bears": bears}, keep=False)


def _found(
    actor: Actor, on: date, where: str, values: Mapping[str, object], *, keep: bool = True
) -> dict[str, list[Line]]:
    open_roles = [role for role in declared() if _admits(role, actor, on)]
    if not open_roles:
        return {}
    found: dict[str, list[Line]] = {}
    with prepared_cursor(keep=keep) as cursor:
        asked = " UNION ALL ".join(_sql(role, where) for role in open_roles)
        cursor.execute(asked, {**scope_values(scope_of(actor, on)), **values})
        for name, *columns in cursor.fetchall():
            found.setdefault(name, []).append(Line(*columns))
    return {role.name: found[role.name] for role in open_roles if role.name in found}


def _admits(role: Role, actor: Actor, on: date) -> bool:
    # Who may read a card of the own office may read those below; which these are, the scope says.
    who = actor.who(on)
    subject = Subject(kind=role.subject, office=actor.office_code, path=who.path if who else ())
    return authority.may(actor, role.power, subject, on=on).allowed


def _sql(role: Role, where: str) -> str:
    # Every piece is a constant of this code; the values are bound.
    title = (
        role.title if isinstance(role.title, str) else role.title["kk" if get_language() == "kk" else "ru"]
    )
    # No number is empty: said to a plan made without them, it may use an index that leaves empty ones out.
    return (
        f"(SELECT '{role.name}', {role.card} AS card, {role.at}.office_id, {role.iin}, {role.who},"  # noqa: S608 - as said
        f" {role.day} AS day, {role.number}, {title}, {role.status} FROM {role.table} t {role.joins}"
        f" WHERE {where.format(iin=role.iin, who=role.who)} AND {role.iin} <> ''"
        f" AND {seen_sql(role.at)}{_kept(role)}"
        f" ORDER BY day DESC, card DESC LIMIT {MOST + 1})"
    )


def _kept(role: Role) -> str:
    kept = ""
    own = barred.ids_sql(*role.kinds)
    if own:
        kept += f" AND {role.card} NOT IN ({own})"
    if role.matter:
        kept += f" AND ({role.matter} IS NULL OR {role.matter} NOT IN ({barred.ids_sql('matter')}))"
    return kept
