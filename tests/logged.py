"""What production would write into its log, for tests."""

import io
import logging
import logging.config
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from qadaga.config import logs


@contextmanager
def written(name: str) -> Iterator[io.StringIO]:
    """What the logger of that name, and those below it, write in production's form."""
    text = io.StringIO()
    settings = logs.configure(as_json=True)
    configurator = logging.config.DictConfigurator(settings)
    handler = logging.StreamHandler(text)
    handler.setFormatter(configurator.configure_formatter(settings["formatters"]["line"]))
    logger = logging.getLogger(name)
    before = logger.level, logger.propagate
    logger.addHandler(handler)
    logger.setLevel("INFO")
    logger.propagate = False
    try:
        yield text
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before[0])
        logger.propagate = before[1]
        structlog.reset_defaults()
