"""The first text of an act, made from what its matter has on record, in Russian or Kazakh."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from string import Formatter

import yaml

from qadaga.matters.models import Violation

_FILE = Path(__file__).with_name("templates.yaml")
_OTHER = "other"
Lines = Mapping[str, list[str]]


@cache
def _templates() -> Mapping[str, Mapping[str, Lines]]:
    content: Mapping[str, Mapping[str, Lines]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return content


def first_text(
    *, kind: str, language: str, violations: Iterable[Violation], protested: str = ""
) -> dict[str, str]:
    """Facts, norms and demands for an act of that kind about those violations, one paragraph a line."""
    rows = list(violations)
    values = {
        "what": _joined(row.what for row in rows),
        "causes": _joined(row.causes_text for row in rows),
        "consequences": _joined(row.consequences_text for row in rows),
        "protested": protested,
    }
    template = _templates().get(kind, _templates()[_OTHER])[language]
    text = {part: "\n".join(_filled(lines, values)) for part, lines in template.items()}
    return {**text, "norms": "\n".join(dict.fromkeys(row.norm for row in rows))}


def _filled(lines: Iterable[str], values: Mapping[str, str]) -> list[str]:
    return [line.format(**values) for line in lines if all(values[name] for name in _names(line))]


def _names(line: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(line) if name]


def _joined(texts: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(" ".join(text.split()) for text in texts if text))
