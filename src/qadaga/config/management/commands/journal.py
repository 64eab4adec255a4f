"""`qadaga journal verify [--office CODE]` and `qadaga journal heads`."""

from argparse import ArgumentParser
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
        """`verify [--office CODE]` or `heads`."""
        parser.add_argument("action", choices=["verify", "heads"])
        parser.add_argument("--office", metavar="CODE", help="only this office's chains")

    def handle(self, *args: Any, action: str, office: str | None, **options: Any) -> None:
        """Raise CommandError (exit code 1) when a chain is not whole."""
        codes = dict(Office.objects.values_list("id", "code"))
        if action == "heads":
            self._heads(codes)
        else:
            self._verify(codes, _office_id(codes, office))

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

    def _heads(self, codes: dict[UUID, str]) -> None:
        for chain in audit.heads():
            code = codes.get(chain.office_id, str(chain.office_id))
            self.stdout.write(
                f"{code}\t{ChainKind(chain.kind).label}\t{chain.seq}\t{bytes(chain.hash).hex()}"
            )


def _office_id(codes: dict[UUID, str], code: str | None) -> UUID | None:
    if code is None:
        return None
    for office_id, known in codes.items():
        if known == code:
            return office_id
    raise CommandError(_("There is no office with the code %(code)s.") % {"code": code})
