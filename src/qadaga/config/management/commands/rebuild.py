"""`qadaga rebuild due|uses`: due dates computed again after the calendar changed; uses counted again."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from qadaga.appeals.due import REPEATED
from qadaga.authority.uses import counting
from qadaga.common import clock
from qadaga.matters import recounting


class Command(BaseCommand):
    """Every running term is worked out from its events again, or every use counted from the journal again."""

    help = "Compute the due dates of all running terms again (due), or count all uses of powers again (uses)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`due` or `uses`."""
        parser.add_argument("what", choices=["due", "uses"])

    def handle(self, *args: Any, what: str, verbosity: int, **options: Any) -> None:
        """Say how much was looked at and what changed; running it again changes nothing more."""
        if what == "uses":
            looked = counting.recount(clock.now())
            self.stdout.write(_("Journal entries counted: %(looked)s.") % {"looked": looked})
            return
        counts = {"looked": 0, "moved": 0}
        for looked, moved in recounting.rebuild(REPEATED):
            counts = {"looked": looked, "moved": moved}
            if verbosity > 1:
                self.stdout.write(f"\r{looked}", ending="")
        self.stdout.write(_("Terms looked at: %(looked)s; moved: %(moved)s.") % counts)
