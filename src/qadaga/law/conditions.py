"""Reads the conditions of a power. Each is one mapping: its kind, its clause, and when it applies.

Kinds: officer, posts, levels, kinds (of office), relation, about (kinds of subject), status, not_status,
act_kinds, directions, ground, territory, sphere, forbid (one mark). `{use: [names]}` uses groups.
"""

from typing import Any

from qadaga.law.reader import Entry
from qadaga.law.records import STATUSES, Condition

LISTS = ("levels", "kinds", "relation", "about", "status", "not_status", "act_kinds", "directions", "ground")
FLAGS = ("officer", "territory", "sphere")
KINDS = ("posts", *LISTS, *FLAGS, "forbid")
RELATIONS = ("own", "higher", "lower")
POST_SETS = ("heads", "deputies", "unit_heads", "officers", "employees", "any")
GUARDS = ("mark", "mark_not", "ground", "ground_not", "acting", "relation", "level")

Groups = dict[str, tuple[Condition, ...]]


def conditions(entry: Entry) -> tuple[Condition, ...]:
    """The conditions of the record's `conditions` field; groups that it uses must have been `expand`ed."""
    return tuple(_condition(inner) for inner in entry.nested("conditions"))


def expand(data: dict[str, Any], groups: dict[str, list[Any]], entry: Entry) -> None:
    """Replaces each `use` in the record's conditions by the conditions of the groups it names."""
    listed = data.get("conditions")
    if not isinstance(listed, list):
        return
    found: list[Any] = []
    for item in listed:
        names = item.get("use") if isinstance(item, dict) else None
        found.extend([item] if names is None else _members(names, groups, entry))
    data["conditions"] = found


def _members(names: object, groups: dict[str, list[Any]], entry: Entry) -> list[Any]:
    found: list[Any] = []
    for name in names if isinstance(names, list) else [names]:
        if not isinstance(name, str) or name not in groups:
            raise entry.fault("conditions", f"uses the group {name!r}, which does not exist")
        found.extend(groups[name])
    return found


def _condition(entry: Entry) -> Condition:
    kinds = [kind for kind in KINDS if kind in entry.left()]
    if len(kinds) != 1:
        raise entry.fault(
            "kind", f"needs exactly one of {', '.join(KINDS)}; found {', '.join(kinds) or 'none'}"
        )
    values, doors, acting = _values(entry, kinds[0])
    condition = Condition(
        kind=kinds[0],
        values=values,
        cite=entry.word("cite"),
        when=_guard(entry),
        doors=doors,
        acting=acting,
        status=entry.word("status_of", "seed", STATUSES),
    )
    entry.done()
    return condition


def _values(entry: Entry, kind: str) -> tuple[tuple[str, ...], frozenset[str], bool]:
    if kind == "posts":
        return _posts(entry)
    if kind in FLAGS:
        if not entry.flag(kind):
            raise entry.fault(kind, "must be true")
        return (), frozenset(), False
    if kind == "forbid":
        return (entry.word(kind),), frozenset(), False
    if kind == "levels":
        return tuple(str(level) for level in entry.take(kind, list)), frozenset(), False
    values = entry.words(kind)
    if kind == "relation" and set(values) - set(RELATIONS):
        raise entry.fault(kind, f"must be among {', '.join(RELATIONS)}, found {', '.join(values)}")
    return values, frozenset(), False


def _posts(entry: Entry) -> tuple[tuple[str, ...], frozenset[str], bool]:
    """`{heads: true, deputies: true, officers: true, list: [...], acting: true, marks: [mine]}`."""
    inner = Entry(entry.file, f"{entry.id}.posts", entry.take("posts", dict), 1)
    sets = tuple(f"@{name}" for name in POST_SETS if inner.flag(name))
    listed, marks, acting = inner.words("list", ()), inner.words("marks", ()), inner.flag("acting")
    inner.done()
    if not (sets or listed or marks or acting):
        raise entry.fault("posts", "names no post")
    return sets + listed, frozenset(marks), acting


def _guard(entry: Entry) -> tuple[tuple[str, str], ...]:
    guard = entry.take("when", dict, {})
    found = []
    for key, value in guard.items():
        if key not in GUARDS and not key.startswith("\x00"):
            raise entry.fault("when", f"knows {', '.join(GUARDS)}; found {key!r}")
        if key in GUARDS:
            found.append((key, str(value).lower() if isinstance(value, bool) else str(value)))
    return tuple(found)
