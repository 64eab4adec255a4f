"""`qadaga journal verify [--office CODE] [--heads FILE]` and `qadaga journal heads`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from qadaga.journal import audit
from qadaga.journal.models import ChainKind
from qadaga.offices.models import Office


class Command(BaseCommand):
    """Verify the journal's chains, or print their heads to be kept outside."""

    help = "Verify the journal (verify), or print the head of every chain (heads)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`verify [--office CODE] [--heads FILE]` or `heads`."""
        parser.add_argument("action", choices=["verify", "heads"])
        parser.add_argument("--office", metavar="CODE", help="only this office's chains")
        parser.add_argument("--heads", metavar="FILE", type=Path, help="heads printed earlier")

    def handle(self, *args: Any, action: str, office: str | None, heads: Path | None, **options: Any) -> None:
        """Raise CommandError (exit code 1) when a chain is not whole."""
        if action == "heads":
            self.stdout.write("\n".join(head.line() for head in audit.heads()))
            return
        codes = dict(Office.objects.values_list("id", "code"))
        office_id = _office_id(codes, office)
        if heads is not None:
            self._compare(codes, heads)
        self._verify(codes, office_id)

    def _compare(self, codes: dict[UUID, str], heads: Path) -> None:
        lost = audit.contradicted(_kept(heads))
        for head in lost:
            name = f"{codes.get(head.office_id, head.office_id)} {head.kind.label}"
            self.stderr.write(
                f"{name}: " + _("Entry %(seq)s was there once and is not any more.") % {"seq": head.seq}
            )
        if lost:
            raise CommandError(
                _("The journal contradicts heads kept outside: %(lost)s.") % {"lost": len(lost)}
            )

    def _verify(self, codes: dict[UUID, str], office_id: UUID | None) -> None:
        entries = faults = 0
        for report in audit.verify_all(office_id):
            entries += report.entries
            faults += len(report.faults)
            name = f"{codes.get(report.office_id, report.office_id)} {ChainKind(report.kind).label}"
            for fault in report.faults:
                words = _(fault.message) % {"seq": fault.seq, "last": fault.last}
                self.stderr.write(f"{name}: {words} [{fault.code}, id {fault.entry_id or '-'}]")
        if faults:
            raise CommandError(_("The journal is not whole: %(faults)s faults.") % {"faults": faults})
        self.stdout.write(_("The journal is whole: %(entries)s entries verified.") % {"entries": entries})


def _kept(file: Path) -> list[audit.KeptHead]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
        return [audit.KeptHead.read(line) for line in lines if line]
    except (OSError, ValueError, KeyError) as error:
        raise CommandError(
            _("%(file)s does not hold heads as `qadaga journal heads` prints them.") % {"file": file}
        ) from error


def _office_id(codes: dict[UUID, str], code: str | None) -> UUID | None:
    if code is None:
        return None
    for office_id, known in codes.items():
        if known == code:
            return office_id
    raise CommandError(_("There is no office with the code %(code)s.") % {"code": code})
