"""`qadaga rebuild due|uses|reports`: due dates, uses of powers, what counts for reports, worked out again."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from qadaga.appeals.due import REPEATED
from qadaga.authority.uses import counting
from qadaga.common import clock
from qadaga.matters import recounting
from qadaga.reports import ledger


class Command(BaseCommand):
    """Every running term is worked out from its events again, or every use counted from the journal again."""

    help = (
        "Compute again: due dates of running terms (due), uses of powers (uses), facts of reports (reports)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`due`, `uses` or `reports`."""
        parser.add_argument("what", choices=["due", "uses", "reports"])

    def handle(self, *args: Any, what: str, verbosity: int, **options: Any) -> None:
        """Say how much was looked at and what changed; running it again changes nothing more."""
        if what == "uses":
            looked = counting.recount(clock.now())
            self.stdout.write(_("Journal entries counted: %(looked)s.") % {"looked": looked})
            return
        if what == "reports":
            try:
                self.stdout.write(_("Facts counted: %(facts)s.") % {"facts": ledger.rebuild()})
            except ledger.SignedReports as error:
                raise CommandError(_("Reports are signed: what they count must not be rewritten.")) from error
            return
        counts = {"looked": 0, "moved": 0}
        for looked, moved in recounting.rebuild(REPEATED):
            counts = {"looked": looked, "moved": moved}
            if verbosity > 1:
                self.stdout.write(f"\r{looked}", ending="")
        self.stdout.write(_("Terms looked at: %(looked)s; moved: %(moved)s.") % counts)
