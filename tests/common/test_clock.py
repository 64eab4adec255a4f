"""The one wall clock."""

from datetime import UTC, date, datetime, timedelta

from qadaga.common import clock


def test_now_is_aware_and_five_hours_ahead() -> None:
    assert clock.now().utcoffset() == timedelta(hours=5)
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(minutes=1)


def test_the_day_begins_at_the_countrys_midnight() -> None:
    with clock.frozen(datetime(2026, 3, 1, 19, 0, tzinfo=UTC)):
        assert clock.today() == date(2026, 3, 2)
    with clock.frozen(datetime(2026, 3, 1, 18, 59, tzinfo=UTC)):
        assert clock.today() == date(2026, 3, 1)


def test_a_frozen_clock_stands_and_goes_on_after() -> None:
    with clock.frozen(date(2020, 2, 29)):
        assert clock.today() == date(2020, 2, 29)
        with clock.frozen(datetime(2021, 1, 1, 23, 0)):  # noqa: DTZ001 - a bare time is the country's
            assert clock.now().isoformat() == "2021-01-01T23:00:00+05:00"
        assert clock.today() == date(2020, 2, 29)
    assert clock.today().year > 2021


def test_a_moment_is_shown_in_the_countrys_time() -> None:
    assert clock.local(datetime(2026, 1, 1, 20, 0, tzinfo=UTC)).isoformat() == "2026-01-02T01:00:00+05:00"
