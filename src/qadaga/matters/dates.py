"""Dates as people enter them: each is checked against the day of the act and the event before it."""

from datetime import date, datetime

from qadaga.common import clock
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_

FIRST_YEAR, LAST_YEAR = 1900, 2199


def within(field: str, value: date, *, earliest: date | None, latest: date) -> date:
    """The date, if it is not after `latest` (the day of recording) and not before `earliest` (the event
    before).

    Raises InvalidInput on `field` saying which of the two it breaks.
    """
    if value > latest:
        raise InvalidInput.of(
            field,
            "in_future",
            N_("The date %(value)s has not come yet: the latest possible is %(latest)s."),
            value=value,
            latest=latest,
        )
    if earliest is not None and value < earliest:
        raise InvalidInput.of(
            field,
            "too_early",
            N_("The date %(value)s is before the event it follows: the earliest possible is %(earliest)s."),
            value=value,
            earliest=earliest,
        )
    return value


FARTHEST_DAYS = 366


def later(field: str, until: date, *, due: date, on: date) -> date:
    """The day that something due on `due` is put off to, if it is later, not past on the day of recording and
    within a year from there; InvalidInput on `field` otherwise.
    """
    if until <= due or until < on or (until - on).days > FARTHEST_DAYS:
        message = N_("Choose a day after %(due)s, from today on and within a year.")
        raise InvalidInput.of(field, "not_later", message, due=due)
    return until


def moment(field: str, value: datetime) -> datetime:
    """The moment, if a calendar of ours and every program that reads it knows its year; InvalidInput else."""
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise InvalidInput.of(
            field, "no_such_moment", N_("There is no such moment. Check the day and the hour.")
        )
    return value


def happened(field: str, value: datetime, *, earliest: datetime | None = None) -> datetime:
    """The moment, to the minute; InvalidInput where it has not come, or is before what it follows."""
    value = moment(field, value).replace(second=0, microsecond=0)
    if value > clock.now():
        raise InvalidInput.of(
            field, "in_future", N_("This moment has not come yet. Check the day and the hour.")
        )
    if earliest is not None and value < earliest.replace(second=0, microsecond=0):
        raise InvalidInput.of(
            field,
            "too_early",
            N_("This is before what it follows: the earliest possible is %(earliest)s."),
            earliest=clock.local(earliest),
        )
    return value if earliest is None else max(value, earliest)


def choice(field: str, value: str, known: list[str]) -> str:
    """The value, if it is one of the known ones; InvalidInput on `field` listing them otherwise."""
    if value not in known:
        raise InvalidInput.of(
            field, "unknown_choice", N_("Choose one of: %(known)s."), known=", ".join(known)
        )
    return value
