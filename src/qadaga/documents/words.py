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


# One, two to four, five and more: Russian has three forms, Kazakh one.
_UNITS = {
    "working_days": {"ru": ("рабочий день", "рабочих дня", "рабочих дней"), "kk": ("жұмыс күні",) * 3},
    "calendar_days": {"ru": ("день", "дня", "дней"), "kk": ("күн",) * 3},
    "months": {"ru": ("месяц", "месяца", "месяцев"), "kk": ("ай",) * 3},
    "years": {"ru": ("год", "года", "лет"), "kk": ("жыл",) * 3},
}


def counted(number: int, unit: str, language: str) -> str:
    """`5 рабочих дней` or `5 жұмыс күні`; `unit` is a term's: working_days, calendar_days, months, years."""
    one, few, many = _UNITS[unit][language]
    if number % 10 == 1 and number % 100 != 11:
        return f"{number} {one}"
    return f"{number} {few if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else many}"
