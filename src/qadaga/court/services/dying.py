"""A death in a prosecution: written down at any stage; what the law then bars and leaves (O.7.3, L.1.3)."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.court.choices import AccusedStatus, CaseStatus
from qadaga.court.models import Accused, Case
from qadaga.court.services.base import KEEP, accused, begin
from qadaga.law.coverage import implements
from qadaga.matters import deaths
from qadaga.matters.dates import within

MARK = "accused_dead"
"""What the law is told where going on would be against somebody who has died."""


@implements("O.7.3")
@transaction.atomic
def record_death(
    *, case_id: UUID, version: int, accused_id: UUID, died_on: date, by: Actor, on: date
) -> Case:
    """Write down that somebody prosecuted has died. Their prosecution is dropped, ended by the court, or goes
    on only to clear them; until then the case waits where it stands.

    Raises AlreadyDone, Conflict where the case is closed, InvalidInput, NotPermitted.
    """
    step = begin(Case, case_id, KEEP, version=version, by=by, on=on)
    if step.row.status == CaseStatus.CLOSED:
        raise Conflict("closed", N_("This card is closed: nothing more is decided in it."))
    row = accused(step.row, accused_id)
    if row is None:
        raise InvalidInput.of("accused", "not_found", N_("Choose a person of this case."))
    if row.died_on is not None:
        raise AlreadyDone()
    row.died_on = within("died_on", died_on, earliest=None, latest=on)
    row.save(update_fields=["died_on"])
    step.save(to=step.before)
    step.journal(accused=row.id, died_on=row.died_on)
    return step.row


def somebody(case_id: UUID) -> frozenset[str]:
    """The mark where one of those charged has died: no case goes to court against the dead."""
    people = Accused.objects.filter(case=case_id, status=AccusedStatus.CHARGED)
    return frozenset({MARK} if dead(people) else ())


def everybody(case_id: UUID) -> frozenset[str]:
    """The mark where all those before the court have died: nobody is left to accuse."""
    before = (AccusedStatus.IN_COURT, AccusedStatus.TRIED)
    people = list(Accused.objects.filter(case=case_id, status__in=before))
    return frozenset({MARK} if people and len(dead(people)) == len(people) else ())


def dead(people: Iterable[Accused]) -> list[Accused]:
    """Those of the people whom some register notes to have died. One query."""
    rows = list(people)
    known = deaths.among(row.iin for row in rows)
    return [row for row in rows if row.iin in known]
