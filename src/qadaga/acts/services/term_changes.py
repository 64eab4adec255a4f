"""The term that an addressee has for an act or a request: prolonged, suspended, run again, told of.

How far a term may go is the catalogue's to say (`prolongable`, `longest_months`, `suspendable`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga import authority
from qadaga.acts.choices import TermChangeKind
from qadaga.acts.models import Act, Measure, TermChange
from qadaga.acts.services.base import begin
from qadaga.acts.services.measures import journal_measure, lock_measure
from qadaga.acts.subject import measure_subject
from qadaga.acts.transitions import MEASURE
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, NotFound
from qadaga.common.i18n import N_
from qadaga.law.terms import rule_of
from qadaga.matters import terms
from qadaga.matters.choices import ServingWay
from qadaga.matters.dates import choice, within
from qadaga.matters.models import Term
from qadaga.matters.services.base import text


@dataclass(frozen=True, slots=True)
class Held:
    """An act or a request, locked and ruled on: `save` writes its due date, `journal` the last line."""

    kind: str
    record: Act | Measure
    by: Actor
    on: date
    save: Callable[[dict[str, Any], str], None]
    journal: Callable[[dict[str, Any]], None]

    @property
    def owner(self) -> dict[str, UUID]:
        """Which of the two a row belongs to."""
        return {f"{self.kind}_id": self.record.id}


def prolong_term(
    *, kind: str, record_id: UUID, version: int, until: date, reason: str, by: Actor, on: date
) -> TermChange:
    """Prolong the running term of an act or a request (`kind`) to the day `until`.

    Raises InvalidInput on `until` (the term cannot be prolonged, or not so far) or `reason`, Conflict where
    no term runs, Stale, NotPermitted, NotFound.
    """
    reason = text("reason", reason)
    with transaction.atomic():
        held = _hold(kind, record_id, version, "term.prolong", by=by, on=on)
        term = _term(held)
        with terms.on_field("until"):
            due = terms.prolong(term=term, on=on, by=by, reason=reason, until=until).due_on
        return _done(held, TermChangeKind.PROLONG, reason, due, until=until)


def suspend_term(*, kind: str, record_id: UUID, version: int, reason: str, by: Actor, on: date) -> TermChange:
    """Let the running term stand still from today, where its norm allows that. Raises as `prolong_term`."""
    reason = text("reason", reason)
    with transaction.atomic():
        held = _hold(kind, record_id, version, "term.suspend", by=by, on=on)
        term = _term(held)
        rule = rule_of(term.rule, term.started_on)
        if not rule.suspendable:
            raise Conflict(
                "not_suspendable",
                N_("The norm %(clause)s does not let this term stand still: prolong it instead."),
                clause=rule.citations[0].clause,
            )
        with terms.on_field("reason"):
            terms.suspend(term=term, on=on, by=by, reason=reason)
        return _done(held, TermChangeKind.SUSPEND, reason, None)


def resume_term(*, kind: str, record_id: UUID, version: int, reason: str, by: Actor, on: date) -> TermChange:
    """Let a suspended term run again from today. Raises as `prolong_term`."""
    reason = text("reason", reason)
    with transaction.atomic():
        held = _hold(kind, record_id, version, "term.resume", by=by, on=on)
        with terms.on_field("reason"):
            due = terms.resume(term=_term(held), on=on, by=by, reason=reason).due_on
        return _done(held, TermChangeKind.RESUME, reason, due)


def tell_of_term(
    *,
    kind: str,
    record_id: UUID,
    version: int,
    change_id: UUID,
    told_on: date,
    way: str,
    by: Actor,
    on: date,
) -> TermChange:
    """Record when and how the addressee was told of a change of the term; AlreadyDone the second time."""
    choice("way", way, ServingWay.values)
    with transaction.atomic():
        held = _hold(kind, record_id, version, "term.tell", by=by, on=on)
        change = TermChange.objects.filter(id=change_id, **held.owner).first()
        if change is None:
            raise NotFound
        if change.told_on is not None:
            raise AlreadyDone
        change.told_on = within("told_on", told_on, earliest=change.decided_on, latest=on)
        change.told_way, change.told_by_id = way, by.appointment_id
        change.save(update_fields=["told_on", "told_way", "told_by"])
        held.save({}, "")
        held.journal({"change": change.id, "told": told_on, "way": way})
        return change


def _hold(kind: str, pk: UUID, version: int, power: str, *, by: Actor, on: date) -> Held:
    if kind == "act":
        step = begin(pk, power, version=version, by=by, on=on)
        return Held(
            kind,
            step.row,
            by,
            on,
            lambda changes, reason: step.save(reason, **changes),
            lambda data: step.journal(**data),
        )
    measure = lock_measure(pk, version, by, on)
    ruling = authority.require(by, power, measure_subject(measure, by, on), on=on)
    measure.status = MEASURE.move(measure.status, power)
    return Held(
        kind,
        measure,
        by,
        on,
        lambda changes, reason: _save_measure(measure, changes),
        lambda data: journal_measure(measure, power, by, on, ruling, **data),
    )


def _save_measure(measure: Measure, changes: dict[str, Any]) -> None:
    for name, value in {**changes, "version": measure.version + 1}.items():
        setattr(measure, name, value)
    measure.save(update_fields=[*changes, "version"])


def _term(held: Held) -> Term:
    term = terms.open_term(held.kind, held.record.id)
    if term is None:
        raise Conflict("no_term", N_("No term runs here: the norm sets none, or it has ended."))
    return term


def _done(held: Held, kind: TermChangeKind, reason: str, due: date | None, **values: Any) -> TermChange:
    change = TermChange.objects.create(
        kind=kind, reason=reason, decided_on=held.on, by_id=held.by.appointment_id, **held.owner, **values
    )
    held.save({"due_on": due}, reason)
    held.journal({"change": change.id, "due": due})
    return change
