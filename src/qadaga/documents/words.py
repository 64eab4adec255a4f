"""Dates in words, as official papers of both languages write them, with the endings Kazakh needs."""

from datetime import date

_RU = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
_KK = (
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
    "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
)  # fmt: skip
# Of the day («наурыздағы хат») and up to the day («наурызға дейін»): the ending follows the month's vowels.
_KK_OF = (
    "қаңтардағы", "ақпандағы", "наурыздағы", "сәуірдегі", "мамырдағы", "маусымдағы",
    "шілдедегі", "тамыздағы", "қыркүйектегі", "қазандағы", "қарашадағы", "желтоқсандағы",
)  # fmt: skip
_KK_TO = (
    "қаңтарға", "ақпанға", "наурызға", "сәуірге", "мамырға", "маусымға",
    "шілдеге", "тамызға", "қыркүйекке", "қазанға", "қарашаға", "желтоқсанға",
)  # fmt: skip
_KK_CASES = {"": _KK, "of": _KK_OF, "to": _KK_TO}


def long_date(day: date, language: str, case: str = "") -> str:
    """`2 марта 2026 года` or `2026 жылғы 2 наурыз`; `case` is "", "of" or "to" (Russian has one form)."""
    if language == "ru":
        return f"{day.day} {_RU[day.month - 1]} {day.year} года"
    return f"{day.year} жылғы {day.day} {_KK_CASES[case][day.month - 1]}"


class Day:
    """A day inside a form's wording: `{until}`, `{until:of}` or `{until:to}`."""

    def __init__(self, day: date, language: str) -> None:
        self._day = day
        self._language = language

    def __format__(self, case: str) -> str:
        return long_date(self._day, self._language, case)
