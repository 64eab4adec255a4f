"""Search over the catalogue in three languages: a small corpus, its words kept in order in memory.

A word is looked for by what its forms share (see the stems of the registers' search), so «шағым» finds
«шағымның» and «протестом» finds «протест». All words must be there; where nothing has them all, any.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from qadaga.authority.lists.search import stems
from qadaga.law.loading import Catalogue
from qadaga.law.records import LANGUAGES, Record
from qadaga.law.reference import clauses_of

SEARCHED = (
    *("provisions", "powers", "duties", "act_kinds", "terms", "posts", "office_kinds", "directions"),
    *("grounds", "tasks", "spheres", "measures", "particulars", "parties", "sources"),
)
MOST = 60
_TITLE, _GIST, _ID, _EXACT = 4, 2, 6, 100
# The word is the whole title: the record is what the word means.
_NAME = 8
_CYRILLIC = re.compile(r"[а-яё]")
# Cyrillic letters that look like the Latin ones of clause ids.
_LATIN = str.maketrans({"О": "O", "Л": "L", "о": "O", "л": "L", "Р": "P", "р": "P"})
_ENDINGS = (
    "иями ями ами иях ях ах иям ям ам ием ем ом ой ей ёй ию ью ия ья ие ье ии ий ый ая яя ое ее ые их ых "
    "ого его ому ему ыми ими ую юю ов ев а я о е и ы у ю ь ет ют ит ят ать ять ить еть ал ил ла ло ли "
    "ться тся ние ния нию нием ного ному ный ная ное ные ных ным ными"
)
_RUSSIAN = sorted(_ENDINGS.split(), key=len, reverse=True)
_ENGLISH = ("ings", "ing", "edly", "ed", "es", "s", "ly")
_SHORTEST = 4
_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Hit:
    """A record found; a higher score is a better answer."""

    section: str
    record: Record
    score: int


@dataclass(frozen=True, slots=True)
class _Index:
    """The records in the order of the sections; every word once, in order, beside where it stands and how
    much it says there.
    """

    entries: tuple[tuple[str, Record], ...]
    words: tuple[str, ...]
    places: tuple[tuple[tuple[int, int], ...], ...]


_built: dict[int, tuple[Catalogue, _Index]] = {}


def find(text: str, state: Catalogue) -> list[Hit]:
    """The records of a state that answer the text, the best first, at most sixty."""
    index = _index(state)
    clause = text.strip().translate(_LATIN).upper()
    asked = [_weights(index, beginnings(word)) for word in stems.words(text)][:12]
    score = {place: sum(one.get(place, 0) for one in asked) for place in set().union(*asked)}
    whole = {place: points for place, points in score.items() if all(place in one for one in asked)}
    best = {**whole, **_named(index, clause)} or score
    hits = [Hit(*index.entries[place], points) for place, points in best.items()]
    return sorted(hits, key=lambda hit: (-hit.score, SEARCHED.index(hit.section), hit.record.id))[:MOST]


def beginnings(word: str) -> tuple[str, ...]:
    """What the forms of a word may begin with: by its Kazakh, Russian or English endings."""
    found = {stems.prefix(word)}
    if word.isdigit():
        return (word,)
    if _CYRILLIC.search(word):
        found.add(_without(word, _RUSSIAN))
    else:
        found.add(_without(word, _ENGLISH))
    return tuple(sorted(found))


def matches(word: str, asked: Iterable[Sequence[str]]) -> bool:
    """Whether a word of a text is one of those asked for."""
    return any(_begins(word, begun) for begun in asked)


def _begins(word: str, begun: Sequence[str]) -> bool:
    return any(word == one if one.isdigit() else word.startswith(one) for one in begun)


def _without(word: str, endings: Iterable[str]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


def _weights(index: _Index, begun: Sequence[str]) -> dict[int, int]:
    """For each record that has a word so begun: how much the best of them says there."""
    found: dict[int, int] = {}
    for one in begun:
        for place, weight in chain.from_iterable(index.places[slice(*_range(index.words, one))]):
            found[place] = max(weight, found.get(place, 0))
    return found


def _range(words: Sequence[str], begun: str) -> tuple[int, int]:
    """Where the words so begun stand; a number is looked for whole."""
    first = bisect_left(words, begun)
    last = bisect_right(words, begun) if begun.isdigit() else bisect_left(words, begun + _LAST)
    return first, last


def _named(index: _Index, clause: str) -> dict[int, int]:
    """The record whose id the text is, and those under it."""
    found: dict[int, int] = {}
    for place, (_, record) in enumerate(index.entries):
        name = record.id.upper()
        if clause and name == clause:
            found[place] = _EXACT
        elif len(clause) > 2 and name.startswith(f"{clause}."):
            found[place] = _ID
    return found


def _index(state: Catalogue) -> _Index:
    held = _built.get(id(state))
    if held is None or held[0] is not state:
        held = _built[id(state)] = (state, _made(state))
    return held[1]


def _made(state: Catalogue) -> _Index:
    entries = tuple((section, record) for section in SEARCHED for record in getattr(state, section).values())
    places: dict[str, list[tuple[int, int]]] = {}
    for place, (_, record) in enumerate(entries):
        for word, weight in _words(record).items():
            places.setdefault(word, []).append((place, weight))
    ordered = sorted(places.items())
    return _Index(entries, tuple(word for word, _ in ordered), tuple(tuple(at) for _, at in ordered))


def _words(record: Record) -> dict[str, int]:
    found: dict[str, int] = {}
    texts = [(_GIST, record.gist.get(code)) for code in LANGUAGES]
    texts += [(_TITLE, record.title.get(code)) for code in LANGUAGES]
    texts += [(1, " ".join(clauses_of(record))), (_ID, record.id.replace(".", " ").replace("_", " "))]
    for weight, text in texts:
        words = stems.words(text)
        worth = _NAME if weight == _TITLE and len(words) == 1 else weight
        for word in words:
            found[word] = max(worth, found.get(word, 0))
    return found
