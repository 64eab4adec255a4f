"""The web server: the product is loaded once, then each worker is a fork of what was loaded.

A worker so starts without importing anything, also one that replaces a killed one, and the code, the law and
the translations lie in memory once for all workers (ADR 20).
"""

import argparse
import gc
from collections.abc import Callable
from typing import Any

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

TARGET = "qadaga.config.wsgi:application"


def main() -> int:
    """Serve until a signal; the process itself only watches over its workers."""
    parser = argparse.ArgumentParser(prog="serving", description=__doc__)
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--workers", type=int, required=True)
    parser.add_argument("--threads", type=int, required=True)
    asked = parser.parse_args()
    application = loaded()
    server = Server(
        TARGET,
        address=asked.host,
        port=asked.port,
        interface=Interfaces.WSGI,
        workers=asked.workers,
        blocking_threads=asked.threads,
        backlog=1024,
        log_level=LogLevels.warning,
        log_access=False,
        # A worker that was killed is replaced, and one that has grown too large too.
        respawn_failed_workers=True,
        workers_max_rss=400,
    )
    server.serve(target_loader=lambda _target: application)
    return 0


def loaded() -> Callable[..., Any]:
    """The application with all that a first request would load: pages, the law, the languages.

    Nothing here may open a connection or start a thread: neither survives a fork.
    """
    # What is loaded stays: looking for what could be thrown away again and again would only cost the start.
    gc.disable()
    from django.conf import settings
    from django.urls import get_resolver
    from django.utils.translation import trans_real

    from qadaga.config.wsgi import application
    from qadaga.law.catalogue import load

    _ = get_resolver().url_patterns
    load()
    for language, _name in settings.LANGUAGES:
        trans_real.translation(language)
    # The collector of a worker does not walk, and so does not copy, the pages that all share. What little of
    # them could be thrown away is not looked for: that alone took a tenth of the start.
    gc.freeze()
    gc.enable()
    return application


if __name__ == "__main__":
    raise SystemExit(main())
