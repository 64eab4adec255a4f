"""Turns a read entry into its typed record: one small function a section of the catalogue."""

from collections.abc import Callable, Iterator
from typing import Any

from qadaga.law.conditions import conditions
from qadaga.law.reader import Entry
from qadaga.law.records import (
    NO_TEXT,
    STATUSES,
    ActKind,
    Duty,
    Edition,
    Limit,
    Named,
    OfficeKind,
    Post,
    Power,
    Provision,
    Question,
    Rank,
    Record,
    Requirement,
    ServiceFactor,
    ServiceKind,
    Source,
    TermRule,
    UnitKind,
)

Common = dict[str, Any]
ACT_CLASSES = ("supervision", "response", "internal", "court")
UNITS = ("working_days", "calendar_days", "months", "years")


def source(entry: Entry, common: Common) -> Source:
    """A source of norms."""
    return Source(
        **common,
        kind=entry.word("kind", among=("normative", "found", "recalled")),
        url=entry.word("url", default="-"),
    )


def edition(entry: Entry, common: Common) -> Edition:
    """An edition; its end, if it has one, lies after its beginning."""
    starts, ends = entry.day("valid_from"), entry.day("valid_to", None)
    if starts is None or (ends is not None and ends <= starts):
        raise entry.fault("valid_to", "must lie after valid_from")
    return Edition(
        **common,
        source=entry.word("source"),
        valid_from=starts,
        valid_to=ends,
        repeals=frozenset(entry.words("repeals", ())),
    )


def provision(entry: Entry, common: Common) -> Provision:
    """A clause."""
    return Provision(**common, source=entry.id.split(".", maxsplit=1)[0])


def named(entry: Entry, common: Common) -> Named:
    """A record that is only its name."""
    return Named(**common)


def office_kind(entry: Entry, common: Common) -> OfficeKind:
    """A kind of office."""
    return OfficeKind(
        **common,
        level=_level(entry, entry.take("level", int)),
        sphere=entry.word("sphere", None),
        specialised=entry.flag("specialised"),
        collegium=entry.flag("collegium"),
        legal_personality=entry.flag("legal_personality"),
        parents=frozenset(entry.words("parents", ())),
        head=entry.word("head"),
        calls={inner.word("post"): inner.text("title") for inner in _closed(entry.nested("calls"))},
    )


def unit_kind(entry: Entry, common: Common) -> UnitKind:
    """A kind of unit inside an office."""
    levels = frozenset(_level(entry, level) for level in entry.take("levels", list))
    return UnitKind(**common, levels=levels, inside=frozenset(entry.words("inside", ())))


def _closed(entries: Iterator[Entry]) -> Iterator[Entry]:
    """The entries, each refused after use where it holds a field nobody read."""
    for inner in entries:
        yield inner
        inner.done()


def post(entry: Entry, common: Common) -> Post:
    """A post."""
    levels = entry.take("levels", list)
    return Post(
        **common,
        heads=entry.flag("heads"),
        deputy=entry.flag("deputy"),
        unit_head=entry.flag("unit_head"),
        staff=entry.word("staff", among=("officer", "employee", "either")),
        levels=frozenset(_level(entry, level) for level in levels),
        kinds=frozenset(entry.words("kinds", ())),
        appointed_by=entry.word("appointed_by"),
        proposed_by=entry.word("proposed_by", None),
        consent_of=entry.word("consent_of", None),
        term_years=entry.take("term_years", int, None),
        ex_officio=entry.word("ex_officio", None),
        appointing=entry.word("appointing", "seed", STATUSES),
    )


def requirement(entry: Entry, common: Common) -> Requirement:
    """What entry into the service asks for or forbids."""
    return Requirement(**common, bar=entry.flag("bar"), officers=entry.flag("officers"))


def _level(entry: Entry, level: object) -> int:
    if level not in (1, 2, 3) or isinstance(level, bool):
        raise entry.fault("level", f"must be 1, 2 or 3, found {level!r}")
    return int(str(level))


def act_kind(entry: Entry, common: Common) -> ActKind:
    """A kind of act."""
    return ActKind(
        **common,
        act_class=entry.word("class", among=ACT_CLASSES),
        class_status=entry.word("class_status", "unverified", ("seed", "found", "unverified")),
        readings=tuple(_reading(inner) for inner in entry.nested("readings")),
        addressee=entry.text("addressee", NO_TEXT),
        issuer=entry.text("issuer", NO_TEXT),
        effect=entry.text("effect", NO_TEXT),
        term=entry.word("term", None),
        suspends=entry.flag("suspends"),
        active=entry.flag("active", True),
        internal=entry.flag("internal"),
    )


def _reading(inner: Entry) -> tuple[str, str]:
    found = inner.word("class", among=ACT_CLASSES), inner.word("cite")
    inner.done()
    return found


def term(entry: Entry, common: Common) -> TermRule:
    """A term."""
    length = entry.take("length", int)
    if length < 1:
        raise entry.fault("length", f"must be at least 1, found {length}")
    return TermRule(
        **common,
        unit=entry.word("unit", among=UNITS),
        length=length,
        start=entry.word("start", "next_day", ("next_day", "same_day")),
        at_rest=entry.word("at_rest", "next_working_day", ("next_working_day", "stay")),
        rest_clause=entry.word("rest_clause", None),
        longest_months=entry.take("longest_months", int, None),
        prolongable=entry.flag("prolongable"),
        suspendable=entry.flag("suspendable"),
        by_author=entry.flag("by_author"),
    )


def power(entry: Entry, common: Common) -> Power:
    """A power; at least one condition."""
    found = conditions(entry)
    if not found:
        raise entry.fault("conditions", "a power needs at least one condition")
    return Power(
        **common,
        conditions=found,
        issues=entry.words("issues", ()),
        starts=entry.word("starts", None),
        records=entry.words("records", ()),
        tells=entry.words("tells", ()),
        own_name=entry.flag("own_name"),
    )


def duty(entry: Entry, common: Common) -> Duty:
    """A duty: what makes it, on whom it falls, what fulfils it, and how soon an alarm is raised."""
    minutes = entry.take("alarm_minutes", int, None)
    if minutes is not None and minutes < 1:
        raise entry.fault("alarm_minutes", f"must be at least 1, found {minutes}")
    alarms = entry.words("alarms", ())
    if bool(alarms) != (minutes is not None):
        raise entry.fault("alarms", "stands together with alarm_minutes")
    return Duty(
        **common,
        arises=entry.text("arises"),
        about=entry.words("about"),
        falls_on=entry.words("falls_on"),
        fulfilled_by=entry.words("fulfilled_by"),
        task=entry.text("task"),
        term=entry.word("term", None),
        alarm_minutes=minutes,
        alarm_status=entry.word("alarm_status", "unverified", STATUSES),
        alarms=_among(entry, "alarms", alarms, ("own", "higher")),
        records=entry.words("records", ()),
        tells=entry.words("tells", ()),
    )


def _among(entry: Entry, field: str, found: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    for value in found:
        if value not in known:
            raise entry.fault(field, f"knows {', '.join(known)}; found {value!r}")
    return found


def question(entry: Entry, common: Common) -> Question:
    """A question and what its answer is built from."""
    return Question(**common, clauses=entry.words("clauses"), shows=entry.words("shows"))


def rank(entry: Entry, common: Common) -> Rank:
    """A rank."""
    place, years = entry.take("place", int), entry.take("years", int, None)
    if place < 1 or (years is not None and years < 1):
        raise entry.fault("place", "the place and the years must be at least 1")
    return Rank(**common, ladder=entry.word("ladder", among=("class", "military")), place=place, years=years)


def service_kind(entry: Entry, common: Common) -> ServiceKind:
    """A kind of period."""
    return ServiceKind(**common, counts=entry.flag("counts", True))


def service_factor(entry: Entry, common: Common) -> ServiceFactor:
    """A factor; both numbers above zero."""
    numerator, denominator = entry.take("numerator", int), entry.take("denominator", int, 1)
    if numerator < 1 or denominator < 1:
        raise entry.fault("numerator", "both numbers must be at least 1")
    return ServiceFactor(**common, numerator=numerator, denominator=denominator)


def limit(entry: Entry, common: Common) -> Limit:
    """A limit; at least one hour, at most as many as can ever be set."""
    hours, most = entry.take("hours", int), entry.take("most", int)
    if not 1 <= hours <= most:
        raise entry.fault("hours", f"must be from 1 to {most} (most), found {hours}")
    return Limit(**common, hours=hours, most=most)


BUILDERS: dict[str, Callable[[Entry, Common], Record]] = {
    "sources": source,
    "editions": edition,
    "provisions": provision,
    "authorities": named,
    "spheres": named,
    "office_kinds": office_kind,
    "unit_kinds": unit_kind,
    "posts": post,
    "requirements": requirement,
    "directions": named,
    "tasks": named,
    "transport_modes": named,
    "transport_tasks": named,
    "subjects": named,
    "statuses": named,
    "grounds": named,
    "terms": term,
    "act_kinds": act_kind,
    "measures": named,
    "particulars": named,
    "parties": named,
    "ranks": rank,
    "service_kinds": service_kind,
    "service_factors": service_factor,
    "limits": limit,
    "powers": power,
    "duties": duty,
    "questions": question,
}
