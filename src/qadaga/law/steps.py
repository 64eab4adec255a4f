"""The steps of a ledger, and their words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from qadaga.common.i18n import N_
from qadaga.law.model import Citation

MESSAGES = {
    "start": N_("The term starts: %(reason)s. The day of the event itself is not counted."),
    "start_same_day": N_("The term starts: %(reason)s. The day of the event is counted."),
    "working_days": N_("Length: %(length)s working days."),
    "calendar_days": N_("Length: %(length)s calendar days."),
    "months": N_(
        "Length in months: %(length)s; it ends on the same day of the month, or on the month's last day."
    ),
    "years": N_("Length in years: %(length)s."),
    "until": N_("The act itself sets the last day: %(to)s."),
    "weekend": N_("Days off, not counted: %(from)s to %(to)s."),
    "holiday": N_("Holiday, not counted: %(name)s."),
    "holiday_estimated": N_("Holiday, not counted: %(name)s. The date is estimated and not yet announced."),
    "observed": N_("Rest moved here from a holiday on a day off, not counted: %(name)s."),
    "moved_off": N_("The day off of %(from)s was moved here, not counted."),
    "moved_work": N_("Worked in place of %(to)s, counted."),
    "end_moved": N_(
        "The last day, %(from)s, is a day of rest: the term ends on the next working day, %(to)s."
    ),
    "prolong": N_("Prolonged to %(to)s: %(reason)s."),
    "shorten": N_("Shortened to %(to)s by the office above: %(reason)s."),
    "suspend": N_("Suspended: %(reason)s. From this day the term does not run."),
    "suspended_rest": N_("Left at the suspension: %(left)s."),
    "resume": N_("Runs again: %(reason)s. The days from %(from)s to this one do not count."),
    "end": N_("Ended: %(reason)s."),
    "due": N_("The last day of the term."),
    "unpublished": N_("The days off moved in %(year)s are not in the table yet: the date may change."),
    "unverified": N_("The length of this term is not verified by a source at hand."),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step to a due date: the day, what happened, its clause. `message` is a msgid that `data` fills.

    Dates in `data` are ISO texts; `name` is a mapping by language (see `wording.step`).
    """

    on: date
    kind: str
    data: Mapping[str, Any]
    citation: Citation

    @property
    def message(self) -> str:
        """The English msgid of this kind of step."""
        return MESSAGES[self.kind]

    def as_json(self) -> dict[str, Any]:
        """The step as plain JSON values."""
        return {
            "on": self.on.isoformat(),
            "kind": self.kind,
            "data": dict(self.data),
            "citation": self.citation._asdict(),
            "message": self.message,
        }
