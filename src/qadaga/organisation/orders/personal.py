"""What in an order looks like personal data, told to whoever publishes it (O.P2, O.8.d5)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from qadaga.common.errors import InvalidInput
from qadaga.common.identifiers import parse_iin
from qadaga.organisation.orders.models import Order
from qadaga.organisation.orders.services.base import latest
from qadaga.staff.models import Person

_NUMBERS = re.compile(r"(?<!\d)\d{12}(?!\d)")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_VOWELS = "аеёиоуыэюяәіөүұ"
SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Found:
    """Numbers that are IINs, with their middle hidden, and words that are names of people of the service."""

    numbers: tuple[str, ...]
    names: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.numbers or self.names)

    def __str__(self) -> str:
        return ", ".join((*self.numbers, *self.names))


def personal_data(order: Order) -> Found:
    """What was found in the signed text and in the points under control. Three queries."""
    last = latest(order)
    written = [last.title_kk, last.text_kk, last.title_ru, last.text_ru]
    text = "\n".join([*written, *order.points.values_list("what", flat=True)])
    numbers = dict.fromkeys(one for one in _NUMBERS.findall(text) if _is_iin(one))
    return Found(tuple(f"{one[:2]}…{one[-2:]}" for one in numbers), tuple(_names(text, _people(order))))


def _is_iin(digits: str) -> bool:
    try:
        parse_iin(digits)
    except InvalidInput:
        return False
    return True


def _people(order: Order) -> Iterable[str]:
    """Family names of those who serve in the region of the office, whatever day: they may have left since."""
    rows = Person.objects.filter(appointments__office__region=order.region_id)
    return rows.values_list("last_name", flat=True).distinct()


def _names(text: str, people: Iterable[str]) -> list[str]:
    """Words of the text that are one of the names, in any case of the noun."""
    stems = tuple({one.lower().rstrip(_VOWELS) for one in people if len(one) >= SHORTEST} - {""})
    written = dict.fromkeys(_WORDS.findall(text))
    return [one for one in written if one[0].isupper() and one.lower().startswith(stems)] if stems else []
