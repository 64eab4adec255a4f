"""English names: Kazakh letters written in Latin, with the customary name where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qadaga.offices.kato import KatoUnit

_LATIN = "a a b v g g d e yo zh z i y k k l m n n o o p r s t u u u f kh h ts ch sh shch - y i - e yu ya"
_LETTERS = dict(
    zip("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя", _LATIN.split(), strict=True)
) | dict.fromkeys("ъь", "")
_KINDS = {
    "region": "{} Region",
    "republican_city": "the City of {}",
    "district": "{} District",
    "city_district": "{} District",
    "city": "the City of {}",
}
# Parts of the country are translated, not transliterated; two names have a customary spelling.
_CUSTOMARY = {
    "Батыс Қазақстан": "West Kazakhstan",
    "Шығыс Қазақстан": "East Kazakhstan",
    "Солтүстік Қазақстан": "North Kazakhstan",
    "Түркістан": "Turkistan",
    "Глубокое": "Glubokoe",
}
_GENERIC = (" облысы", " ауданы", " қаласы", " атындағы аудан")


def office(unit: KatoUnit, within: KatoUnit | None) -> str:
    """The name of the office of a unit, with the region or city around it where there is one."""
    places = [place(unit), *([place(within)] if within else [])]
    return f"Prosecutor's Office of {', '.join(places)}"


def place(unit: KatoUnit) -> str:
    """«Абай ауданы» → «Abay District», «Семей қаласы» → «the City of Semey»."""
    stem = unit.name_kk
    for ending in _GENERIC:
        stem = stem.removesuffix(ending)
    return _KINDS[unit.kind].format(_CUSTOMARY.get(stem) or transliterate(stem))


def transliterate(text: str) -> str:
    """Cyrillic written in Latin, each word with its own capital; other signs stay."""
    return "".join(_letter(sign) for sign in text.replace("ый", "ы").replace("йы", "йі"))


def _letter(sign: str) -> str:
    latin = _LETTERS.get(sign.lower(), sign)
    return latin.capitalize() if sign.isupper() else latin
