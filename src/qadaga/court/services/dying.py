"""A death in a prosecution: written down at any stage; what the law then bars and leaves (O.7.3, L.1.3)."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, InvalidInput
from qadaga.common.i18n import N_
from qadaga.court.choices import AccusedStatus
from qadaga.court.models import Accused, Case
from qadaga.court.services.base import accused, begin
from qadaga.law.coverage import implements
from qadaga.matters import deaths, dying
from qadaga.matters.dying import Death
from qadaga.matters.step import Step

MARK = "accused_dead"
"""What the law is told where going on would be against somebody who has died."""


@implements("O.7.3")
@transaction.atomic
def record_death(*, case_id: UUID, version: int, accused_id: UUID, death: Death, by: Actor, on: date) -> Case:
    """Write down that somebody prosecuted has died, and the paper that proves it. Their prosecution is
    dropped, ended by the court, or goes on only to clear them; until then the case waits where it stands.

    Raises AlreadyDone, Conflict where the case is closed, InvalidInput, NotPermitted (who neither leads nor
    is named for the case).
    """
    step = begin(Case, case_id, "court.record_death", version=version, by=by, on=on)
    step.course.table.move(step.before, step.power)
    row = _person(step, accused_id)
    if row.died_on is not None:
        raise AlreadyDone()
    dying.note(row, death, on=on)
    row.save(update_fields=dying.NOTED)
    step.save()
    step.journal(accused=row.id, died_on=row.died_on)
    return step.row


@implements("O.7.3")
@transaction.atomic
def correct_death(*, case_id: UUID, version: int, accused_id: UUID, why: str, by: Actor, on: date) -> Case:
    """Take back a death that was written down by mistake, also where the case is closed: every direction
    knows the person as living again. What was signed because of it stands, and is decided on anew.

    Raises Conflict where no death is noted here, InvalidInput, NotPermitted (who does not lead).
    """
    step = begin(Case, case_id, "court.correct_death", version=version, by=by, on=on)
    row = _person(step, accused_id)
    was = dying.take_back(row, why, by=by, on=on)
    step.save()
    step.journal(accused=row.id, lives=True, was=was)
    return step.row


def _person(step: Step[Case], accused_id: UUID) -> Accused:
    row = accused(step.row, accused_id)
    if row is None:
        raise InvalidInput.of("accused", "not_found", N_("Choose a person of this case."))
    return row


def somebody(case_id: UUID) -> frozenset[str]:
    """The mark where one of those charged has died: no case goes to court against the dead."""
    people = Accused.objects.filter(case=case_id, status=AccusedStatus.CHARGED)
    return frozenset({MARK} if dead(people) else ())


def before_court(case_id: UUID) -> tuple[list[Accused], list[Accused]]:
    """Everybody before the court, and those of them who have died."""
    rows = Accused.objects.filter(case=case_id, status__in=(AccusedStatus.IN_COURT, AccusedStatus.TRIED))
    people = list(rows.order_by("id"))
    return people, dead(people)


def against(people: list[Accused], gone: list[Accused], *, clears: bool) -> frozenset[str]:
    """The mark where what is asked of the court is against people who have all died."""
    return frozenset({MARK} if gone and len(gone) == len(people) and not clears else ())


def refuse_clearing(gone: list[Accused], *, clears: bool) -> None:
    """Raise InvalidInput on `clears` where nobody before the court has died: there is no name to clear."""
    if clears and not gone:
        raise InvalidInput.of(
            "clears",
            "nobody_died",
            N_("Nobody before the court has died here: this is asked for the dead only (O.7.3)."),
        )


def dead(people: Iterable[Accused]) -> list[Accused]:
    """Those of the people whom some register notes to have died. One query."""
    rows = list(people)
    known = deaths.among(row.iin for row in rows)
    return [row for row in rows if row.iin in known]
