"""`qadaga import appeals|staff|staffing|service FILE`: checked whole and then written, or not at all."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from qadaga.accounts.models import User
from qadaga.appeals.importing import staging
from qadaga.appeals.importing.running import import_file
from qadaga.appeals.models import ImportRun
from qadaga.appeals.tasks import write_import
from qadaga.authority.actor import Actor
from qadaga.authority.actors import actor_for
from qadaga.common import clock
from qadaga.common.errors import InvalidInput, QadagaError, filled
from qadaga.documents.importing.faults import write_faults
from qadaga.organisation.personnel.importing import running
from qadaga.staff.selectors import hats_of


class Command(BaseCommand):
    """One faulty row and nothing is imported; running it again adds nothing."""

    help = "Import appeals, people (staff), staffing tables or periods of service from an XLSX or CSV file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What, from which file, on whose behalf."""
        parser.add_argument("what", choices=["appeals", *running.KINDS])
        parser.add_argument("file", type=Path)
        parser.add_argument("--as", dest="username", required=True, help="login of whoever imports")
        parser.add_argument("--office", help="code of the office, where the person has posts in several")
        parser.add_argument("--dry-run", action="store_true", help="check every row and write nothing")
        parser.add_argument("--errors", type=Path, help="where to write the faults (FILE.errors.csv)")
        parser.add_argument("--background", action="store_true", help="let the task worker write the rows")

    def handle(
        self, *args: Any, what: str, file: Path, username: str, verbosity: int, **options: Any
    ) -> None:
        """Raise CommandError saying what is wrong; the exit code is then 1."""
        self._loud = verbosity > 0
        if not file.is_file():
            raise CommandError(_("There is no file %(file)s.") % {"file": file})
        by = _actor(username, options["office"])
        errors = options["errors"] or file.with_name(f"{file.name}.errors.csv")
        try:
            if what in running.KINDS:
                self._people(file, what, by, errors, dry_run=options["dry_run"])
            else:
                self._run(file, by, errors, dry_run=options["dry_run"], background=options["background"])
        except InvalidInput as error:
            raise CommandError("; ".join(_said(fault) for fault in error.fields)) from error
        except QadagaError as error:
            raise CommandError(_said(error)) from error

    def _run(self, file: Path, by: Actor, errors: Path, *, dry_run: bool, background: bool) -> None:
        on = clock.today()
        if dry_run:
            self._judge(staging.check(file, by=by, on=on, progress=self._checking), errors)
            self._say(_("Every row can be imported; nothing was written."))
        elif background:
            staged = staging.stage(file, by=by, on=on, progress=self._checking)
            self._judge(staged, errors)
            run = staged.run
            assert run is not None  # a file without faults has its run
            transaction.on_commit(lambda: write_import.enqueue(str(run.id), str(by.appointment_id)))
            self._say(_("The rows are laid ready; the worker writes them."))
        else:
            done = import_file(file, by=by, on=on, checking=self._checking, writing=self._writing)
            self._judge(done.checked, errors)
            self._tell(done.run)

    def _people(self, file: Path, what: str, by: Actor, errors: Path, *, dry_run: bool) -> None:
        on = clock.today()
        found = running.bring_in(file, what, by=by, on=on, dry_run=dry_run, progress=self._checking)
        self._judge(found, errors)
        words = _("Imported: %(imported)s; known before: %(known)s.")
        if dry_run:
            words = _("Can be imported: %(imported)s; known before: %(known)s; nothing was written.")
        self._say("\n" + words % {"imported": found.added, "known": found.known})

    def _judge(self, checked: staging.Checked | running.Brought, errors: Path) -> None:
        self._rows = checked.rows
        if not checked.faults:
            return
        write_faults(checked.faults, errors)
        words = _("%(faults)s faults in %(rows)s rows; nothing was imported. They are listed in %(file)s.")
        raise CommandError(words % {"faults": len(checked.faults), "rows": checked.rows, "file": errors})

    def _tell(self, run: ImportRun | None) -> None:
        assert run is not None  # faults have been told of before
        words = _("Imported: %(imported)s; known before: %(known)s.")
        self._say("\n" + words % {"imported": run.imported, "known": run.known})

    def _checking(self, rows: int) -> None:
        self._rows = rows
        self._bar(_("Rows checked: %(rows)s") % {"rows": rows})

    def _writing(self, rows: int) -> None:
        filled = 30 * rows // max(self._rows, 1)
        self._bar(f"[{'#' * filled}{'.' * (30 - filled)}] {rows}/{self._rows}")

    def _bar(self, text: str) -> None:
        if self._loud:
            self.stdout.write(f"\r{text}", ending="")
            self.stdout.flush()

    def _say(self, text: str) -> None:
        if self._loud:
            self.stdout.write(text)


def _actor(username: str, office: str | None) -> Actor:
    on = clock.today()
    user = User.objects.filter(username=username).first()
    hats = list(hats_of(user.id, on)) if user else []
    chosen = [hat for hat in hats if office in (None, hat.office.code)]
    actor = actor_for(chosen[0].id, on) if len(chosen) == 1 else None
    if actor is not None:
        return actor
    if len(chosen) > 1:
        codes = ", ".join(sorted(hat.office.code for hat in chosen))
        raise CommandError(_("Name the office with --office; it is one of: %(codes)s.") % {"codes": codes})
    raise CommandError(_("%(username)s holds no such post today.") % {"username": username})


def _said(error: Any) -> str:
    return filled(_(error.message), error.data)
