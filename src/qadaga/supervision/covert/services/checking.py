"""A check, a stopped action, what became of the act: index data of each (L.3.3, O.7.1, O.8.d3)."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters import terms
from qadaga.matters.dates import choice, within
from qadaga.organisation.refusals import refused_by
from qadaga.supervision.covert.choices import (
    STOPPABLE,
    WITH_PAPER,
    CheckGround,
    CheckResult,
    CheckStatus,
    PaperKind,
    Reply,
)
from qadaga.supervision.covert.models import CovertCheck
from qadaga.supervision.covert.services import base
from qadaga.supervision.covert.services.content import number
from qadaga.supervision.covert.services.shapes import Checked, Indexed, Paper
from qadaga.supervision.covert.subject import CHECKS, STOP, check_subject, power_of

FOUND = (CheckResult.LAWFUL, CheckResult.ACT, CheckResult.WITHHELD)
NOTHING_TO_STOP = N_("Only an operative-search or covert action can be stopped (L.3.3).")


@implements("L.3.3", "O.7.1", "O.8.d5")
@transaction.atomic
def enter(*, indexed: Indexed, checked: Checked, by: Actor, on: date) -> CovertCheck:
    """Enter a check that was made without demanding materials first.

    Raises InvalidInput (the same check twice, a day to come, words in a number), NotPermitted (outside the
    circle, no ground that fits, another's sphere).
    """
    row = base.begun(indexed, CheckStatus.CLOSED, by, on)
    subject = check_subject(row, by, on)
    step = CHECKS.ask(row, power_of(row.kind), subject, by=by, on=on, ground=checked.ground)
    for name, value in _columns(row, checked, (CheckResult.LAWFUL, CheckResult.ACT), on).items():
        setattr(row, name, value)
    row.begun_on = checked.checked_on
    row.status, row.due_on = _after(row, by)
    with refused_by(base.TWICE):
        row.save(force_insert=True)
    step.journal(kind=row.kind, result=row.result)
    return row


@implements("L.3.3", "O.7.1")
@transaction.atomic
def check(*, check_id: UUID, version: int, checked: Checked, by: Actor, on: date) -> CovertCheck:
    """Record what the demanded materials showed, or that none came. Raises AlreadyDone."""
    row = base.locked(check_id, version, by=by, on=on)
    return _record(row, power_of(row.kind), checked, results=FOUND, by=by, on=on)


@implements("L.3.3", "O.8.d3")
@transaction.atomic
def stop(
    *, check_id: UUID, version: int, checked: Checked, told_on: date, by: Actor, on: date
) -> CovertCheck:
    """Record that an unlawful action was stopped by an act on paper, and that the office above was told.

    Raises InvalidInput for counter-intelligence, which has a law of its own; AlreadyDone.
    """
    row = base.locked(check_id, version, by=by, on=on)
    if row.kind not in STOPPABLE:
        raise Conflict("nothing_to_stop", NOTHING_TO_STOP)
    told = within("told_on", told_on, earliest=checked.checked_on, latest=on)
    return _record(row, STOP, checked, results=(CheckResult.STOPPED,), by=by, on=on, told_on=told)


@implements("L.1.3", "L.3.3")
@transaction.atomic
def record_reply(
    *, check_id: UUID, version: int, reply: str, reply_on: date, by: Actor, on: date
) -> CovertCheck:
    """Record what became of the act: removed, refused, passed to the office above. Raises AlreadyDone."""
    row = base.locked(check_id, version, by=by, on=on)
    if row.reply_on is not None:
        raise AlreadyDone()
    subject = check_subject(row, by, on)
    step = CHECKS.rule(
        row, power_of(row.kind), subject, by=by, on=on, to=_only_from_waiting(row), ground=row.ground
    )
    day = within("reply_on", reply_on, earliest=row.paper_on, latest=on)
    terms.finish_open(kind=CHECKS.kind, subject_id=row.id, on=day, by=by)
    step.save(reply=choice("reply", reply, Reply.values), reply_on=day, due_on=None)
    step.journal(reply=row.reply)
    return row


def _record(
    row: CovertCheck,
    power: str,
    checked: Checked,
    *,
    results: tuple[CheckResult, ...],
    by: Actor,
    on: date,
    **more: Any,
) -> CovertCheck:
    subject = check_subject(row, by, on)
    step = CHECKS.ask(row, power, subject, by=by, on=on, ground=checked.ground)
    if row.checked_on is not None:
        raise AlreadyDone()
    columns = {**_columns(row, checked, results, on), **more}
    for name, value in columns.items():
        setattr(row, name, value)
    ended = row.received_on or row.checked_on
    assert ended is not None  # the check was dated just now
    terms.finish_open(kind=CHECKS.kind, subject_id=row.id, on=ended, by=by)
    status, due_on = _after(row, by)
    with refused_by(base.TWICE):
        step.save(to=status if power != STOP else None, due_on=due_on, **columns)
    step.journal(result=row.result)
    return row


def _columns(
    row: CovertCheck, checked: Checked, results: tuple[CheckResult, ...], on: date
) -> dict[str, Any]:
    result = choice("result", checked.result, [one.value for one in results])
    day = within("checked_on", checked.checked_on, earliest=row.demanded_on, latest=on)
    return {
        "ground": choice("ground", checked.ground, CheckGround.values),
        "checked_on": day,
        "result": result,
        "received_on": _received(row, checked, result, day),
        **_paper(checked.paper, result, day, on),
    }


def _received(row: CovertCheck, checked: Checked, result: str, day: date) -> date | None:
    came = checked.received_on
    if row.demanded_on is None or result == CheckResult.WITHHELD:
        if came is not None:
            raise InvalidInput.of(
                "received_on", "nothing_came", N_("No materials came here: leave the day out.")
            )
        return None
    if came is None:
        raise InvalidInput.of("received_on", "required", N_("Give the day on which the materials came."))
    return within("received_on", came, earliest=row.demanded_on, latest=day)


def _paper(paper: Paper | None, result: str, day: date, on: date) -> dict[str, Any]:
    if result not in WITH_PAPER:
        if paper is not None:
            raise InvalidInput.of("paper_kind", "no_paper", N_("Without a violation no act is issued."))
        return {}
    if paper is None or paper.on is None:
        raise InvalidInput.of("paper_on", "required", N_("Give the kind, the number and the day of the act."))
    return {
        "paper_kind": choice("paper_kind", paper.kind, PaperKind.values),
        "paper_number": number("paper_number", paper.number),
        "paper_on": within("paper_on", paper.on, earliest=day, latest=on),
    }


def _after(row: CovertCheck, by: Actor) -> tuple[str, date | None]:
    """Where the check stands now: a representation has a term, a resolution binds at once."""
    if row.paper_on is None:
        return CheckStatus.CLOSED, None
    if row.paper_kind != PaperKind.REPRESENTATION:
        return CheckStatus.WAITING, None
    term = terms.start(owner=base.owner(row), rule="representation_consider", on=row.paper_on, by=by)
    return CheckStatus.WAITING, term.due_on


def _only_from_waiting(row: CovertCheck) -> str | None:
    """A check that was never made has no act to be answered."""
    if row.status == CheckStatus.DEMANDED:
        raise Conflict("not_checked", N_("Record the check first, then what became of the act."))
    return None
