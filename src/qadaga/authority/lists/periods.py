"""What a period is called: a month, a quarter, a half-year or a year, never its first day."""

from datetime import date

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

LENGTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def called(kind: str, start: date) -> str:
    """The period of that kind that begins on the day, in the active language; ValueError for no such kind."""
    if kind not in LENGTHS:
        raise ValueError(f"no such kind of period: {kind}")
    which = {"year": start.year, "no": (start.month - 1) // LENGTHS[kind] + 1, "month": MONTHS[start.month]}
    words = {
        "month": _("%(month)s %(year)s"),
        "quarter": _("Quarter %(no)s of %(year)s"),
        "half": _("Half-year %(no)s of %(year)s"),
        "year": _("Year %(year)s"),
    }
    return words[kind] % which
