"""The catalogue's records: typed, frozen, each with titles in three languages, a status and its citations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from qadaga.law.model import Citation

LANGUAGES = ("ru", "kk", "en")
STATUSES = ("seed", "found", "unverified", "product")


class Text(NamedTuple):
    """One text in the three languages; `check` marks Kazakh that waits for a native reader."""

    ru: str
    kk: str
    en: str
    check: bool = False

    def get(self, language: str) -> str:
        """The text in that language; an unknown language reads English."""
        return str(getattr(self, language)) if language in LANGUAGES else self.en


NO_TEXT = Text("", "", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has. `status`: seed (the two sources), found, unverified or product (our rule)."""

    id: str
    title: Text
    gist: Text
    citations: tuple[Citation, ...]
    status: str
    edition: str
    file: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """A normative text (`kind` normative) or a supporting one (found, recalled)."""

    kind: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition(Record):
    """One edition of a source, in force from `valid_from` (inclusive) to `valid_to` (exclusive, None: open).

    `repeals`: ids of records that the earlier editions had and this one has not.
    """

    source: str
    valid_from: date
    valid_to: date | None
    repeals: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision(Record):
    """A clause of a source, in our own words."""

    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Record):
    """A record that needs no more than its name: direction, task, sphere, ground."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeKind(Record):
    """A kind of office: its level (1–3), its sphere if specialised, what may stand above it.

    `calls`: posts that are called otherwise there, "city prosecutor" for "district prosecutor".
    """

    level: int
    sphere: str | None
    specialised: bool
    collegium: bool
    legal_personality: bool
    parents: frozenset[str]
    head: str
    calls: Mapping[str, Text]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitKind(Record):
    """A kind of unit inside an office: at which levels of offices, and inside which other kinds of unit.

    A unit may always stand directly in its office.
    """

    levels: frozenset[int]
    inside: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement(Record):
    """What entry into the service asks for (`bar` False) or forbids (`bar` True).

    `officers`: asked of officers only, not of other employees.
    """

    bar: bool
    officers: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Record):
    """A post: whether it heads or deputises an office, at which levels, and who appoints to it.

    `staff`: officer, employee, or either. `term_years` None: without a term. `appointing`: the status of what
    the record says about appointing, which may wait for a check while the post itself is certain.
    """

    heads: bool
    deputy: bool
    unit_head: bool
    staff: str
    levels: frozenset[int]
    kinds: frozenset[str]
    appointed_by: str
    proposed_by: str | None
    consent_of: str | None
    term_years: int | None
    ex_officio: str | None
    appointing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActKind(Record):
    """A kind of act. `term`: its consideration term. `suspends`: the act it attacks may be suspended.

    `readings`: other classes that a source puts it in, each with the clause that does.
    """

    act_class: str
    class_status: str
    readings: tuple[tuple[str, str], ...]
    addressee: Text
    issuer: Text
    effect: Text
    term: str | None
    suspends: bool
    active: bool
    internal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRule(Record):
    """How a term runs.

    `unit`: working_days, calendar_days, months or years. `start`: next_day (the day of the event is not
    counted) or same_day. `at_rest`: next_working_day or stay, for an end on a non-working day.
    `longest_months`: the total a prolongation may reach, from the start; None: as decided. `by_author`: the
    act may set another length. `suspendable`: whoever set it may let it stand still for the addressee.
    """

    unit: str
    length: int
    start: str
    at_rest: str
    longest_months: int | None
    prolongable: bool
    by_author: bool
    suspendable: bool
    rest_clause: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank(Record):
    """A class rank or a military rank: its ladder, its place there (1 the lowest), years before the next."""

    ladder: str
    place: int
    years: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceKind(Record):
    """A kind of period in a working life; `counts`: it is part of the service length (L.2.6)."""

    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceFactor(Record):
    """How a day under special conditions is counted: as `numerator`/`denominator` of a day."""

    numerator: int
    denominator: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(Record):
    """How many hours something may last at most; `most` is the largest figure that it can ever get."""

    hours: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One condition of a power: its kind, the values it accepts or forbids, its clause, when it applies."""

    kind: str
    values: tuple[str, ...]
    cite: str
    when: tuple[tuple[str, str], ...]
    doors: frozenset[str]
    acting: bool
    status: str

    @property
    def key(self) -> str:
        """How golden rows name it: the kind, and the mark where the kind is one."""
        return f"{self.kind}:{self.values[0]}" if self.kind == "forbid" else self.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Power(Record):
    """A power, all its conditions and what follows from its use.

    `issues`: the kinds of act, or the measures, that its use gives. `starts`: the term that begins.
    `records`: the particulars to be written down. `tells`: who has to be told. `own_name`: the officer acts
    in the own name, not in the office's (else O.15 rules who signs).
    """

    conditions: tuple[Condition, ...]
    issues: tuple[str, ...]
    starts: str | None
    records: tuple[str, ...]
    tells: tuple[str, ...]
    own_name: bool

    @property
    def grounds(self) -> tuple[str, ...]:
        """The grounds it may be used on; empty where it needs none."""
        named = (value for one in self.conditions if one.kind == "ground" for value in one.values)
        return tuple(dict.fromkeys(named))


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Record):
    """What has to be done without being asked.

    `arises`: the event that makes it. `about`: the kinds of subject it is owed on. `falls_on`: posts and sets
    of posts (@heads, …), as in a power. `fulfilled_by`: the powers whose use fulfils it. `task`: what the
    person is asked to do. `term`: the term it has. `alarm_minutes`: after so many minutes unfulfilled the
    offices of `alarms` (own, higher) hear an alarm; `alarm_status` is the status of that figure.
    """

    arises: Text
    about: tuple[str, ...]
    falls_on: tuple[str, ...]
    fulfilled_by: tuple[str, ...]
    task: Text
    term: str | None
    alarm_minutes: int | None
    alarm_status: str
    alarms: tuple[str, ...]
    records: tuple[str, ...]
    tells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Record):
    """A question a newcomer asks. `clauses`: the provisions, and `shows`: the sections and records (written
    `section:id`, or `section` for all of it) that its answer is built from.
    """

    clauses: tuple[str, ...]
    shows: tuple[str, ...]
