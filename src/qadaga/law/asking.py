"""What the law's commands share: words that cannot be taken, and days."""

from collections.abc import Callable
from datetime import date


class UsageError(Exception):
    """What was typed cannot be taken; the text says what is wrong and what would be right."""


def day(given: str, option: str) -> date:
    """The day that was typed after the option. Raises UsageError."""
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise UsageError(f"{option} {given!r} is no day; write it as 2026-11-23") from error


def day_or_today(given: str | None, today: Callable[[], date] | None) -> date:
    """The day typed after --on, or today where the caller knows it. Raises UsageError."""
    if given is not None:
        return day(given, "--on")
    if today is None:
        raise UsageError("--on is needed here: a day as YYYY-MM-DD")
    return today()
