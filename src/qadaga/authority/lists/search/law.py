"""Search over the catalogue in three languages: a small corpus, kept in memory and walked whole.

A word is looked for by what its forms share (see the stems of the registers' search), so «шағым» finds
«шағымның» and «протестом» finds «протест». All words must be there; where nothing has them all, any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Hit:
    """A record found; a higher score is a better answer."""

    section: str
    record: Record
    score: int


@dataclass(frozen=True, slots=True)
class _Entry:
    section: str
    record: Record
    words: Mapping[str, int]


_built: dict[int, tuple[Catalogue, tuple[_Entry, ...]]] = {}


def find(text: str, state: Catalogue) -> list[Hit]:
    """The records of a state that answer the text, the best first, at most sixty."""
    asked = [beginnings(word) for word in stems.words(text)][:12]
    clause = text.strip().translate(_LATIN).upper()
    found = [(entry, _score(entry, asked, clause)) for entry in _entries(state)]
    whole = [Hit(e.section, e.record, sum(s)) for e, s in found if s and all(s)]
    hits = whole or [Hit(e.section, e.record, sum(s)) for e, s in found if any(s)]
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


def _score(entry: _Entry, asked: Sequence[Sequence[str]], clause: str) -> list[int]:
    if clause and entry.record.id.upper() == clause:
        return [_EXACT]
    if clause and len(clause) > 2 and entry.record.id.upper().startswith(f"{clause}."):
        return [_ID]
    return [max((w for word, w in entry.words.items() if _begins(word, one)), default=0) for one in asked]


def _entries(state: Catalogue) -> tuple[_Entry, ...]:
    held = _built.get(id(state))
    if held is None or held[0] is not state:
        held = _built[id(state)] = (state, tuple(_made(state)))
    return held[1]


def _made(state: Catalogue) -> Iterable[_Entry]:
    for section in SEARCHED:
        for record in getattr(state, section).values():
            yield _Entry(section, record, _words(record))


def _words(record: Record) -> dict[str, int]:
    found: dict[str, int] = {}
    texts = [(_GIST, record.gist.get(code)) for code in LANGUAGES]
    texts += [(_TITLE, record.title.get(code)) for code in LANGUAGES]
    texts += [(1, " ".join(clauses_of(record))), (_ID, record.id.replace(".", " ").replace("_", " "))]
    for weight, text in texts:
        for word in stems.words(text):
            found[word] = max(weight, found.get(word, 0))
    return found
