"""Half-open periods of days: the end is the first day that no longer belongs."""

from dataclasses import dataclass
from datetime import date

from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` up to, but not with, `end`; no `end` means until further notice.

    Raises InvalidInput on `end` when the period would be empty.
    """

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise InvalidInput.of(
                "end",
                "period_empty",
                N_("The end %(end)s must be later than the start %(start)s."),
                start=self.start,
                end=self.end,
            )

    def contains(self, day: date) -> bool:
        """Whether the day belongs to the period."""
        return self.start <= day and (self.end is None or day < self.end)

    __contains__ = contains

    def overlaps(self, other: "Period") -> bool:
        """Whether at least one day belongs to both."""
        return (other.end is None or self.start < other.end) and (self.end is None or other.start < self.end)

    def days(self) -> int | None:
        """How many calendar days, or None without an end."""
        return None if self.end is None else (self.end - self.start).days
