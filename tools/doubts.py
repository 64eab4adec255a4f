"""The Kazakh outside the parts files that its author was not sure of: the law, papers, offices."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

# Data with wording of its own; a mark `check: true` covers everything below it.
_SOURCES = ("law/catalogue/*.yaml", "documents/forms.yaml", "acts/templates.yaml", "offices/data/*.yaml")


class Doubt(NamedTuple):
    """One Kazakh text that waits for a native reader."""

    file: str
    en: str
    ru: str
    kk: str


def doubts(package: Path) -> Iterator[Doubt]:
    """Every marked text of the data files, in the files' order."""
    for pattern in _SOURCES:
        for path in sorted(package.glob(pattern)):
            for node in _marked(yaml.load(path.read_text(), Loader=yaml.CSafeLoader)):
                yield from (
                    Doubt(path.name, str(t.get("en", "")), str(t.get("ru", "")), str(t["kk"]))
                    for t in _texts(node)
                )


def _marked(node: Any) -> Iterator[Any]:
    if isinstance(node, dict) and node.get("check") is True:
        yield node
    else:
        for child in _children(node):
            yield from _marked(child)


def _texts(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict) and isinstance(node.get("kk"), str):
        yield node
    else:
        for child in _children(node):
            yield from _texts(child)


def _children(node: Any) -> list[Any]:
    if isinstance(node, dict):
        return list(node.values())
    return node if isinstance(node, list) else []
