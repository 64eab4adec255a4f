"""Terms of law on appeals, acts, measures and matters: dated events in, computed ledgers out.

Nothing is counted down: `due_on` of a term and of its matter are indexes that `recounting` can make again.
Every function here is part of a ruled-on change of its caller, inside that change's transaction.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import cast
from uuid import UUID

from django.db.models import Min

from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.database.inserting import insert
from qadaga.law import terms as law
from qadaga.law.calendar import Calendar
from qadaga.matters.choices import TermState
from qadaga.matters.dates import within
from qadaga.matters.models import Matter, Term, TermEvent
from qadaga.workdays import selectors as workdays


@dataclass(frozen=True, slots=True)
class Owner:
    """What a term runs on: kind and id of the subject, its office and region, its matter if it has one."""

    kind: str
    id: UUID
    office_id: UUID
    region_id: UUID
    matter: Matter | None = None


def start(
    *,
    owner: Owner,
    rule: str,
    on: date,
    by: Actor | None,
    days: int | None = None,
    until: date | None = None,
) -> Term:
    """Start the term `rule` of the catalogue with the event of the day `on`; `days` or `until` where the
    author sets the length or names the last day.
    """
    term, event = new_term(owner=owner, rule=rule, on=on, by=by, days=days, until=until)
    insert([term, event])
    refresh_matter(owner.matter)
    return term


def new_term(
    *,
    owner: Owner,
    rule: str,
    on: date,
    by: Actor | None,
    days: int | None = None,
    until: date | None = None,
) -> tuple[Term, TermEvent]:
    """A term as `start` begins it with its first event, not yet saved: for whoever inserts more along."""
    event = TermEvent(no=1, kind="start", on=on, days=days, until=until, by_id=_by(by))
    term = Term(
        office_id=owner.office_id,
        region_id=owner.region_id,
        matter=owner.matter,
        subject_kind=owner.kind,
        subject_id=owner.id,
        rule=rule,
        started_on=on,
        due_on=_due(rule, [event]),
    )
    event.term = term
    return term, event


def prolong(
    *,
    term: Term,
    on: date,
    by: Actor | None,
    reason: str,
    days: int | None = None,
    months: int | None = None,
    until: date | None = None,
) -> Term:
    """Lengthen a running term by days or months, or to a day. The rule's longest length is the law's to
    refuse.

    Raises InvalidInput on `until` for a day that is past.
    """
    _expect(term, TermState.RUNNING)
    if until is not None:
        within("until", until, earliest=on, latest=date.max)
    return _add(term, "prolong", on, by, reason, days=days, months=months, until=until)


def lengthen(*, kind: str, subject_id: UUID, until: date, on: date, by: Actor, reason: str) -> date:
    """Prolong what runs on the subject to the day `until`; its new last day.

    Raises Conflict where nothing runs, InvalidInput on `until` where its norm does not let it go so far.
    """
    term = open_term(kind, subject_id)
    if term is None:
        raise Conflict("no_term", N_("No term runs here: the norm sets none, or it has ended."))
    with on_field("until"):
        return prolong(term=term, on=on, by=by, reason=reason, until=until).due_on


def shorten(*, kind: str, subject_id: UUID, until: date, on: date, by: Actor, reason: str) -> date:
    """Cut what runs on the subject off at the day `until`; its new last day.

    Raises Conflict where nothing runs, InvalidInput on `until` for a day gone by or not before the last one.
    """
    term = open_term(kind, subject_id)
    if term is None:
        raise Conflict("no_term", N_("No term runs here: the norm sets none, or it has ended."))
    _expect(term, TermState.RUNNING)
    with on_field("until"):
        return _add(term, "shorten", on, by, reason, until=until).due_on


@contextmanager
def on_field(field: str) -> Iterator[None]:
    """The law's refusal of a term becomes a fault of the field that asked for it."""
    try:
        yield
    except law.TermError as error:
        raise InvalidInput.of(field, error.code, error.message, **error.data) from error


def suspend(*, term: Term, on: date, by: Actor | None, reason: str) -> Term:
    """Let a running term stand still from the day."""
    _expect(term, TermState.RUNNING)
    term.state = TermState.SUSPENDED
    return _add(term, "suspend", on, by, reason)


def resume(*, term: Term, on: date, by: Actor | None, reason: str) -> Term:
    """Let a suspended term run on from the day."""
    _expect(term, TermState.SUSPENDED)
    term.state = TermState.RUNNING
    return _add(term, "resume", on, by, reason)


def finish(*, term: Term, on: date, by: Actor | None, reason: str = "") -> Term:
    """End a term that runs or stands still: what it waited for has come, or is no longer awaited."""
    if term.state == TermState.FINISHED:
        raise Conflict("term_finished", N_("The term is over already."))
    term.state, term.ended_on = TermState.FINISHED, on
    return _add(term, "end", on, by, reason)


def open_term(kind: str, subject_id: UUID, rule: str | None = None) -> Term | None:
    """The term that runs or waits on the subject: of that rule, or the earliest due."""
    rows = Term.objects.filter(subject_kind=kind, subject_id=subject_id).exclude(state=TermState.FINISHED)
    return (rows.filter(rule=rule) if rule else rows).select_related("matter").order_by("due_on").first()


def finish_open(*, kind: str, subject_id: UUID, on: date, by: Actor | None, reason: str = "") -> None:
    """End every term that still runs or waits on the subject."""
    rows = Term.objects.filter(subject_kind=kind, subject_id=subject_id).exclude(state=TermState.FINISHED)
    for term in rows.select_related("matter"):
        last = term.events.order_by("-no")[0].on
        finish(term=term, on=max(on, last), by=by, reason=reason)


def join_matter(*, kind: str, subject_id: UUID, matter: Matter) -> None:
    """Let the terms of a subject (an appeal) count towards the due date of the matter it is considered in."""
    Term.objects.filter(subject_kind=kind, subject_id=subject_id).update(matter=matter)
    refresh_matter(matter)


def suspend_all(matter: Matter, *, by: Actor | None, on: date, reason: str) -> None:
    """Suspend the matter's own running terms; terms that bind others (an act's, an appeal's) run on."""
    for term in matter.terms.filter(subject_kind="matter", state=TermState.RUNNING):
        suspend(term=term, on=on, by=by, reason=reason)


def resume_all(matter: Matter, *, by: Actor | None, on: date, reason: str) -> None:
    """Resume the matter's own suspended terms."""
    for term in matter.terms.filter(subject_kind="matter", state=TermState.SUSPENDED):
        resume(term=term, on=on, by=by, reason=reason)


def ledger(term: Term) -> law.Ledger:
    """The due date with every step that led to it, each with its citation ("why this date")."""
    return worked(term.rule, term.events.order_by("no"))


def of_subject(kind: str, subject_id: UUID) -> tuple[list[Term], list[TermEvent]]:
    """The terms that run or ran on a subject, and their events."""
    rows = list(Term.objects.filter(subject_kind=kind, subject_id=subject_id).order_by("id"))
    return rows, list(TermEvent.objects.filter(term__in=rows).order_by("term", "no"))


def refresh_matter(matter: Matter | None) -> None:
    """Set the matter's due date to the earliest of its running terms."""
    if matter is None:
        return
    running = Term.objects.filter(matter=matter, state=TermState.RUNNING)
    matter.due_on = running.aggregate(due=Min("due_on"))["due"]
    matter.save(update_fields=["due_on"])


def _add(
    term: Term,
    kind: str,
    on: date,
    by: Actor | None,
    reason: str,
    *,
    days: int | None = None,
    months: int | None = None,
    until: date | None = None,
) -> Term:
    events = list(term.events.order_by("no"))
    event = TermEvent(
        term=term, no=len(events) + 1, kind=kind, on=on, days=days, months=months, until=until, reason=reason
    )
    event.by_id = _by(by)
    event.save(force_insert=True)
    term.due_on = _due(term.rule, [*events, event])
    term.save(update_fields=["due_on", "state", "ended_on"])
    refresh_matter(term.matter)
    return term


def _by(by: Actor | None) -> UUID | None:
    return by.appointment_id if by else None


def _expect(term: Term, state: TermState) -> None:
    if term.state != state:
        raise Conflict(
            "term_state",
            N_("The term is not in the state that this needs: it is %(state)s."),
            state=term.state,
        )


def recount(term: Term) -> date:
    """The due date of a term by the calendar now, in a transaction that stores it."""
    return _due(term.rule, term.events.order_by("no"))


def _due(rule: str, events: Iterable[TermEvent]) -> date:
    return worked(rule, events, workdays.counting()).due


def worked(rule: str, events: Iterable[TermEvent], calendar: Calendar | None = None) -> law.Ledger:
    """The ledger of a rule and its events in order, for whoever has both at hand.

    Whoever works out several hands the calendar in; else the one in force is asked for.
    """
    plain = [
        law.Event(
            cast("law.Kind", row.kind),
            row.on,
            days=row.days,
            until=row.until,
            months=row.months,
            reason=row.reason,
        )
        for row in events
    ]
    return law.due(plain, rule, calendar or workdays.current())
