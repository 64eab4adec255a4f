"""Checks that every id a record names exists: clauses, posts, kinds, terms, grounds, spheres."""

from collections.abc import Iterator, Mapping

from qadaga.law.messages import BY_MARK
from qadaga.law.reader import CatalogueError
from qadaga.law.records import ActKind, Edition, OfficeKind, Post, Power, Record

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


def check(versions: Versions) -> None:
    """Raises CatalogueError at the first reference to an id that does not exist."""
    for records in versions.values():
        for record in (r for found in records.values() for r in found):
            for field, section, name in _names(record):
                if name not in (BY_MARK if section == "marks" else versions[section]):
                    raise CatalogueError(
                        file=record.file,
                        line=record.line,
                        record=record.id,
                        field=field,
                        problem=f"{name!r} is not among the {section}",
                    )


def _names(record: Record) -> Iterator[Named]:
    if record.edition:
        yield from (("cites", "provisions", c.clause) for c in record.citations)
    if isinstance(record, Edition):
        yield "source", "sources", record.source
    elif isinstance(record, OfficeKind):
        yield from _of_office_kind(record)
    elif isinstance(record, Post):
        yield from (("kinds", "office_kinds", kind) for kind in record.kinds)
    elif isinstance(record, ActKind) and record.term:
        yield "term", "terms", record.term
    elif isinstance(record, Power):
        yield from _of_power(record)


def _of_office_kind(record: OfficeKind) -> Iterator[Named]:
    yield "head", "posts", record.head
    if record.sphere:
        yield "sphere", "spheres", record.sphere
    yield from (("parents", "office_kinds", kind) for kind in record.parents)
    yield from (("calls", "posts", post) for post in record.calls)


def _of_power(record: Power) -> Iterator[Named]:
    if record.starts:
        yield "starts", "terms", record.starts
    for condition in record.conditions:
        yield "cite", "provisions", condition.cite
        if condition.kind == "forbid":
            yield "conditions.forbid", "marks", condition.values[0]
        section = IN_CONDITIONS.get(condition.kind)
        for value in condition.values if section else ():
            if section and not value.startswith("@"):
                yield f"conditions.{condition.kind}", section, value
