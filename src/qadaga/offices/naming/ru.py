"""Russian genitive of place names, as in «Прокуратура Абайского района области Абай»."""

from __future__ import annotations

# Adjectives agree with the noun after them: «Абайский район», «Акмолинская область».
_ADJECTIVES = (("ский", "ского"), ("ской", "ского"), ("ская", "ской"))
_NOUNS = {"район": "района", "область": "области", "город": "города"}

# Official usage leaves these as they are, against the rule for their endings.
_NOT_DECLINED = {"Семей", "Байконыр"}
_SIBILANTS_AND_VELARS = "гкхжчшщ"


def office(unit: str, within: str | None) -> str:
    """The name of the office of a unit, with the region or city around it where there is one."""
    places = [genitive(unit), *([genitive(within)] if within else [])]
    return " ".join(["Прокуратура", *places])


def genitive(place: str) -> str:
    """The genitive of «Абайский район», «район Аксуат», «город Караганда», «Акмолинская область».

    What follows «район» or «область» is a proper name in apposition and stays as it is.
    """
    first, _, rest = place.partition(" ")
    if first == "город":
        return f"города {city(rest)}"
    if first in _NOUNS:
        return f"{_NOUNS[first]} {rest}"
    return f"{_adjective(first)} {_NOUNS[rest]}"


def city(name: str) -> str:
    """The genitive of a city's name; foreign endings in о, е, и, у, ы do not decline."""
    if name in _NOT_DECLINED or name[-1] in "оеиуыэю":
        return name
    if name.endswith("ый"):
        return f"{name[:-2]}ого"
    return _noun(name)


def _noun(name: str) -> str:
    stem, last = name[:-1], name[-1]
    if last == "а":
        return stem + ("и" if stem[-1] in _SIBILANTS_AND_VELARS else "ы")
    if last == "ь":
        return f"{stem}и"
    return f"{stem}я" if last == "й" else f"{name}а"


def _adjective(word: str) -> str:
    for nominative, genitive_ending in _ADJECTIVES:
        if word.endswith(nominative):
            return word.removesuffix(nominative) + genitive_ending
    raise ValueError(f"not an adjective of a place: {word}")
