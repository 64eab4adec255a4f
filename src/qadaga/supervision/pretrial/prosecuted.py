"""What an investigation answers to the prosecution of its number, and how it follows it to court (O.7.3)."""

from datetime import date

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.matters import prosecuted
from qadaga.supervision.pretrial.choices import LIVE, CaseStatus, Course
from qadaga.supervision.pretrial.models import Case
from qadaga.supervision.pretrial.services.cases import record_course
from qadaga.supervision.pretrial.subject import KEEP, case_subject


def refuse_terminated(case: Case) -> None:
    """Raise Conflict where the investigation was terminated: no prosecution begins out of it."""
    if case.status == CaseStatus.CLOSED:
        raise Conflict(
            "investigation_terminated",
            N_("The investigation of this number was terminated: no prosecution begins (L.3.2)."),
        )


class Investigations:
    """Cases under supervision, by their ERDR number."""

    def refuse(self, number: str, *, by: Actor) -> None:
        """A prosecution begins in the office of its investigation, and out of none that was terminated."""
        case = Case.objects.filter(erdr=number).first()
        if case is None:
            return
        if case.office_id != by.office_id:
            raise InvalidInput(prosecuted.NOT_HERE)
        refuse_terminated(case)

    def went_to_court(self, number: str, paper: str, *, by: Actor, on: date) -> None:
        """Record on the investigation that its case went to court, where the law lets the same person.

        Where it does not (somebody else's office or conflict), the investigation stays as its keeper has it.
        """
        rows = Case.objects.select_for_update(of=("self",), no_key=True).filter(erdr=number)
        case = rows.select_related("office", "matter__holder").first()
        if case is None or case.status not in LIVE:
            return
        if authority.may(by, KEEP, case_subject(case, by, on), on=on).allowed:
            record_course(
                case_id=case.id,
                version=case.version,
                course=Course.TO_COURT,
                happened_on=on,
                said=paper,
                by=by,
                on=on,
            )


prosecuted.declare(Investigations())
