"""Clauses as a paper cites them: by the points of the order, never by the product's own ids.

A paper goes to people who have the order before them, not this product: "O.8.2" says nothing to them.
"""

import re
from collections.abc import Iterable

from qadaga.law import catalogue
from qadaga.law.model import Citation
from qadaga.law.wording import clause_title

# The order that the powers of a district office are read from, and how its points are numbered here.
_ORDER = "O"
_POINT = re.compile(r"O\.(?P<point>\d+)(?:\.(?P<duty>d)?(?P<part>\d+))?")
_WORDS = {
    "ru": {
        "point": "пункт {point}",
        "part": "подпункт {part} пункта {point}",
        "duty": "обязанность {part} пункта {point}",
    },
    "kk": {
        "point": "{point}-тармақ",
        "part": "{point}-тармақтың {part}-тармақшасы",
        "duty": "{point}-тармақтың {part}-міндеті",
    },
}


def printed(clauses: Iterable[str], language: str) -> str:
    """The order with its points, in Russian or Kazakh; the clauses' titles where none is of the order."""
    known = dict.fromkeys(clauses)
    points = [said for clause in known if (said := _point(clause, language))]
    if not points:
        return "; ".join(clause_title(Citation("", clause, ""), language) for clause in known)
    return f"{catalogue.load().sources[_ORDER].title.get(language)} ({', '.join(points)})"


def _point(clause: str, language: str) -> str:
    found = _POINT.fullmatch(clause)
    if found is None:
        return ""
    kind = "duty" if found["duty"] else "part" if found["part"] else "point"
    return _WORDS["kk" if language == "kk" else "ru"][kind].format(**found.groupdict())
