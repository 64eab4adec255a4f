"""Loads a catalogue directory: reads, builds, resolves every reference, and cuts it into states of the law.

A state is a span of days with the same editions in force. All or nothing: a fault anywhere loads nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from qadaga.law.builders import BUILDERS
from qadaga.law.conditions import expand
from qadaga.law.model import Citation
from qadaga.law.reader import Entry, read_file
from qadaga.law.records import (
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
    Text,
    UnitKind,
)
from qadaga.law.references import check

SECTIONS = tuple(BUILDERS)
Versions = dict[str, dict[str, list[Record]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The law as it stands from `start` (inclusive) to `end` (exclusive, None: open), each section by id.

    `edition` names the editions of the normative sources then in force.
    """

    start: date
    end: date | None
    edition: str
    sources: Mapping[str, Source]
    editions: Mapping[str, Edition]
    provisions: Mapping[str, Provision]
    authorities: Mapping[str, Named]
    spheres: Mapping[str, Named]
    office_kinds: Mapping[str, OfficeKind]
    unit_kinds: Mapping[str, UnitKind]
    posts: Mapping[str, Post]
    requirements: Mapping[str, Requirement]
    directions: Mapping[str, Named]
    tasks: Mapping[str, Named]
    transport_modes: Mapping[str, Named]
    transport_tasks: Mapping[str, Named]
    subjects: Mapping[str, Named]
    statuses: Mapping[str, Named]
    grounds: Mapping[str, Named]
    terms: Mapping[str, TermRule]
    act_kinds: Mapping[str, ActKind]
    measures: Mapping[str, Named]
    particulars: Mapping[str, Named]
    parties: Mapping[str, Named]
    ranks: Mapping[str, Rank]
    service_kinds: Mapping[str, ServiceKind]
    service_factors: Mapping[str, ServiceFactor]
    limits: Mapping[str, Limit]
    powers: Mapping[str, Power]
    duties: Mapping[str, Duty]
    questions: Mapping[str, Question]

    def called(self, post: str, office_kind: str) -> Text | None:
        """What a post is called in an office of that kind; None for a post that this state has not."""
        kind = self.office_kinds.get(office_kind)
        if kind is not None and post in kind.calls:
            return kind.calls[post]
        return self.posts[post].title if post in self.posts else None

    def cite(self, clause: str) -> Citation:
        """The clause in the edition in force in this state; in its source's last one if none is."""
        return _cite(clause, self.editions, self.start)


@dataclass(frozen=True)
class Law:
    """All states of the law, oldest first; together they cover every day from the first edition on."""

    states: tuple[Catalogue, ...]

    def at(self, on: date) -> Catalogue:
        """The state on that day; before the first edition: the first state."""
        for state in reversed(self.states):
            if state.start <= on:
                return state
        return self.states[0]

    @cached_property
    def latest(self) -> Catalogue:
        """The last state."""
        return self.states[-1]


def load_directory(*directories: Path) -> Law:
    """The law of all `*.yaml` in the directories, in name order. Raises CatalogueError naming the fault."""
    entries = list(_entries(directories))
    groups = {e.id: e.take("conditions", list) for section, e in entries if section == "groups"}
    versions: Versions = {section: {} for section in SECTIONS}
    for wanted in SECTIONS:
        for entry in (e for section, e in entries if section == wanted):
            expand(entry.left(), groups, entry)
            _add(versions, wanted, entry)
    check(versions)
    return Law(tuple(_states(versions)))


def _entries(directories: tuple[Path, ...]) -> Iterator[tuple[str, Entry]]:
    for path in (p for directory in directories for p in sorted(directory.glob("*.yaml"))):
        for section, items in read_file(path).items():
            header = Entry(path.name, section, {}, 0)
            if section == "chapter":
                continue
            if section not in (*SECTIONS, "groups") or not isinstance(items, list):
                raise header.fault("-", f"sections are lists named {', '.join(SECTIONS)} or groups")
            for place, data in enumerate(items, 1):
                entry = Entry(path.name, section, data, place)
                entry.id = entry.word("id")
                yield section, entry


def _add(versions: Versions, section: str, entry: Entry) -> None:
    editions = cast("dict[str, list[Edition]]", versions["editions"])
    known = {name: found[0] for name, found in editions.items()}
    record = BUILDERS[section](entry, _common(section, entry, known))
    entry.done()
    others = versions[section].setdefault(record.id, [])
    if any(other.edition == record.edition for other in others):
        raise entry.fault("id", f"{record.id!r} is given twice in {section}")
    others.append(record)


def _common(section: str, entry: Entry, editions: Mapping[str, Edition]) -> dict[str, Any]:
    clauses = _clauses(section, entry)
    edition = _edition(section, entry, clauses, editions)
    since = editions[edition].valid_from if edition in editions else date.min
    return {
        "id": entry.id,
        "title": entry.text("title"),
        "gist": entry.gist(),
        "citations": tuple(_cite(clause, editions, since) for clause in clauses),
        "status": entry.status(),
        "edition": edition,
        "file": entry.file,
        "line": entry.line,
    }


def _clauses(section: str, entry: Entry) -> tuple[str, ...]:
    if section in ("sources", "editions", "provisions"):
        return (entry.id,)
    clauses = entry.words("cites")
    if not clauses:
        raise entry.fault("cites", "a record without a citation does not load")
    return clauses


def _edition(section: str, entry: Entry, clauses: tuple[str, ...], editions: Mapping[str, Edition]) -> str:
    """The edition the record belongs to: the one it names, else the first of its first clause's source.

    A power rests on the clauses of its conditions too: it begins with the last of their normative sources.
    """
    if section in ("sources", "editions"):
        return ""
    named = entry.word("edition", None)
    sources = {clause.split(".", maxsplit=1)[0] for clause in _begun_by(section, entry, clauses)}
    first = {source: _first(source, editions) for source in sources}
    own = sorted(found for found in first.values() if found)
    if named is not None and named not in editions:
        raise entry.fault("edition", f"{named!r} is no edition")
    if not own:
        raise entry.fault("cites", f"{clauses[0]!r}: its source has no edition")
    return str(named or own[-1][1])


def _begun_by(section: str, entry: Entry, clauses: tuple[str, ...]) -> list[str]:
    listed = entry.left().get("conditions") if section == "powers" else None
    conditions = [c for c in listed if isinstance(c, dict)] if isinstance(listed, list) else []
    cited = [str(c.get("cite", "")) for c in conditions if not _supports(c)]
    return [clauses[0], *cited]


def _supports(condition: Mapping[str, Any]) -> bool:
    """Whether a condition rests on a supporting source or a rule of ours: those begin nothing."""
    return bool(condition.get("status_of", "seed") != "seed")


def _first(source: str, editions: Mapping[str, Edition]) -> tuple[date, str] | None:
    own = sorted((e.valid_from, e.id) for e in editions.values() if e.source == source)
    return own[0] if own else None


def _cite(clause: str, editions: Mapping[str, Edition], on: date) -> Citation:
    source = clause.split(".", maxsplit=1)[0]
    own = sorted((e.valid_from, e.id) for e in editions.values() if e.source == source)
    begun = [name for start, name in own if start <= on]
    return Citation(source, clause, begun[-1] if begun else (own[0][1] if own else ""))


def _states(versions: Versions) -> Iterator[Catalogue]:
    editions = [cast("Edition", found[0]) for found in versions["editions"].values()]
    bounds = sorted({day for e in editions for day in (e.valid_from, e.valid_to) if day})
    for start, end in zip(bounds, [*bounds[1:], None], strict=True):
        sections = {name: _in_force(found, editions, start) for name, found in versions.items()}
        sources = cast("dict[str, Source]", sections["sources"])
        normative = [e for e in editions if _live(e, start) and sources[e.source].kind == "normative"]
        # Of a source's editions in force the one begun last rules; an open end needs no closing by hand.
        newest = {e.source: e.id for e in sorted(normative, key=lambda e: e.valid_from)}
        label = "+".join(sorted(newest.values()))
        values = {f.name: sections[f.name] for f in fields(Catalogue) if f.name in sections}
        yield Catalogue(start=start, end=end, edition=label, **values)  # type: ignore[arg-type] # sections checked by name


def _live(edition: Edition, on: date) -> bool:
    return edition.valid_from <= on and (edition.valid_to is None or on < edition.valid_to)


def _in_force(found: dict[str, list[Record]], editions: list[Edition], on: date) -> dict[str, Record]:
    """Each id's version of the latest edition begun by then, unless its source has ended or repealed it."""
    by_id = {e.id: e for e in editions}
    result = {}
    for name, records in found.items():
        begun = [r for r in records if not r.edition or by_id[r.edition].valid_from <= on]
        begun.sort(key=lambda r: by_id[r.edition].valid_from if r.edition else date.min)
        if begun and (not begun[-1].edition or _stands(begun[-1], by_id, on)):
            result[name] = begun[-1]
    return result


def _stands(record: Record, editions: Mapping[str, Edition], on: date) -> bool:
    own = editions[record.edition]
    line = [e for e in editions.values() if e.source == own.source]
    repealed = any(record.id in e.repeals and own.valid_from < e.valid_from <= on for e in line)
    return not repealed and any(_live(e, on) for e in line)
