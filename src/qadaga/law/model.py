"""What a ruling is asked about, and what it answers. Plain frozen values; no Django, no database, no clock.

`Facts` go in, a `Ruling` comes out. All ids are catalogue ids; an office is its code. The values that are
built once for every ruling (`Ruling`, `Missing`) are named tuples, because a refusal must cost microseconds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True)
class Who:
    """The person in the hat they wear.

    `path`: office codes from the General Prosecutor's Office down to and including the own office.
    `spheres` empty: a general (territorial) office. `territory`: KATO codes; empty: the whole country.
    `officer`: сотрудник (True) or other employee, работник (False), O.13.2.
    `acting`: replaces the absent head of that office on that day, O.14.2.
    `succeeds`: codes of closed offices whose work the own office carries on: theirs is its own.
    """

    post: str
    office: str
    office_kind: str
    level: int
    path: tuple[str, ...]
    spheres: frozenset[str]
    territory: frozenset[str]
    officer: bool
    acting: bool = False
    succeeds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Subject:
    """What the power is used on: a frozen value that an aggregate builds of itself for a ruling.

    `marks` are facts about the subject and this actor, e.g. "mine", "author", "conflict" (see docs/law.md).
    """

    kind: str
    office: str | None = None
    path: tuple[str, ...] = ()
    territory: str | None = None
    sphere: str | None = None
    direction: str | None = None
    status: str | None = None
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Facts:
    """Who wants to use which power on what, and on which ground."""

    who: Who
    power: str
    subject: Subject | None = None
    ground: str | None = None


class Citation(NamedTuple):
    """A clause of a source in one edition, e.g. ("O", "O.15", "O@2017-11-03")."""

    source: str
    clause: str
    edition: str


class Missing(NamedTuple):
    """One condition that does not hold: what it asks, what it found, and the clause it rests on.

    `code` names the kind of condition; `message` is an English msgid whose placeholders `data` fills
    (see `wording.sentence` for the reader's language).
    """

    code: str
    data: Mapping[str, Any]
    citation: Citation
    message: str


class Ruling(NamedTuple):
    """The law's answer: allowed or not, under which edition, by which clauses, and what is missing."""

    allowed: bool
    power: str
    edition: str
    citations: tuple[Citation, ...]
    missing: tuple[Missing, ...]

    def as_json(self) -> dict[str, Any]:
        """The ruling as plain JSON values; `Ruling.from_json` restores an equal ruling."""
        return {
            "allowed": self.allowed,
            "power": self.power,
            "edition": self.edition,
            "citations": [c._asdict() for c in self.citations],
            "missing": [_missing_json(m) for m in self.missing],
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Ruling":
        """Restores a stored ruling. Raises KeyError or TypeError on a value that is none."""
        return cls(
            allowed=bool(stored["allowed"]),
            power=stored["power"],
            edition=stored["edition"],
            citations=tuple(Citation(**c) for c in stored["citations"]),
            missing=tuple(_missing_of(m) for m in stored["missing"]),
        )


def _missing_json(missing: Missing) -> dict[str, Any]:
    data = {k: list(v) if isinstance(v, tuple) else v for k, v in missing.data.items()}
    return {
        "code": missing.code,
        "data": data,
        "citation": missing.citation._asdict(),
        "message": missing.message,
    }


def _missing_of(stored: Mapping[str, Any]) -> Missing:
    data = {k: tuple(v) if isinstance(v, list) else v for k, v in stored["data"].items()}
    return Missing(stored["code"], data, Citation(**stored["citation"]), stored["message"])


def facts_json(facts: Facts) -> dict[str, Any]:
    """Facts as plain JSON values (sets become sorted lists); `facts_of` restores equal facts."""
    return {
        "who": _plain(facts.who),
        "power": facts.power,
        "subject": None if facts.subject is None else _plain(facts.subject),
        "ground": facts.ground,
    }


def facts_of(stored: Mapping[str, Any]) -> Facts:
    """Restores facts from JSON values. Raises KeyError or TypeError on a value that is none."""
    who = dict(stored["who"])
    who["path"] = tuple(who["path"])
    who["spheres"] = frozenset(who["spheres"])
    who["territory"] = frozenset(who["territory"])
    who["succeeds"] = frozenset(who.get("succeeds", ()))
    return Facts(Who(**who), stored["power"], _subject_of(stored.get("subject")), stored.get("ground"))


def _subject_of(stored: Mapping[str, Any] | None) -> Subject | None:
    if stored is None:
        return None
    values = dict(stored)
    values["path"] = tuple(values.get("path", ()))
    values["marks"] = frozenset(values.get("marks", ()))
    return Subject(**values)


def _plain(value: Who | Subject) -> dict[str, Any]:
    fields = {name: getattr(value, name) for name in value.__slots__}
    return {k: _plain_value(v) for k, v in fields.items()}


def _plain_value(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(value)
    return list(value) if isinstance(value, tuple) else value
