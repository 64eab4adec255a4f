"""`qadaga migrate`: Django's own, in less time (see `database.migrating`)."""

from typing import Any

from django.core.management.commands.migrate import Command as Migrate

from qadaga.database.migrating import lean_states


class Command(Migrate):
    """Django's command with the same arguments."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Bring the database to what the code expects."""
        with lean_states():
            super().handle(*args, **options)
