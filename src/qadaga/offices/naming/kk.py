"""Kazakh genitive, as in «Абай облысы Абай ауданының прокуратурасы»: vowel harmony, assimilation."""

from __future__ import annotations

_BACK = "аоұыяёю"
_FRONT = "әеөүіэ"
_VOWELS = _BACK + _FRONT  # и and у end in a glide and count as voiced consonants: «Ақсудың»
_NASALS = "мнң"
_VOICELESS = "пфкқтсшщчцхһбвгд"


def office(unit: str, within: str | None) -> str:
    """The name of the office of a unit, after the region or city around it where there is one."""
    return " ".join([*([within] if within else []), genitive(unit), "прокуратурасы"])


def genitive(phrase: str) -> str:
    """The phrase with the genitive suffix on its last word: «ауданы» → «ауданының», «Талас» → «Таластың»."""
    word = phrase.lower()
    vowel = "і" if _is_front(word) else "ы"
    return f"{phrase}{_consonant(word[-1])}{vowel}ң"


def is_regular(unit: str) -> bool:
    """Whether the unit is named as nearly all are, «… ауданы», «… қаласы», «… облысы»."""
    return unit.endswith((" ауданы", " қаласы", " облысы"))


def _consonant(last: str) -> str:
    if last in _VOWELS or last in _NASALS:
        return "н"
    return "т" if last in _VOICELESS else "д"


def _is_front(word: str) -> bool:
    """The last vowel that has a quality decides; и and у take that of their neighbours."""
    for sign in reversed(word):
        if sign in _FRONT:
            return True
        if sign in _BACK:
            return False
    return "и" in word
