"""Logging: one line an event, for people in development and as JSON in production; no personal data.

What is logged are names of events, ids, counts and times. A request is named by its route: no query string,
for a search may hold a name (decision 11), and never a body, a header or a parameter of a statement.
"""

import re
from typing import Any

import structlog

SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def without_values(logger: object, name: str, event: dict[str, Any]) -> dict[str, Any]:
    """Drop what libraries attach to a record and might hold a person's words."""
    for dangerous in ("request", "params", "sql", "user", "status_code_body", "positional_args"):
        event.pop(dangerous, None)
    return event


# To the end of the word, of the quoted text or of what is escaped.
_CALENDAR = re.compile(r"""(/calendar/)[^\s"'\\]+""", re.IGNORECASE)


def without_secrets(logger: object, name: str, line: str) -> str:
    """The line as it is written, without the secret of any calendar's address (ADR 23), which is in its path.

    The last of the processors: the words of an event, what libraries attach and tracebacks are one text here.
    """
    return _CALENDAR.sub(r"\1…", line)


def configure(*, as_json: bool, level: str = "INFO") -> dict[str, Any]:
    """Set structlog up and return Django's LOGGING; standard library records take the same road."""
    structlog.configure(
        processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    renderer: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if as_json
        else structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    )
    # Plain tracebacks: the rich ones print local variables, and those hold people's data.
    processors: list[Any] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta, without_values]
    if as_json:
        processors.append(structlog.processors.format_exc_info)
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {
                "()": structlog.stdlib.ProcessorFormatter,
                "processors": [*processors, renderer, without_secrets],
                "foreign_pre_chain": SHARED,
            }
        },
        "handlers": {"stream": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stream"], "level": level},
        "loggers": {
            # Django mails and prints by handlers of its own: ours is enough.
            "django": {"handlers": [], "level": level, "propagate": True},
            # That of Django's own server names whole addresses, past our processors.
            "django.server": {"handlers": [], "level": level, "propagate": True},
            # It logs the statement with its values at DEBUG.
            "django.db.backends": {"level": "WARNING"},
            "fontTools": {"level": "WARNING"},
            # One line for every try while the database is away; the supervisor tells that once.
            "psycopg.pool": {"level": "ERROR"},
        },
    }
