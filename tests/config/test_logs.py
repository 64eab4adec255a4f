"""Logging keeps people's data out."""

import io
import json
import logging
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from qadaga.config import logs
from tests.logged import written


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """What a logger of the tests writes in production's form."""
    with written("qadaga.test") as text:
        yield text


def line(stream: io.StringIO) -> dict[str, Any]:
    (only,) = stream.getvalue().splitlines()
    found: dict[str, Any] = json.loads(only)
    return found


def test_an_event_is_one_line_of_json(stream: io.StringIO) -> None:
    structlog.get_logger("qadaga.test").info("something.happened", count=3)
    event = line(stream)
    assert (event["event"], event["count"], event["level"]) == ("something.happened", 3, "info")


def test_what_a_library_attaches_is_dropped(stream: io.StringIO) -> None:
    logging.getLogger("qadaga.test").error("Internal Server Error", extra={"request": "ИИН 900101300017"})
    assert "900101300017" not in stream.getvalue()
    assert line(stream)["event"] == "Internal Server Error"


def test_a_traceback_holds_no_local_variable(stream: io.StringIO) -> None:
    applicant = "Серикова " + "Айгуль"

    def fails(name: str) -> None:
        raise ValueError(len(name))

    try:
        fails(applicant)
    except ValueError:
        logging.getLogger("qadaga.test").error("failed", exc_info=sys.exc_info())
    assert "ValueError: 15" in line(stream)["exception"]
    assert applicant not in stream.getvalue()


@pytest.mark.parametrize(
    "path",
    ["/calendar/{}.ics", "/calendar/{}.ics/", "//calendar//{}", "/Calendar/{}", "/calendar/a/{}/b?c={}"],
)
def test_no_secret_of_a_calendar_is_written_whoever_tells_it(stream: io.StringIO, path: str) -> None:
    path = path.format("s3-cr_t", "s3-cr_t")
    try:
        raise KeyError(f"GET 'https://here{path}'\n{path}\\")
    except KeyError:
        logging.getLogger("qadaga.test").exception(
            "%s: %s", "Not Found", path, extra={"said": [{path: path}]}
        )
    event = line(stream)
    assert event["event"].startswith("Not Found: /")
    assert event["exception"].count("alendar/…") == 2
    assert "s3-cr_t" not in stream.getvalue()


def test_in_development_it_is_for_people() -> None:
    settings = logs.configure(as_json=False)
    structlog.reset_defaults()
    assert settings["loggers"]["django.db.backends"]["level"] == "WARNING"
