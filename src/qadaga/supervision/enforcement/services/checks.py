"""Checks of what a bailiff did on a writ, and the violations they become (L.3.5, O.6.2)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.authority.alarms import services as alarms
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.matters import services as matters
from qadaga.matters import terms
from qadaga.matters.dates import choice
from qadaga.matters.models import Term, TermEvent, Violation
from qadaga.matters.of_direction import matter_at_work
from qadaga.matters.services.base import text
from qadaga.matters.step import Step
from qadaga.matters.terms import Owner
from qadaga.organisation.refusals import refused_by
from qadaga.supervision.enforcement.choices import DIRECTION, Checked, CheckGround, CheckOutcome, CheckStatus
from qadaga.supervision.enforcement.models import Check, Writ
from qadaga.supervision.enforcement.services import base
from qadaga.supervision.enforcement.subject import CHECK, WRITS

TERM = "enforcement_check"
TAKEN = {
    "check_one_under_way": FieldError(
        "about", "taken", N_("A check of this writ is under way. Finish it first.")
    )
}


@implements("L.3.5", "O.8.4")
@transaction.atomic
def begin_check(
    *,
    writ_id: UUID,
    version: int,
    ground: str,
    about: str,
    by: Actor,
    on: date,
    due_on: date | None = None,
) -> Check:
    """Begin a check of the bailiff on the writ, to be finished by `due_on`, or in the term of its rule.

    Raises NotPermitted (no ground that the law names), InvalidInput (also on a day beyond the rule's: a
    longer term is the office above's to give).
    """
    step = base.writ(writ_id, CHECK, version, by=by, on=on, ground=ground)
    due = _last_day(due_on, on)
    row = Check(
        writ=step.row,
        status=CheckStatus.BEGUN,
        ground=choice("ground", ground, CheckGround.values),
        about=choice("about", about, Checked.values),
        begun_on=on,
        due_on=due,
        begun_by_id=by.appointment_id,
    )
    with refused_by(TAKEN):
        row.save(force_insert=True)
    _start(step, due)
    # The last day shows in the register while the execution goes on.
    step.save(due_on=due if step.row.ended_on is None else None)
    step.journal(check=row.id, about=row.about)
    return row


@implements("L.3.5")
@transaction.atomic
def finish_check(
    *, writ_id: UUID, version: int, outcome: str, findings: str, told_how: str, by: Actor, on: date
) -> Check:
    """Finish the check under way: what was found, how the bailiff was told. Raises Conflict without one."""
    row = under_way(writ_id)
    step = base.writ(writ_id, CHECK, version, by=by, on=on, ground=row.ground if row else CheckGround.OWN)
    if row is None:
        raise no_check()
    row.outcome = choice("outcome", outcome, CheckOutcome.values)
    row.findings = text("findings", findings, 8000)
    row.told_how = text("told_how", told_how, 200, multiline=False)
    row.status, row.finished_on, row.finished_by_id = CheckStatus.DONE, on, by.appointment_id
    row.save(update_fields=["status", "outcome", "findings", "told_how", "finished_on", "finished_by"])
    terms.finish_open(kind=WRITS.kind, subject_id=step.row.id, on=on, by=by)
    step.save(due_on=None)
    with journal.gathered():
        alarms.fulfil(subject=(WRITS.kind, step.row.id), power=CHECK, by=by, at=clock.now())
        step.journal(check=row.id, outcome=row.outcome)
    return row


@implements("O.6.2", "L.3.5")
def pass_violation(
    *, writ_id: UUID, check_id: UUID, matter_id: UUID, norm: str, by: Actor, on: date
) -> Violation:
    """Record what a check found as a violation of a matter, where the acts follow (O.6.2).

    Raises AlreadyDone, InvalidInput (no such check, no matter of the direction), NotPermitted.
    """
    norm = text("norm", norm, 500, multiline=False)
    with transaction.atomic():
        row = Check.objects.filter(id=check_id, writ=writ_id, outcome=CheckOutcome.VIOLATED).first()
        step = base.writ(writ_id, CHECK, None, by=by, on=on, ground=row.ground if row else CheckGround.OWN)
        if row is None:
            raise InvalidInput.of("check", "not_found", N_("Choose a check that found violations."))
        if row.violation_id is not None:
            raise AlreadyDone()
        office = step.row.office_id
        matter = matter_at_work(matter_id, office_id=office, direction=DIRECTION, by=by)
        with journal.gathered():
            row.violation = matters.record_violation(
                matter_id=matter.id,
                version=matter.version,
                violated=_violated(step.row, norm, row.findings or ""),
                by=by,
                on=on,
            )
            row.save(update_fields=["violation"])
            if step.row.matter_id is None:
                step.save(matter=matter)
            step.journal(check=row.id, violation=row.violation.id)
        return row.violation


def under_way(writ_id: UUID) -> Check | None:
    """The check of the writ that is not finished, locked."""
    return Check.objects.select_for_update().filter(writ=writ_id, status=CheckStatus.BEGUN).first()


def no_check() -> Conflict:
    """What is said where no check is under way."""
    return Conflict("no_check", N_("No check of this writ is under way. Begin one first."))


def usual_end(on: date) -> date:
    """The last day by the rule of a check that begins on the day."""
    return terms.worked(TERM, [TermEvent(no=1, kind="start", on=on)]).due


def _last_day(wanted: date | None, on: date) -> date:
    latest = usual_end(on)
    if wanted is not None and not on < wanted <= latest:
        raise InvalidInput.of(
            "due_on",
            "bad_length",
            N_(
                "Choose a day after today and not after %(latest)s (an unverified figure): a longer term is "
                "asked of the office above."
            ),
            latest=latest,
        )
    return wanted or latest


def _start(step: Step[Writ], due: date) -> Term:
    row = step.row
    owner = Owner(WRITS.kind, row.id, row.office_id, row.region_id)
    return terms.start(owner=owner, rule=TERM, on=step.on, by=step.by, until=due)


def _violated(writ: Writ, norm: str, what: str) -> matters.Violated:
    claimant = {"person": "person", "entity": "entity", "state": "state"}[writ.claimant_kind]
    return matters.Violated(
        norm=norm,
        what=what,
        violator_kind="official",
        violator_name=writ.bailiff.name,
        rights_of=claimant,
        rights_holder=writ.claimant,
    )
