"""Counting: one term on its way from event to event, noting each step."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Any, Literal

from qadaga.law.calendar import DAY, Calendar, Day
from qadaga.law.model import Citation
from qadaga.law.records import TermRule
from qadaga.law.steps import Step

State = Literal["running", "suspended", "ended"]


def add_months(start: date, count: int) -> date:
    """The same day `count` months later, or the last day of a shorter month."""
    months = start.year * 12 + start.month - 1 + count
    year, month = divmod(months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


class Run:
    """One term being worked out. `_raw` is the last day before a day of rest moved it."""

    def __init__(self, rule: TermRule, start: date, calendar: Calendar) -> None:
        self.rule, self.start, self.calendar = rule, start, calendar
        self.state: State = "running"
        self.ended_on: date | None = None
        self.steps: list[Step] = []
        self.due = self._raw = start
        self._suspended_on = start
        self._left = 0

    def begin(self, *, days: int | None, months: int | None, until: date | None, reason: str) -> None:
        """The start event: notes the rule and counts to the last day."""
        same_day = self.rule.start == "same_day"
        self._note(self.start, "start_same_day" if same_day else "start", reason=reason)
        if until:
            self._note(self.start, "until", to=until.isoformat())
            self._settle(until)
            return
        unit = "months" if months else self._days_unit() if days else self.rule.unit
        length = months or days or self.rule.length
        self._note(self.start, unit, length=length)
        self._settle(
            self._count(self.start - DAY if same_day and "days" in unit else self.start, unit, length)
        )

    def prolong(
        self, on: date, *, days: int | None, months: int | None, until: date | None, reason: str
    ) -> date | None:
        """Moves the last day on; without a length: as far as the rule lets. Returns the furthest day."""
        cap = self.cap()
        place = len(self.steps)
        if until or not (days or months):
            target = until or self._furthest() or self._raw
        else:
            target = self._count(self._raw, "months" if months else self._days_unit(), months or days or 0)
        self._settle(target)
        self.steps.insert(
            place, Step(on, "prolong", {"to": self.due.isoformat(), "reason": reason}, self.rule.citations[0])
        )
        return cap

    def shorten(self, on: date, until: date, reason: str) -> None:
        """Moves the last day back to `until`, by decision of whoever stands above (L.1.2)."""
        place = len(self.steps)
        self._settle(until)
        data = {"to": self.due.isoformat(), "reason": reason}
        self.steps.insert(place, Step(on, "shorten", data, self._cite("L.1.2")))

    def suspend(self, on: date, reason: str) -> None:
        """Stops the term: that day no longer counts."""
        self.state, self._suspended_on = "suspended", on
        self._note(on, "suspend", reason=reason)
        if self.rule.unit == "working_days":
            self._left = self.calendar.working_days(on, self.due + DAY)
        else:
            self._left = (self._raw - on).days + 1
        self._note(on, "suspended_rest", left=self._left)

    def resume(self, on: date, reason: str) -> None:
        """Runs again: that day counts. What was left at the suspension is counted from it."""
        self.state = "running"
        self._note(on, "resume", reason=reason, **{"from": self._suspended_on.isoformat()})
        if self.rule.unit == "working_days":
            self._settle(self._count(on - DAY, "working_days", self._left) if self._left else on)
        else:
            self._settle(on + timedelta(days=self._left - 1))

    def end(self, on: date, reason: str) -> None:
        """What the term was for has been done."""
        self.state, self.ended_on = "ended", on
        self._note(on, "end", reason=reason)

    def cap(self) -> date | None:
        """The furthest day a prolongation may reach: months from the start, moved off a day of rest."""
        furthest = self._furthest()
        return self._off_rest(furthest) if furthest else None

    def closed(self) -> tuple[Step, ...]:
        """All steps, with what has to be said of the whole: the last day, years without a table, doubts."""
        self._note(self.due, "due")
        if self.rule.at_rest == "next_working_day":
            for year in self.calendar.unknown_years(self.start, self.due):
                self._note(max(self.start, date(year, 1, 1)), "unpublished", _MOVED_DAYS, year=str(year))
        if self.rule.status == "unverified":
            self._note(self.start, "unverified")
        return tuple(self.steps)

    def _furthest(self) -> date | None:
        months = self.rule.longest_months
        return add_months(self.start, months) if months else None

    def _days_unit(self) -> str:
        return "working_days" if self.rule.unit == "working_days" else "calendar_days"

    def _count(self, start: date, unit: str, length: int) -> date:
        if unit == "working_days":
            last = self.calendar.add_working_days(start, length)
            self._note_rests(start + DAY, last)
            return last
        if unit == "calendar_days":
            return start + timedelta(days=length)
        return add_months(start, length * 12 if unit == "years" else length)

    def _settle(self, last: date) -> None:
        """Takes the last day; one of rest moves on where the rule says so."""
        self._raw, self.due = last, last
        moved = self._off_rest(last)
        if moved == last:
            return
        self.due = moved
        clause = self.rule.rest_clause
        citation = self._cite(clause) if clause else self.rule.citations[0]
        self._note(moved, "end_moved", citation, to=moved.isoformat(), **{"from": last.isoformat()})
        self._note_rests(last, moved)

    def _off_rest(self, last: date) -> date:
        return self.calendar.next_working_day(last) if self.rule.at_rest == "next_working_day" else last

    def _note_rests(self, first: date, last: date) -> None:
        """Notes each day of rest between two days (both inclusive), and each day of rest that is worked."""
        days = [self.calendar.day(first + n * DAY) for n in range((last - first).days + 1)]
        for day in days:
            if day.kind == "weekend":
                self._note_weekend(day)
            elif day.kind != "working":
                self._note(day.on, _step_kind(day), day.citation, **_told(day))

    def _note_weekend(self, day: Day) -> None:
        """A Sunday joins the Saturday noted just before it."""
        before = self.steps[-1] if self.steps else None
        if before and before.kind == "weekend" and before.data["to"] == (day.on - DAY).isoformat():
            self.steps[-1] = Step(
                before.on, "weekend", {**before.data, "to": day.on.isoformat()}, before.citation
            )
        else:
            self._note(day.on, "weekend", day.citation, to=day.on.isoformat(), **{"from": day.on.isoformat()})

    def _cite(self, clause: str) -> Citation:
        source = clause.split(".", maxsplit=1)[0]
        own = self.rule.citations[0]
        return Citation(source, clause, own.edition if own.source == source else source)

    def _note(self, on: date, kind: str, citation: Citation | None = None, /, **data: Any) -> None:
        self.steps.append(Step(on, kind, data, citation or self.rule.citations[0]))


_MOVED_DAYS = Citation("HOL", "HOL.moved", "HOL")


def _step_kind(day: Day) -> str:
    return "holiday_estimated" if day.kind == "holiday" and day.estimated else day.kind


def _told(day: Day) -> dict[str, Any]:
    if day.other is not None:
        return {"to" if day.working else "from": day.other.isoformat(), "status": day.status}
    return {"name": {"ru": day.name.ru, "kk": day.name.kk, "en": day.name.en}}
