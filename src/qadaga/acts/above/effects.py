"""What a decision of the office above does to the term, to an earlier suspension, to whose the record is."""

from collections.abc import Callable
from datetime import date
from typing import Any

from qadaga.acts.above.choices import AboveKind
from qadaga.acts.above.models import Decision
from qadaga.acts.above.targets import Target
from qadaga.matters import terms
from qadaga.matters.choices import TermState
from qadaga.matters.step import Step
from qadaga.matters.terms import on_field
from qadaga.offices.selectors import office_by_id


def effect(target: Target, made: Decision, open_one: Decision | None, step: Step[Any]) -> dict[str, Any]:
    """Carry out what follows from the decision; the columns of the record that change with it."""
    with on_field("reasons"):
        columns = _EFFECTS[AboveKind(made.kind)](target, made, open_one, step)
    if made.until is not None:
        columns |= {"due_on": _moved(target, made, step)}
    if open_one is not None and made.kind != AboveKind.TAKE_OVER:
        open_one.ended_on = step.on
        open_one.save(update_fields=["ended_on"])
    return columns


def _moved(target: Target, made: Decision, step: Step[Any]) -> date:
    """The last day that a change gives the term: a later one, or an earlier one where the kind allows it."""
    assert made.until is not None  # the caller asked
    shorter = target.shortened(step.row, made.until)
    if not shorter:
        target.longer(step.row, made.until, step.on)
    move = terms.shorten if shorter else terms.lengthen
    return move(
        kind=target.kind,
        subject_id=made.subject_id,
        until=made.until,
        on=step.on,
        by=step.by,
        reason=made.reasons,
    )


def _stop(target: Target, made: Decision, _open: Decision | None, step: Step[Any]) -> dict[str, Any]:
    term = terms.open_term(made.subject_kind, made.subject_id) if made.whole else None
    if term is None or term.state != TermState.RUNNING:
        return {}
    terms.suspend(term=term, on=step.on, by=step.by, reason=made.reasons)
    made.stopped = True
    return {} if target.keeps_due else {"due_on": None}


def _run_on(_target: Target, made: Decision, open_one: Decision | None, step: Step[Any]) -> dict[str, Any]:
    term = terms.open_term(made.subject_kind, made.subject_id)
    if term is None or open_one is None or not open_one.stopped or term.state != TermState.SUSPENDED:
        return {}
    return {"due_on": terms.resume(term=term, on=step.on, by=step.by, reason=made.reasons).due_on}


def _end(target: Target, made: Decision, _open: Decision | None, step: Step[Any]) -> dict[str, Any]:
    terms.finish_open(
        kind=made.subject_kind, subject_id=made.subject_id, on=step.on, by=step.by, reason=made.reasons
    )
    return {} if target.keeps_due else {"due_on": None}


def _carry(target: Target, _made: Decision, _open: Decision | None, step: Step[Any]) -> dict[str, Any]:
    office = office_by_id(step.by.office_id)
    return {"carrier": office, **target.carry(step, office)}


_Effect = Callable[[Target, Decision, Decision | None, Step[Any]], dict[str, Any]]
_EFFECTS: dict[AboveKind, _Effect] = {
    AboveKind.SUSPEND: _stop,
    AboveKind.RESUME: _run_on,
    AboveKind.CHANGE: _run_on,
    AboveKind.CANCEL: _end,
    AboveKind.TAKE_OVER: _carry,
}
