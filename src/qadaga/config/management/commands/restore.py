"""`qadaga restore FOLDER`."""

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
    """Put a backup in place of the database in use."""

    help = "Restore FOLDER beside the database in use, verify it, then exchange them; the former one is kept."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The folder of the backup."""
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        """Raise CommandError (exit code 1) when nothing was replaced."""
        try:
            former = services.restore(folder, at=clock.now(), say=self.stdout.write)
        except psycopg.errors.ObjectInUse as problem:
            raise CommandError(
                _("Somebody is connected to the database: end Qadaga first (make stop).")
            ) from problem
        except (BackupError, OSError, psycopg.Error) as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(_("The backup is in place."))
        if former:
            self.stdout.write(_("The former database is kept as %(name)s.") % {"name": former})
