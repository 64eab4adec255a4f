"""`qadaga rebuild due`: the due dates computed again, after the calendar's table of moved days changed."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from qadaga.appeals.due import REPEATED
from qadaga.matters import recounting


class Command(BaseCommand):
    """Every running term is worked out from its events again; its date, and what repeats it, follow."""

    help = "Compute the due dates of all running terms again, for example after the calendar changed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`due`."""
        parser.add_argument("what", choices=["due"])

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        """Say how many terms were looked at and how many moved; running it again moves nothing more."""
        counts = {"looked": 0, "moved": 0}
        for looked, moved in recounting.rebuild(REPEATED):
            counts = {"looked": looked, "moved": moved}
            if verbosity > 1:
                self.stdout.write(f"\r{looked}", ending="")
        self.stdout.write(_("Terms looked at: %(looked)s; moved: %(moved)s.") % counts)
