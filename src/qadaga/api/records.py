"""What every record tells of itself: its journal, the reason of each date, what may be done with it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext
from ninja import Schema

from qadaga.api.auth import ApiRequest
from qadaga.api.problems import language, said
from qadaga.api.routing import Router
from qadaga.journal import selectors as journal
from qadaga.journal.models import Entry
from qadaga.law import wording
from qadaga.law.model import Citation
from qadaga.law.steps import Step
from qadaga.law.terms import Ledger
from qadaga.matters import terms as running
from qadaga.matters.models import Term, TermEvent
from qadaga.matters.selectors import Action


@dataclass(frozen=True, slots=True)
class About:
    """A record in the caller's scope with what hangs on it; `also` are subjects its journal includes."""

    kind: str
    record: Any
    terms: Sequence[Term]
    events: Sequence[TermEvent]
    also: Sequence[tuple[str, UUID]]
    actions: Callable[[], Sequence[Action]]


class NormOut(Schema):
    """A clause of a source in one edition."""

    source: str
    clause: str
    edition: str
    title: str


class EntryOut(Schema):
    """One entry of the journal: what was done, by which appointment, resting on which clauses."""

    seq: int
    at: datetime
    on: date
    action: str
    action_title: str
    subject_kind: str
    subject_id: UUID
    person_id: UUID | None
    appointment_id: UUID | None
    office_id: UUID
    clauses: list[str]
    data: dict[str, Any]


class StepOut(Schema):
    """One step to a date: the day, what happened, the clause that says so."""

    on: date
    kind: str
    text: str
    norm: NormOut


class LedgerOut(Schema):
    """A term worked out, with every step of its date."""

    rule: str
    title: str
    state: str
    started_on: date
    due_on: date
    ended_on: date | None
    overdue: bool
    unverified: bool
    steps: list[StepOut]


class TermOut(LedgerOut):
    """A term of a record."""

    id: UUID


class ActionOut(Schema):
    """A power: whether it may be used on the record now; if not, what is missing, each with its clause.

    `permitted` is the law's answer; `possible` says whether the record's status leads on by it.
    """

    power: str
    title: str
    allowed: bool
    permitted: bool
    possible: bool
    ruling: dict[str, Any]
    missing: list[dict[str, str]]


def mount(router: Router, name: str, about: Callable[[ApiRequest, UUID], About]) -> None:
    """Add three endpoints to the router of the records `name`; `about` finds one (404 outside the scope)."""

    @router.get("/{uuid:pk}/timeline", response=list[EntryOut], operation_id=f"{name}_timeline")
    def timeline(request: ApiRequest, pk: UUID) -> list[dict[str, Any]]:
        """What was done, newest first, from the journal; at most 200 entries."""
        found = about(request, pk)
        return [_entry(row) for row in journal.timeline(found.kind, found.record.id, also=found.also)]

    @router.get("/{uuid:pk}/terms", response=list[TermOut], operation_id=f"{name}_terms")
    def terms(request: ApiRequest, pk: UUID) -> list[dict[str, Any]]:
        """Why each date is what it is, step by step."""
        found = about(request, pk)
        events = defaultdict(list)
        for event in sorted(found.events, key=lambda event: event.no):
            events[event.term_id].append(event)
        return [_term(term, events[term.id], request.on) for term in found.terms]

    @router.get("/{uuid:pk}/actions", response=list[ActionOut], operation_id=f"{name}_actions")
    def actions(request: ApiRequest, pk: UUID) -> list[dict[str, Any]]:
        """What the caller may do with the record now, what not, and why."""
        return [action_out(action) for action in about(request, pk).actions()]


def action_out(action: Action) -> dict[str, Any]:
    """A ruled-on power, in words and for programs."""
    return {
        "power": action.power,
        "title": wording.title("powers", action.power, language()),
        "allowed": action.allowed,
        "permitted": action.ruling.allowed,
        "possible": action.possible,
        **said(action.ruling),
    }


def norm_out(norm: Citation) -> dict[str, str]:
    """A citation with the clause's title in our words."""
    return {**norm._asdict(), "title": wording.clause_title(norm, language())}


def ledger_out(ledger: Ledger, on: date) -> dict[str, Any]:
    """A term worked out, every step in words."""
    return {
        "rule": ledger.term,
        "title": wording.title("terms", ledger.term, language()),
        "state": ledger.state,
        "started_on": ledger.started_on,
        "due_on": ledger.due,
        "ended_on": ledger.ended_on,
        "overdue": ledger.overdue(on),
        "unverified": ledger.status == "unverified",
        "steps": [_step(step) for step in ledger.steps],
    }


def _term(term: Term, events: Iterable[TermEvent], on: date) -> dict[str, Any]:
    return {"id": term.id, **ledger_out(running.worked(term.rule, events), on)}


def _step(step: Step) -> dict[str, Any]:
    return {
        "on": step.on,
        "kind": step.kind,
        "text": wording.step(step, language(), gettext),
        "norm": norm_out(step.citation),
    }


def _entry(entry: Entry) -> dict[str, Any]:
    norms = (entry.ruling or {}).get("citations", ())
    names = ("seq", "at", "on", "action", "subject_kind", "subject_id", "person_id", "appointment_id")
    return {
        **{name: getattr(entry, name) for name in names},
        "office_id": entry.office_id,
        "action_title": wording.title("powers", entry.action, language()),
        "clauses": list(dict.fromkeys(norm["clause"] for norm in norms)),
        "data": entry.data,
    }
