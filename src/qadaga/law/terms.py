"""How a term runs: from dated events to a due date, with the reason of every step (a ledger).

A due date is computed, never counted down: the same events under the same calendar give the same ledger.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from qadaga.common.i18n import N_
from qadaga.law import catalogue
from qadaga.law.calendar import DAY, Calendar
from qadaga.law.counting import Run
from qadaga.law.errors import TermError
from qadaga.law.model import Citation
from qadaga.law.records import TermRule
from qadaga.law.steps import Step

__all__ = ["Event", "Kind", "Ledger", "TermError", "citation", "due", "latest", "rule_of"]

Kind = Literal["start", "prolong", "shorten", "suspend", "resume", "end"]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that moves a term. `days` counts in the term's unit of days; `until` names the day itself.

    A `start` may give days, months or until where the rule lets the author of the act set the term. `shorten`
    names the day: who stands above cuts the term off there (L.1.2).
    """

    kind: Kind
    on: date
    days: int | None = None
    months: int | None = None
    until: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """A term worked out. While `state` is suspended, `due` is where it stood when it was suspended."""

    term: str
    status: str
    state: Literal["running", "suspended", "ended"]
    started_on: date
    due: date
    ended_on: date | None
    steps: tuple[Step, ...]

    @property
    def provisional_years(self) -> tuple[int, ...]:
        """The years it runs through whose moved days are not known yet: the last day may still change."""
        return tuple(int(step.data["year"]) for step in self.steps if step.kind == "unpublished")

    def overdue(self, on: date) -> bool:
        """Whether the term had run out by that day without its end (or ended late)."""
        if self.state == "suspended":
            return False
        return (self.ended_on or on) > self.due

    def as_json(self) -> dict[str, Any]:
        """The ledger as plain JSON values."""
        return {
            "term": self.term,
            "status": self.status,
            "state": self.state,
            "started_on": self.started_on.isoformat(),
            "due": self.due.isoformat(),
            "ended_on": self.ended_on.isoformat() if self.ended_on else None,
            "provisional_years": list(self.provisional_years),
            "steps": [step.as_json() for step in self.steps],
        }


def rule_of(term: str, on: date) -> TermRule:
    """The rule of a term by the law of that day. Raises TermError when no edition in force has it."""
    found = catalogue.law().at(on).terms.get(term)
    if found is None:
        raise TermError("no_norm", N_("On %(on)s no norm in force sets the term %(term)s."), term=term, on=on)
    return found


def due(events: Sequence[Event], term: str, calendar: Calendar) -> Ledger:
    """The ledger of a term (catalogue id). The first event is its start, the others follow in order of time.

    Raises TermError: no start, events out of order, a resumption without a suspension, an event after the
    end, a prolongation the rule does not know, comes too late for, or that goes beyond the longest total; a
    year that no calendar knows.
    """
    if not events or events[0].kind != "start":
        raise TermError("no_start", N_("A term begins with its start event."))
    start = events[0]
    return _worked(events, rule_of(term, start.on), calendar)


def latest(start: date, term: str, calendar: Calendar) -> date | None:
    """The last day a prolongation may reach for a term started on that day; None where nothing limits it."""
    return Run(rule_of(term, start), start, calendar).cap()


def citation(rule: TermRule) -> Citation:
    """The clause that sets the term."""
    return rule.citations[0]


def _worked(events: Sequence[Event], rule: TermRule, calendar: Calendar) -> Ledger:
    start = events[0]
    _length_allowed(start, rule)
    run = Run(rule, start.on, calendar)
    run.begin(days=start.days, months=start.months, until=start.until, reason=start.reason)
    last = start.on
    for event in events[1:]:
        _in_order(event, last, run)
        _APPLY[event.kind](run, event)
        last = event.on
    return Ledger(rule.id, rule.status, run.state, start.on, run.due, run.ended_on, run.closed())


def _length_allowed(start: Event, rule: TermRule) -> None:
    given = start.days or start.months or start.until
    if given and not rule.by_author:
        raise TermError("fixed_length", N_("The law sets the length of this term; it cannot be chosen."))
    earliest = start.on if rule.start == "same_day" else start.on + DAY
    if start.until and start.until < earliest:
        raise TermError(
            "before_start", N_("The last day must come after the day it starts, %(on)s."), on=start.on
        )
    for length in (start.days, start.months):
        if length is not None and length < 1:
            raise TermError("too_short", N_("A term lasts at least one day."))


def _in_order(event: Event, last: date, run: Run) -> None:
    if event.kind == "start":
        raise TermError("second_start", N_("A term starts once."))
    if event.on < last:
        raise TermError(
            "out_of_order",
            N_("This is dated %(on)s, before the event of %(last)s."),
            on=event.on,
            last=last,
        )
    if run.state == "ended":
        raise TermError("after_end", N_("The term has ended; nothing more can happen to it."))


def _prolong(run: Run, event: Event) -> None:
    if not run.rule.prolongable:
        raise TermError("not_prolongable", N_("The law does not let this term be prolonged."))
    if run.state == "suspended":
        raise TermError("suspended", N_("The term is suspended; it has to run again first."))
    if event.on > run.due:
        raise TermError(
            "too_late",
            N_("The term ran out on %(due)s; it cannot be prolonged after that."),
            due=run.due,
        )
    before = run.due
    cap = run.prolong(event.on, days=event.days, months=event.months, until=event.until, reason=event.reason)
    if run.due <= before:
        raise TermError("not_longer", N_("A prolongation has to end after %(due)s."), due=before)
    if cap is not None and run.due > cap:
        raise TermError("too_long", N_("This term can be prolonged to %(cap)s at most."), cap=cap)


def _shorten(run: Run, event: Event) -> None:
    if run.state == "suspended":
        raise TermError("suspended", N_("The term is suspended; it has to run again first."))
    before = run.due
    if event.until is not None and event.on <= event.until < before:
        run.shorten(event.on, event.until, event.reason)
    # A day of rest moves the last day on, perhaps to where it was.
    if run.due >= before:
        raise TermError(
            "not_shorter",
            N_("A shortened term ends from %(on)s on and before %(due)s."),
            on=event.on,
            due=before,
        )


def _suspend(run: Run, event: Event) -> None:
    if run.state == "suspended":
        raise TermError("suspended_twice", N_("The term is suspended already."))
    if event.on > run.due:
        raise TermError(
            "suspended_late",
            N_("The term ran out on %(due)s; there is nothing to suspend."),
            due=run.due,
        )
    run.suspend(event.on, event.reason)


def _resume(run: Run, event: Event) -> None:
    if run.state != "suspended":
        raise TermError("not_suspended", N_("The term is not suspended."))
    run.resume(event.on, event.reason)


def _end(run: Run, event: Event) -> None:
    run.end(event.on, event.reason)


_APPLY: Mapping[str, Any] = {
    "prolong": _prolong,
    "shorten": _shorten,
    "suspend": _suspend,
    "resume": _resume,
    "end": _end,
}
