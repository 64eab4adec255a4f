"""`qadaga tick`: the clockwork, once or for ever."""

import signal
import threading
from typing import Any

import structlog
from django.core.management.base import BaseCommand, CommandParser
from django.db import OperationalError, close_old_connections

from qadaga.common import clock
from qadaga.config.tasks import clockwork

log = structlog.get_logger(__name__)


class Command(BaseCommand):
    """Run the jobs of the clockwork."""

    help = "Do what the passing of time brings about: give back tasks of killed workers, remind, tidy up."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--every SECONDS` keeps it going."""
        parser.add_argument("--every", type=float, help="repeat after so many seconds, until asked to end")

    def handle(self, *args: Any, every: float | None, **options: Any) -> None:
        """Run once, or until SIGTERM."""
        end = threading.Event()
        if every is None:
            self._tick()
            return
        signal.signal(signal.SIGTERM, lambda number, frame: end.set())
        while not end.is_set():
            try:
                self._tick()
            except OperationalError:
                # The database restarts: the supervisor sees to that, the next tick finds it back.
                log.warning("clockwork.database_away")
            close_old_connections()
            end.wait(every)

    def _tick(self) -> None:
        for line in clockwork.run(clock.now()):
            log.info("clockwork.done", what=line)
            self.stdout.write(line)
