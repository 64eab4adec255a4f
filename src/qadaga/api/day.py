"""My day: what waits for the caller, the same sections as the first page."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext
from ninja import Schema

from qadaga.api.auth import ApiRequest
from qadaga.api.registers import said
from qadaga.api.routing import Router
from qadaga.appeals.selectors import inbox_as_shown
from qadaga.appeals.selectors.day import day_of, register_of
from qadaga.authority.alarms.selectors import heard_by
from qadaga.day.waiting import everything

router = Router(tags=["me"])


class DaySection(Schema):
    """A section of the day: rows of a register (`rows_of`), `more` when there are further ones.

    `filters` are those that give all of them at the register's list.
    """

    title: str
    rows_of: str
    filters: dict[str, Any]
    rows: list[dict[str, Any]]
    more: bool


class WaitingElsewhere(Schema):
    """What waits though no register of the office shows it, at most seven of each `sort`.

    `id` is of the record that the sort names: `called_up`, `tell_office`, `respond` of a matter; `passed_up`,
    `above_act`, `undecided_act`, `taken_act` of an act; the same of a `measure` and an `inspection`, beside
    `request` and `inspection_…`; `sign`, `agree`, `read`, `carry_out`, `watch`, `publish` of an order;
    `take`, `loss` of a seal; `told_here`, `inspection_told` of what another office told; `notice` of a
    person, whose `number` is the kind of date; the others of the record in their name. The title of a matter
    told of is the body, for its own stays with the office that holds it.
    """

    sort: str
    id: UUID
    number: str
    title: str
    due_on: date | None


class Day(Schema):
    """The day of the caller; `inbox` counts what is to be registered and told, `inbox_more` beyond fifty."""

    on: date
    inbox: int
    inbox_more: bool
    sections: list[DaySection]
    elsewhere: list[WaitingElsewhere]


@router.get("/day", response=Day)
def my_day(request: ApiRequest) -> dict[str, Any]:
    """What waits for the caller today in their own office; sections with no rows are left out."""
    besides = everything(request.actor, request.on)
    size, more = inbox_as_shown(next((row.number for row in besides if row.sort == "inbox"), "0"))
    return {
        "on": request.on,
        "inbox": size,
        "inbox_more": more,
        "sections": [
            {
                "title": gettext(section.title),
                "rows_of": section.register,
                "filters": section.values,
                "rows": said(register_of(section), page)["rows"],
                "more": bool(page.next),
            }
            for section, page in day_of(request.actor, request.on)
            if page.rows
        ],
        "elsewhere": [row for row in besides if row.sort != "inbox"],
    }


class RunningDuty(Schema):
    """A duty on the clock that the caller hears; `called` where the minutes passed and it came to the
    caller's office.
    """

    duty: str
    subject_kind: str
    subject_id: UUID
    office: str
    raised_at: datetime
    due_at: datetime
    called: bool


@router.get("/alarms", response=list[RunningDuty])
def my_alarms(request: ApiRequest) -> list[dict[str, Any]]:
    """The duties that run against the clock where the caller hears it, the soonest first."""
    return [
        {
            "duty": hearing.alarm.duty,
            "subject_kind": hearing.alarm.subject_kind,
            "subject_id": hearing.alarm.subject_id,
            "office": hearing.alarm.office.code,
            "raised_at": hearing.alarm.raised_at,
            "due_at": hearing.alarm.due_at,
            "called": hearing.called_at is not None,
        }
        for hearing in heard_by(request.actor, request.on)
    ]
