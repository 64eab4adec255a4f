"""The clock of a device that was without a network, read as honestly as it can be."""

from dataclasses import dataclass
from datetime import datetime, timedelta

# A clock further off than this says nothing; the column holds no more either.
_MOST = 2_000_000_000


@dataclass(frozen=True, slots=True)
class DeviceClock:
    """What the device's clock said when it sent, and what ours said when that came (both aware)."""

    device_now: datetime
    told_at: datetime

    @property
    def skew_seconds(self) -> int:
        """By how many seconds the device's clock is ahead of ours; below zero where it is behind."""
        seconds = round((self.device_now - self.told_at).total_seconds())
        return max(-_MOST, min(_MOST, seconds))

    def read(self, device_at: datetime, *, earliest: datetime | None) -> datetime:
        """A moment of the device in our time: not after it came here, not before what it follows."""
        at = self.told_at - (self.device_now - device_at)
        at = min(at, self.told_at)
        return at if earliest is None else max(at, min(earliest, self.told_at))


def is_off(skew_seconds: int) -> bool:
    """Whether the clock was wrong by more than a minute or two, so that people should be told."""
    return abs(timedelta(seconds=skew_seconds)) > timedelta(minutes=2)
