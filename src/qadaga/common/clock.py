"""The one wall clock. Domain functions take the date; only edges ask what time it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta, timezone

# The whole country has kept UTC+5 since 1 March 2024. A machine with older zone data would still say +6 for
# Almaty, so the offset is ours and not the machine's.
ZONE = timezone(timedelta(hours=5), "+05")

_stopped_at: datetime | None = None


def now() -> datetime:
    """The present moment, aware, in the country's time."""
    return _stopped_at or datetime.now(ZONE)


def today() -> date:
    """The present calendar day of the country."""
    return now().date()


def local(moment: datetime) -> datetime:
    """The same aware moment in the country's time."""
    return moment.astimezone(ZONE)


def midnight(day: date) -> datetime:
    """The first moment of the day in the country's time."""
    return datetime.combine(day, time(), ZONE)


@contextmanager
def frozen(moment: date | datetime) -> Iterator[datetime]:
    """Stop the clock, for tests: at a moment, or at ten in the morning of a day. Seen by every thread."""
    global _stopped_at  # noqa: PLW0603 - a live test server in another thread must see the same time
    before, _stopped_at = _stopped_at, _aware(moment)
    try:
        yield _stopped_at
    finally:
        _stopped_at = before


def _aware(moment: date | datetime) -> datetime:
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time(10), ZONE)
    if moment.tzinfo is None:
        return moment.replace(tzinfo=ZONE)
    return moment.astimezone(ZONE)
