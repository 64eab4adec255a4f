"""The one table that is searched: an entry for each appeal, matter and act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from qadaga.authority.lists import numbers
from qadaga.authority.lists.models import SearchEntry
from qadaga.authority.lists.search import stems
from qadaga.database.prepared import prepared_cursor

_LONGEST_TEXT = 20_000
_LONGEST_TITLE = 300

VECTOR = "strip(to_tsvector('russian', %(text)s::text)) || array_to_tsvector(%(lexemes)s::text[])"
_PUT = " ".join(
    (
        "INSERT INTO lists_searchentry (id, kind, office_id, region_id, day, number, title, vector)",
        f"VALUES (%(id)s, %(kind)s, %(office_id)s, %(region_id)s, %(day)s, %(number)s, %(title)s, {VECTOR})",
        "ON CONFLICT (id) DO UPDATE SET (office_id, region_id, day, number, title, vector) =",
        "(excluded.office_id, excluded.region_id, excluded.day, excluded.number, excluded.title,",
        "excluded.vector)",
    )
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is searched of a row: `texts` by their words, `exact` (numbers, IIN, BIN) as a whole.

    `title` is the line shown among results. `kind` is "appeal", "matter" or "act"; `day` orders the results.
    """

    kind: str
    id: UUID
    office_id: UUID
    region_id: UUID
    day: date
    number: str
    title: str
    texts: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()


def put(entry: Entry) -> None:
    """Write the entry or replace it. Call in the transaction of the change, before the journal."""
    with prepared_cursor() as cursor:
        cursor.execute(_PUT, values(entry))


def values(entry: Entry) -> dict[str, Any]:
    """The row's values; `text` and `lexemes` make its vector."""
    text = "\n".join((entry.title, *entry.texts))[:_LONGEST_TEXT].lower().replace("ё", "е")
    return {
        "id": entry.id,
        "kind": entry.kind,
        "office_id": entry.office_id,
        "region_id": entry.region_id,
        "day": entry.day,
        "number": entry.number,
        "title": entry.title[:_LONGEST_TITLE],
        "text": text,
        "lexemes": lexemes(entry, text),
    }


def lexemes(entry: Entry, text: str) -> list[str]:
    """Stems of the words, whole numbers, and the marks of kind, office and region (sorted, each once)."""
    found = {stems.stem(word) for word in stems.words(f"{text}\n{entry.number}")}
    found |= {numbers.lexeme(number) for number in (entry.number, *entry.exact) if number}
    return sorted(found | {of_kind(entry.kind), *of_units((entry.office_id,)), *of_units((entry.region_id,))})


def of_kind(kind: str) -> str:
    """The lexeme all entries of the kind carry."""
    return f"@{kind}"


def of_units(ids: Iterable[UUID]) -> list[str]:
    """Lexemes of offices and regions: the index itself then cuts a common word down to a narrow scope."""
    return [f"@{one.hex[-12:]}" for one in ids]


def numbers_of(ids: Iterable[UUID]) -> dict[UUID, str]:
    """The numbers of those rows that have one, in one query; the caller has seen to the scope."""
    rows = SearchEntry.objects.filter(id__in=list(ids)).exclude(number="")
    return dict(rows.values_list("id", "number"))
