"""Checks that every id a record names exists: clauses, posts, kinds, terms, grounds, spheres."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from qadaga.law.conditions import POST_SETS
from qadaga.law.messages import BY_MARK
from qadaga.law.reader import CatalogueError
from qadaga.law.records import (
    ActKind,
    Duty,
    Edition,
    OfficeKind,
    Post,
    Power,
    Question,
    Record,
    UnitKind,
)

Versions = Mapping[str, Mapping[str, list[Record]]]
Named = tuple[str, str, str]  # field, section, id

IN_CONDITIONS = {
    "posts": "posts",
    "kinds": "office_kinds",
    "about": "subjects",
    "directions": "directions",
    "ground": "grounds",
    "act_kinds": "act_kinds",
    "status": "statuses",
    "not_status": "statuses",
}


ANY_OF = {
    "act_kinds or measures": ("act_kinds", "measures"),
    "posts or authorities": ("posts", "authorities"),
}
# Who appoints, where neither source says.
UNKNOWN = "unverified"
SETS = tuple(f"@{name}" for name in (*POST_SETS, "acting", "mine"))


def check(versions: Versions) -> None:
    """Raises CatalogueError at the first reference to an id that does not exist."""
    for records in versions.values():
        for record in (r for found in records.values() for r in found):
            for field, section, name in _names(record):
                if not _known(section, name, versions):
                    raise CatalogueError(
                        file=record.file,
                        line=record.line,
                        record=record.id,
                        field=field,
                        problem=f"{name!r} is not among the {section}",
                    )


def _known(section: str, name: str, versions: Versions) -> bool:
    if section == "marks":
        return name in BY_MARK
    if section == "sections":
        return name in versions
    return any(name in versions[one] for one in ANY_OF.get(section, (section,)))


def _names(record: Record) -> Iterator[Named]:
    if record.edition:
        yield from (("cites", "provisions", c.clause) for c in record.citations)
    for kind, names in _BY_TYPE.items():
        if isinstance(record, kind):
            yield from names(record)


def _of_edition(record: Edition) -> Iterator[Named]:
    yield "source", "sources", record.source


def _of_post(record: Post) -> Iterator[Named]:
    yield from (("kinds", "office_kinds", kind) for kind in record.kinds)
    who = ((field, getattr(record, field)) for field in ("appointed_by", "proposed_by", "consent_of"))
    yield from ((field, "posts or authorities", name) for field, name in who if name not in (None, UNKNOWN))
    if record.ex_officio:
        yield "ex_officio", "posts", record.ex_officio


def _of_act_kind(record: ActKind) -> Iterator[Named]:
    yield from (("readings.cite", "provisions", clause) for _, clause in record.readings)
    if record.term:
        yield "term", "terms", record.term


def _of_office_kind(record: OfficeKind) -> Iterator[Named]:
    yield "head", "posts", record.head
    if record.sphere:
        yield "sphere", "spheres", record.sphere
    yield from (("parents", "office_kinds", kind) for kind in record.parents)
    yield from (("calls", "posts", post) for post in record.calls)


def _of_unit_kind(record: UnitKind) -> Iterator[Named]:
    yield from (("inside", "unit_kinds", kind) for kind in record.inside)


def _of_power(record: Power) -> Iterator[Named]:
    if record.starts:
        yield "starts", "terms", record.starts
    yield from (("issues", "act_kinds or measures", name) for name in record.issues)
    yield from _told(record)
    for condition in record.conditions:
        yield "cite", "provisions", condition.cite
        if condition.kind == "forbid":
            yield "conditions.forbid", "marks", condition.values[0]
        section = IN_CONDITIONS.get(condition.kind)
        for value in condition.values if section else ():
            if section and not value.startswith("@"):
                yield f"conditions.{condition.kind}", section, value


def _told(record: Power | Duty) -> Iterator[Named]:
    yield from (("records", "particulars", name) for name in record.records)
    yield from (("tells", "parties", name) for name in record.tells)


def _of_duty(record: Duty) -> Iterator[Named]:
    if record.term:
        yield "term", "terms", record.term
    yield from (("about", "subjects", name) for name in record.about)
    yield from (("fulfilled_by", "powers", name) for name in record.fulfilled_by)
    yield from (("falls_on", "posts", name) for name in record.falls_on if name not in SETS)
    yield from _told(record)


def _of_question(record: Question) -> Iterator[Named]:
    yield from (("clauses", "provisions", name) for name in record.clauses)
    for place in record.shows:
        section, _, name = place.partition(":")
        yield "shows", "sections", section
        if name:
            yield "shows", section, name


_BY_TYPE: dict[type, Callable[[Any], Iterator[Named]]] = {
    Edition: _of_edition,
    OfficeKind: _of_office_kind,
    UnitKind: _of_unit_kind,
    Post: _of_post,
    ActKind: _of_act_kind,
    Power: _of_power,
    Duty: _of_duty,
    Question: _of_question,
}
