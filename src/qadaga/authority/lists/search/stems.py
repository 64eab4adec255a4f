"""Words reduced to what their forms share. Russian has PostgreSQL's configuration; Kazakh has this.

No stemmer of Kazakh exists for PostgreSQL: endings are stripped from the end until none is left, and a query
matches by prefix, so that «шағым» finds «шағымның» and «шағымдарына» finds «шағым».
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_KAZAKH = frozenset("әғқңөұүһі")
_MAX_WORD = 60
_SHORTEST = 4
# A word without one Kazakh letter may be Russian: a short ending is taken off only a long word.
_SHORTEST_UNSURE = 6

_ENDINGS = (
    # plural
    "лар лер дар дер тар тер "
    # possessive
    "ымыз іміз ыңыз іңіз мыз міз ңыз ңіз сы сі ым ім ың ің ы і "
    # cases: genitive, dative, accusative, locative, ablative, instrumental
    "ның нің дың дің тың тің ға ге қа ке на не ны ні ды ді ты ті нда нде да де та те "
    "нан нен дан ден тан тен мен бен пен"
)
_BY_LENGTH = sorted(set(_ENDINGS.split()), key=len, reverse=True)
# A final consonant that gets a voice before an ending: құқық - құқығы, кітап - кітабы, тілек - тілегі.
_VOICED = frozenset("қғпбкг")

_EVERYWHERE = (
    "и в во на не с со по о об от до за из к ко у а но или что как это для при же бы ли был была было были "
    "его ее их он она они мы вы я мен бен пен және да де та те бұл сол осы үшін туралы бойынша жоқ бар "
    "менің оның мне меня мой моя под над без так то"
)
STOP = frozenset(_EVERYWHERE.split())


def words(text: str) -> list[str]:
    """Words of the text in lower case, without those that are in every text; digits lose leading zeros."""
    found = _WORD.findall(unicodedata.normalize("NFC", text).lower().replace("ё", "е"))
    return [_number(word)[:_MAX_WORD] for word in found if word not in STOP]


def _number(word: str) -> str:
    return word.lstrip("0") or "0" if word.isdigit() else word


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word without its Kazakh endings; at least four letters are left."""
    if word.isdigit() or not _KAZAKH.isdisjoint(word):
        return word if word.isdigit() else _strip(word, _SHORTEST)
    return _strip(word, _SHORTEST_UNSURE)


def _strip(word: str, shortest: int) -> str:
    for ending in _BY_LENGTH:
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return _strip(word[: -len(ending)], shortest)
    return word


def prefix(word: str) -> str:
    """What forms of the word begin with: its stem, without a final consonant that may change."""
    base = stem(word)
    changes = len(base) > _SHORTEST and base[-1] in _VOICED and not _KAZAKH.isdisjoint(word)
    return base[:-1] if changes else base
