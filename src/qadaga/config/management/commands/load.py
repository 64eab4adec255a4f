"""`qadaga load structure` and `qadaga load demo`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from qadaga.authority.uses import counting
from qadaga.common import clock
from qadaga.config.demo import (
    assignments,
    away,
    cases,
    collegia,
    conduct,
    coordination,
    court,
    covert,
    custody,
    duties,
    enforcement,
    exchange,
    following,
    inspections,
    legality,
    lookups,
    norms,
    offences,
    orders,
    people,
    personnel,
    plans,
    pretrial,
    protection,
    records,
    reports,
    seals,
    staffing,
    structure,
    treaties,
    units,
    workdays,
)
from qadaga.organisation import founding
from qadaga.organisation.personnel import ranked_posts


class Command(BaseCommand):
    """Load what a new installation starts with; running it again adds only what is missing."""

    help = "Load the real structure of the service (structure) or the demonstration people and cases (demo)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`structure` or `demo`."""
        parser.add_argument("what", choices=["structure", "demo"])

    def handle(self, *args: Any, what: str, verbosity: int, **options: Any) -> None:
        """Raise CommandError where the demonstration must not be loaded."""
        self._loud = verbosity > 0
        getattr(self, f"_{what}")()

    def _structure(self) -> None:
        founded = founding.found(on=clock.today(), progress=self._progress if self._loud else None)
        ranked_posts.load_first(clock.today())
        if self._loud:
            words = _("Offices added: %(offices)s, there before: %(present)s; units added: %(units)s.")
            counts = {"offices": founded.offices, "present": founded.present, "units": founded.units}
            self.stdout.write("\n" + words % counts if founded.offices else words % counts)

    def _demo(self) -> None:
        try:
            added = people.load(clock.today(), self._progress if self._loud else None)
            personnel.load(clock.today())
            conduct.load(clock.today())
            opened = cases.load(clock.today(), self._progress if self._loud else None)
            inspections.load(clock.today())
            following.load(clock.today())
            ordered = orders.load(clock.today())
            duties.load(clock.today())
            staffing.load(clock.today())
            units.load(clock.today())
            seals.load(clock.today())
            custody.load(clock.today())
            covert.load(clock.today())
            records.load(clock.today())
            enforcement.load(clock.today())
            pretrial.load(clock.today())
            legality.load(clock.today())
            offences.load(clock.today())
            lookups.load(clock.today())
            protection.load(clock.today())
            treaties.load(clock.today())
            collegia.load(clock.today())
            coordination.load(clock.today())
            plans.load(clock.today())
            assignments.load(clock.today())
            court.load(clock.today())
            norms.load(clock.today())
            exchange.load(clock.today())
            reports.load(clock.today())
            structure.load(clock.today())
            away.load(clock.today())
            workdays.load(clock.today())
            counting.count(clock.now())
        except people.DemoRefused as error:
            raise CommandError(_("These settings allow no demonstration data.")) from error
        if self._loud:
            self.stdout.write(("\n" if added else "") + _("People added: %(added)s.") % {"added": added})
            self.stdout.write(_("Cases added: %(opened)s.") % {"opened": opened})
            self.stdout.write(_("Orders added: %(ordered)s.") % {"ordered": ordered})

    def _progress(self, done: int, of: int) -> None:
        if done == of or done % 10 == 0:
            filled = 30 * done // of
            self.stdout.write(f"\r[{'#' * filled}{'.' * (30 - filled)}] {done}/{of}", ending="")
            self.stdout.flush()
