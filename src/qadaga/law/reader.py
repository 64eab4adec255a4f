"""Reads YAML records with their lines, field by field; every fault names file, line, record and field."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from qadaga.law.records import LANGUAGES, NO_TEXT, STATUSES, Text

_LINE = "\x00line"


class CatalogueError(Exception):
    """The catalogue cannot be loaded: `file`, `line`, `record`, `field` and what is wrong."""

    def __init__(self, *, file: str, line: int, record: str, field: str, problem: str) -> None:
        super().__init__(f"{file}, line {line}: record {record!r}, field {field!r}: {problem}")
        self.file, self.line, self.record, self.field, self.problem = file, line, record, field, problem


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc] # chosen at run time: libyaml or not
    """A safe loader whose mappings know their line and refuse a key given twice."""


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[str, Any]:
    loader.flatten_mapping(node)
    found: dict[str, Any] = {_LINE: node.start_mark.line + 1}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in found:
            raise yaml.constructor.ConstructorError(None, None, f"key {key!r} twice", key_node.start_mark)
        found[key] = loader.construct_object(value_node, deep=True)
    return found


def _day(loader: Any, node: yaml.ScalarNode) -> Any:
    """A date; one that the calendar has not (2020-13-01) is a fault with its place."""
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError as error:
        raise yaml.constructor.ConstructorError(None, None, f"no day: {error}", node.start_mark) from error


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
_Loader.add_constructor("tag:yaml.org,2002:timestamp", _day)


def read_file(path: Path) -> dict[str, Any]:
    """The mapping of one YAML file. Raises CatalogueError when it is no YAML or no mapping."""
    try:
        # The loader is a SafeLoader: it builds plain values only.
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        problem = f"not readable as YAML: {getattr(error, 'problem', None) or error}"
        raise CatalogueError(file=path.name, line=line, record="-", field="-", problem=problem) from error
    if not isinstance(data, dict):
        raise CatalogueError(file=path.name, line=1, record="-", field="-", problem="must be a mapping")
    data.pop(_LINE)
    return data


class Entry:
    """One record being read: each field is taken once, with its type; what is left over is a fault."""

    def __init__(self, file: str, section: str, data: Any, place: int) -> None:
        self.file = file
        self.line = data.get(_LINE, 1) if isinstance(data, dict) else 1
        self.id = f"{section}[{place}]"
        if not isinstance(data, dict):
            raise self.fault("-", f"must be a mapping, found {type(data).__name__}")
        self._left = {k: v for k, v in data.items() if k != _LINE}

    def fault(self, field: str, problem: str) -> CatalogueError:
        """The error to raise about one field."""
        return CatalogueError(file=self.file, line=self.line, record=self.id, field=field, problem=problem)

    def take(self, field: str, kind: type | tuple[type, ...], default: Any = ...) -> Any:
        """The field's value, of that type; without a default the field is mandatory."""
        if field not in self._left:
            if default is ...:
                raise self.fault(field, "is missing")
            return default
        value = self._left.pop(field)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.fault(field, f"must be {_name(kind)}, found {value!r}")
        return value

    def word(self, field: str, default: Any = ..., among: tuple[str, ...] = ()) -> Any:
        """A non-empty string, of the given set if one is given; or the default."""
        value = self.take(field, str, default)
        if value == "" or (among and value not in among and value is not default):
            raise self.fault(
                field, f"must be one of {', '.join(among)}, found {value!r}" if among else "is empty"
            )
        return value

    def words(self, field: str, default: Any = ...) -> tuple[str, ...]:
        """A list of strings (a lone string counts as a list of one)."""
        value = self.take(field, (list, str), default)
        items = [value] if isinstance(value, str) else list(value)
        for item in items:
            if not isinstance(item, str) or not item:
                raise self.fault(field, f"must list non-empty strings, found {item!r}")
        return tuple(items)

    def flag(self, field: str, default: bool = False) -> bool:
        """true or false."""
        return bool(self.take(field, bool, default))

    def day(self, field: str, default: Any = ...) -> date | None:
        """A date as YAML writes it (2017-11-03); None where the default is None."""
        value = self.take(field, date, default)
        if isinstance(value, datetime):
            raise self.fault(field, f"must be a date without a time, found {value}")
        return value if value is None or isinstance(value, date) else None

    def text(self, field: str, default: Text | None = None) -> Text:
        """A text in ru, kk and en, none of them empty."""
        if field not in self._left and default is not None:
            return default
        value = {k: v for k, v in self.take(field, dict).items() if k != _LINE}
        check = value.pop("check", False)
        if set(value) != set(LANGUAGES) or not all(isinstance(v, str) and v.strip() for v in value.values()):
            raise self.fault(field, f"must hold ru, kk and en, each a text; found {value!r}")
        return Text(value["ru"], value["kk"], value["en"], bool(check))

    def nested(self, field: str) -> "Iterator[Entry]":
        """The entries of a list of mappings; their faults name this record and the field."""
        for place, data in enumerate(self.take(field, list, [])):
            inner = Entry(self.file, f"{self.id}.{field}", data, place + 1)
            yield inner

    def status(self) -> str:
        """The record's status; what says nothing is seed."""
        return str(self.word("status", "seed", STATUSES))

    def gist(self) -> Text:
        """The record's gist, or no text."""
        return self.text("gist", NO_TEXT)

    def left(self) -> dict[str, Any]:
        """Fields nobody has taken yet."""
        return self._left

    def done(self) -> None:
        """Every field must have been taken by now."""
        for field in self._left:
            raise self.fault(field, "is not a field of this record")


def _name(kind: type | tuple[type, ...]) -> str:
    names: dict[type, str] = {str: "a text", int: "a whole number", bool: "true or false", list: "a list"}
    names |= {dict: "a mapping", date: "a date (YYYY-MM-DD)"}
    kinds = kind if isinstance(kind, tuple) else (kind,)
    return " or ".join(names.get(k, k.__name__) for k in kinds)


Builder = Callable[[Entry], Any]
