"""`qadaga backup FOLDER`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from qadaga.common import clock
from qadaga.config.backup import services
from qadaga.config.backup.server import BackupError


class Command(BaseCommand):
    """Take a backup while people work, and prove it."""

    help = "Back up the database and the stored files into FOLDER; restore it to a scratch database; verify."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The folder; `--no-proof` only where another machine proves it."""
        parser.add_argument("folder", type=Path, help="a backup that is there is brought up to date")
        parser.add_argument("--no-proof", action="store_true", help="do not restore and verify it")

    def handle(self, *args: Any, folder: Path, no_proof: bool, **options: Any) -> None:
        """Raise CommandError (exit code 1) when the backup can't be relied on."""
        try:
            made = services.back_up(folder, at=clock.now(), prove=not no_proof, say=self.stdout.write)
        except (BackupError, OSError, psycopg.Error) as problem:
            raise CommandError(str(problem)) from problem
        size = made.database_bytes / 1024 / 1024
        self.stdout.write(
            _("The backup is complete: %(folder)s (%(size).1f MB).") % {"folder": folder, "size": size}
        )
