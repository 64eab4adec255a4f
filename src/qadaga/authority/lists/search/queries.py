"""What was typed as one expression of the index of words: a number as a whole, or every word in some form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from qadaga.authority.lists import numbers
from qadaga.authority.lists.search import stems

_MOST_WORDS = 8
_PREFIX_FROM = 4
_NUMBER_PREFIX_FROM = 6
_TWELVE = re.compile(r"^[\d\s-]{12,20}$")


@dataclass(frozen=True, slots=True)
class Query:
    """`sql` is a tsquery expression of constants, so that the planner knows what it looks for."""

    sql: str
    params: dict[str, Any]


def parse(typed: str) -> Query | None:
    """The query for what was typed; None where nothing is left to look for."""
    digits = re.sub(r"\D", "", typed)
    if _TWELVE.match(typed) and len(digits) == 12:
        return Query("%(whole)s::tsquery", {"whole": numbers.quoted("#" + digits)})
    by_words, number = _words(stems.words(typed)[:_MOST_WORDS]), numbers.tight(typed)
    if not digits or re.search(r"\s", number):
        return by_words
    return _or_number(number, by_words)


def narrowed(query: Query, marks: list[str], kind: str) -> Query:
    """The query within the units whose marks are given and, where given, one kind of rows."""
    sql, params = query.sql, dict(query.params)
    if marks:
        params["units"] = "|".join(numbers.quoted(mark) for mark in marks)
        sql = f"({sql}) && %(units)s::tsquery"
    if kind:
        params["kind"] = numbers.quoted(kind)
        sql = f"({sql}) && %(kind)s::tsquery"
    return Query(sql, params)


def _words(words: list[str]) -> Query | None:
    if not words:
        return None
    parts: list[str] = []
    params: dict[str, Any] = {}
    for place, word in enumerate(words):
        parts.append(f"(plainto_tsquery('russian', %(w{place})s) || %(p{place})s::tsquery)")
        params |= {f"w{place}": word, f"p{place}": _forms(word)}
    return Query(" && ".join(parts), params)


def _forms(word: str) -> str:
    beginning = stems.prefix(word)
    if word.isdigit() or len(beginning) < _PREFIX_FROM:
        return numbers.quoted(stems.stem(word))
    return f"{numbers.quoted(beginning)}:*"


def _or_number(typed: str, by_words: Query | None) -> Query:
    number = numbers.lexeme(typed)
    begins = len(number) > _NUMBER_PREFIX_FROM and not numbers.is_full(typed)
    lexeme = numbers.quoted(number) + (":*" if begins else "")
    if by_words is None:
        return Query("%(whole)s::tsquery", {"whole": lexeme})
    return Query(f"%(whole)s::tsquery || ({by_words.sql})", {**by_words.params, "whole": lexeme})
