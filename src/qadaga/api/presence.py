"""Who is away, who replaced heads and what they signed, what ends soon: for staff officers and leaders."""

from datetime import date
from uuid import UUID

from ninja import Schema

from qadaga.api.auth import ApiRequest
from qadaga.api.routing import Router
from qadaga.api.schemas import Day
from qadaga.common.errors import NotFound
from qadaga.common.period import Period
from qadaga.law.service import months_later
from qadaga.organisation import acted, away
from qadaga.organisation.acted import Paper
from qadaga.organisation.away import Away
from qadaga.organisation.notices import selectors as notices
from qadaga.organisation.notices.models import Ending, Notice
from qadaga.organisation.personnel import due
from qadaga.organisation.personnel.due import RankDue
from qadaga.staff.models import ActingHead

router = Router(tags=["people"])
SIZE = 100


class AwayOut(Schema):
    """An absence from a post; `stand_ins` replace a head, `covers` have the work by distribution."""

    absence_id: int
    appointment_id: UUID
    office: str
    kind: str
    starts_on: date
    ends_on: date | None
    stand_ins: list[UUID]
    covers: list[UUID]

    @staticmethod
    def of(row: Away) -> "AwayOut":
        """The row as it is told."""
        return AwayOut(
            absence_id=row.absence.pk,
            appointment_id=row.held.id,
            office=row.held.office.code,
            kind=row.absence.kind,
            starts_on=row.absence.starts_on,
            ends_on=row.absence.ends_on,
            stand_ins=[one.appointment_id for one in row.stands_in],
            covers=[one.id for one in row.covers],
        )


class ActedOut(Schema):
    """Somebody named to replace a head, and how much was signed in those days."""

    id: int
    office: str
    appointment_id: UUID
    starts_on: date
    ends_on: date | None
    acts: int
    orders: int

    @staticmethod
    def resolve_office(row: ActingHead) -> str:
        """The office's code."""
        return row.office.code


class SignedOut(Schema):
    """An act or an order signed for the head; `form` is its kind in the catalogue."""

    kind: str
    id: UUID
    number: str
    form: str
    signed_on: date


class WarningOut(Schema):
    """Something that ends soon: a term of office, a post, an absence, a naming."""

    id: UUID
    kind: str
    person_id: UUID
    office: str
    ends_on: date
    days: int
    raised_on: date

    @staticmethod
    def resolve_office(row: Notice) -> str:
        """The office's code."""
        return row.office.code


class RankDueOut(Schema):
    """Somebody whose time in rank is served on the day; what stands against the next rank."""

    appointment_id: UUID
    office: str
    rank: str
    next: str
    on: date
    above_ceiling: bool
    not_listed: bool

    @staticmethod
    def of(row: RankDue) -> "RankDueOut":
        """The row as it is told."""
        return RankDueOut(
            appointment_id=row.held.id,
            office=row.held.office.code,
            rank=row.rank.rank,
            next=row.next.id,
            on=row.on,
            above_ceiling=row.above_ceiling,
            not_listed=row.not_listed,
        )


@router.get("/absences", response=list[AwayOut])
def absences(
    request: ApiRequest,
    day: Day | None = None,
    office: str = "",
    *,
    after: UUID | None = None,
    after_day: Day | None = None,
    after_absence: int | None = None,
) -> list[AwayOut]:
    """A hundred absences of the month of `day`, the earliest first.

    The next ones are those behind the last: its `starts_on` is `after_day`, its `absence_id` `after_absence`,
    its `appointment_id` `after`.
    """
    month = (day or request.on).replace(day=1)
    offices = [one for one in away.offices_within(request.actor, request.on) if office in ("", one.code)]
    whole = Period(month, months_later(month, 1))
    last = (
        (after_day, after_absence, after)
        if after is not None and after_day is not None and after_absence is not None
        else None
    )
    found = away.month_of(request.actor, request.on, whole, offices, after=last, size=SIZE)
    return [AwayOut.of(row) for row in found.away]


@router.get("/acting", response=list[ActedOut])
def acting(
    request: ApiRequest, office: str = "", after: int | None = None, after_day: Day | None = None
) -> list[ActingHead]:
    """Who replaced heads, the newest first; those behind the day and the id of the last one."""
    last = (after_day, after) if after is not None and after_day is not None else None
    return list(acted.register(request.actor, request.on, office=office, after=last)[:SIZE])


@router.get("/acting/signed", response=list[SignedOut])
def signed(request: ApiRequest, naming: int) -> list[Paper]:
    """What was signed in the days of that naming."""
    return acted.signed(acted.naming(request.actor, request.on, naming), request.actor)


@router.get("/warnings", response=list[WarningOut])
def warnings(
    request: ApiRequest, kind: str = "", after: UUID | None = None, after_day: Day | None = None
) -> list[Notice]:
    """What ends soon, the nearest end first; those behind the day and the id of the last one."""
    if kind and kind not in Ending.values:
        raise NotFound()
    last = (after_day, after) if after is not None and after_day is not None else None
    return list(notices.warnings(request.actor, request.on, kind=kind, after=last)[:SIZE])


@router.get("/ranks-due", response=list[RankDueOut])
def ranks_due(request: ApiRequest, day: Day | None = None) -> list[RankDueOut]:
    """Whose time in rank is served in the quarter of the day."""
    condition = due.within(request.actor, request.on)
    found = due.of_quarter(condition, request.on, due.quarter_of(day or request.on))
    return [RankDueOut.of(row) for row in found.ranks]
