"""`qadaga worker`: run background tasks until asked to end."""

import os
import socket
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from qadaga.common.ids import new_id
from qadaga.config.tasks.pulse import Pulse


class Command(BaseCommand):
    """One worker; any number may run, on any number of machines."""

    help = "Run background tasks; what a killed worker left is given back by `qadaga tick`."

    def handle(self, *args: Any, **options: Any) -> None:
        """Take the worker's lock first, so that no task of it is ever thought to be left behind."""
        name = f"{socket.gethostname()[:20]}-{os.getpid()}-{new_id().hex[-12:]}"
        pulse = Pulse(name)
        pulse.start()
        if not pulse.held.wait(timeout=60):
            raise SystemExit("The database does not answer.")
        try:
            call_command(
                "db_worker", queue_name="*", interval=1, worker_id=name, reload=False, startup_delay=False,
                verbosity=options["verbosity"],
            )  # fmt: skip
        finally:
            pulse.stop()
