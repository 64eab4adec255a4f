"""A paper before it is drawn: the form's wording with the data put in. PDF and DOCX are both made from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from qadaga.documents.forms import Block, Form
from qadaga.documents.words import Day, long_date

_DRAFT = {"ru": "ПРОЕКТ", "kk": "ЖОБА"}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the body: kind text, items, rows or table, and what it says.

    The first row of a table is its head; a row of one cell is a heading over those below it.
    """

    kind: str
    text: str = ""
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    bold: bool = False
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """Everything that stands on the paper, in the order in which it stands."""

    language: str
    office_kk: str
    office_ru: str
    office_address: str
    draft: str
    number: str
    date: str
    addressee: tuple[str, ...]
    title: str
    subject: str
    parts: tuple[Part, ...]
    signer_post: str
    signer_name: str
    executor: str
    qr: str


def compose(form: Form, data: Mapping[str, Any]) -> Outline:
    """Put the data into the form. Raises ValueError for data that the form lacks or does not know."""
    form.refuse_wrong_data(data)
    language = data["language"]
    values = {key: _value(data.get(key), language) for key in form.needs | form.takes | {"date", "number"}}
    day = data.get("date")
    return Outline(
        language=language,
        office_kk=data["office_kk"],
        office_ru=data["office_ru"],
        office_address=_line(data, "office_address"),
        draft=_DRAFT[language] if data.get("draft") else "",
        number=_line(data, "number"),
        date=long_date(day, language) if isinstance(day, date) else "",
        addressee=_lines(data.get("addressee")),
        title=form.title[language].format_map(values),
        subject=_line(data, form.subject) if form.subject else "",
        parts=tuple(part for block in form.blocks for part in _parts(block, data, values)),
        signer_post=_line(data, "signer_post"),
        signer_name=_line(data, "signer_name"),
        executor=_line(data, "executor"),
        qr=_line(data, form.qr) if form.qr else "",
    )


def _parts(block: Block, data: Mapping[str, Any], values: Mapping[str, Any]) -> list[Part]:
    if block.when is not None and not data.get(block.when):
        return []
    language = data["language"]
    if block.kind == "text":
        return [Part("text", text=block.content[language].format_map(values), bold=block.bold)]
    if block.kind == "paragraphs":
        return [Part("text", text=line, bold=block.bold) for line in _lines(data.get(block.content))]
    if block.kind == "items":
        items = _lines(data.get(block.content))
        return [Part("items", items=items, numbered=block.numbered and len(items) > 1)] if items else []
    if block.kind == "table":
        table = tuple(tuple(str(cell) for cell in row) for row in data[block.content])
        return [Part("table", table=table)] if table else []
    return _label_rows(block, values, language)


def _label_rows(block: Block, values: Mapping[str, Any], language: str) -> list[Part]:
    rows = [(row["label"][language], row["value"].format_map(values)) for row in block.content]
    filled = tuple((label, value) for label, value in rows if value)
    return [Part("rows", rows=filled)] if filled else []


def _value(value: Any, language: str) -> Any:
    if value is None:
        return ""
    if isinstance(value, date):
        return Day(value, language)
    if isinstance(value, Mapping):
        return {key: _value(item, language) for key, item in value.items()}
    return value


def _line(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    return "" if value is None else str(value)


def _lines(value: Any) -> tuple[str, ...]:
    """The lines of a text, or of each text of a list, without empty ones."""
    texts = [value] if isinstance(value, str) else list(value or ())
    return tuple(line.strip() for text in texts for line in str(text).split("\n") if line.strip())
