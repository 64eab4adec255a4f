"""The wording of papers, read from `forms.yaml` and checked on load."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_name("forms.yaml")
LANGUAGES = ("ru", "kk")
COMMON_NEEDS = frozenset({"language", "office_ru", "office_kk"})
COMMON_TAKES = frozenset(
    {"number", "date", "draft", "addressee", "office_address", "signer_post", "signer_name", "executor"}
)
_KINDS = ("text", "paragraphs", "items", "rows", "table")
Wording = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a form: its kind, its wording or the name of its value, and when it stands there."""

    kind: str
    content: Any
    when: str | None
    bold: bool
    numbered: bool


@dataclass(frozen=True, slots=True)
class Form:
    """A form: layout, title, what data it needs and takes, which value is its subject line, its blocks."""

    id: str
    layout: str
    title: Wording
    needs: frozenset[str]
    takes: frozenset[str]
    subject: str | None
    qr: str | None
    blocks: tuple[Block, ...]

    def refuse_wrong_data(self, data: Mapping[str, Any]) -> None:
        """Raise ValueError naming what the caller left out, or gave and no part of the form shows."""
        missing = sorted((self.needs | COMMON_NEEDS) - data.keys())
        unknown = sorted(data.keys() - self.needs - self.takes - COMMON_NEEDS - COMMON_TAKES)
        if missing or unknown:
            raise ValueError(f"form {self.id}: missing {missing}, unknown {unknown}")


@cache
def forms() -> dict[str, Form]:
    """Every form by id. Raises ValueError when the file is wrong."""
    return {row["id"]: _form(row) for row in yaml.safe_load(_FILE.read_text(encoding="utf-8"))}


def _form(row: Mapping[str, Any]) -> Form:
    return Form(
        id=row["id"],
        layout=row["layout"],
        title=_both(row["title"], row["id"]),
        needs=frozenset(row["needs"]),
        takes=frozenset(row["takes"]),
        subject=row.get("subject"),
        qr=row.get("qr"),
        blocks=tuple(_block(block, row["id"]) for block in row["blocks"]),
    )


def _block(row: Mapping[str, Any], form: str) -> Block:
    kinds = [kind for kind in _KINDS if kind in row]
    if len(kinds) != 1:
        raise ValueError(f"form {form}: a block must be one of {_KINDS}, not {sorted(row)}")
    (kind,) = kinds
    if kind == "text":
        _both(row[kind], form)
    for line in row[kind] if kind == "rows" else ():
        _both(line["label"], form)
    return Block(kind, row[kind], row.get("when"), row.get("bold", False), row.get("numbered", False))


def _both(wording: Wording, form: str) -> Wording:
    if set(wording) != set(LANGUAGES):
        raise ValueError(f"form {form}: wording is needed in {LANGUAGES}, found {sorted(wording)}")
    return wording
