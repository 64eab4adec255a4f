"""Logging keeps people's data out."""

import io
import json
import logging
import logging.config
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from qadaga.config import logs


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """What a logger of the tests writes in production's form."""
    written = io.StringIO()
    settings = logs.configure(as_json=True)
    configurator = logging.config.DictConfigurator(settings)
    handler = logging.StreamHandler(written)
    handler.setFormatter(configurator.configure_formatter(settings["formatters"]["line"]))
    logger = logging.getLogger("qadaga.test")
    logger.addHandler(handler)
    logger.setLevel("INFO")
    logger.propagate = False
    yield written
    logger.removeHandler(handler)
    logger.propagate = True
    structlog.reset_defaults()


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


def test_in_development_it_is_for_people() -> None:
    settings = logs.configure(as_json=False)
    structlog.reset_defaults()
    assert settings["loggers"]["django.db.backends"]["level"] == "WARNING"
