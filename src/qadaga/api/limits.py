"""Limits of hours: the figures of each by the day they begin, another one set (O.8.d4)."""

from datetime import date
from typing import Any
from uuid import UUID

from ninja import Schema, Status

from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding
from qadaga.api.routing import Router
from qadaga.api.schemas import Day, Line
from qadaga.common.errors import NotFound
from qadaga.law.catalogue import load
from qadaga.organisation.limits import services
from qadaga.organisation.limits.models import LimitEdition
from qadaga.organisation.limits.selectors import editions_of, figures

router = Router(tags=["law"])


class LimitEditionIn(Schema):
    """So many hours from a day on, by which norm or decision; `checked`: held against its text."""

    hours: int
    starts_on: Day
    norm: Line
    decided_on: Day
    checked: bool = False


class LimitEditionOut(Schema):
    """A figure that was set; `replaced_on` where a later setting replaced it before it began."""

    id: UUID
    limit: str
    hours: int
    starts_on: date
    norm: str
    decided_on: date
    checked: bool
    replaced_on: date | None


class LimitOut(Schema):
    """The figure in force on the day, how sure it is, and every figure set, the newest first."""

    limit: str
    hours: int
    status: str
    since: date | None
    editions: list[LimitEditionOut]


@router.get("/{slug:limit}", response=LimitOut)
def read(request: ApiRequest, limit: str, on: Day | None = None) -> dict[str, Any]:
    """The figures of a limit; in force today when no day is given."""
    if limit not in load().limits:
        raise NotFound
    editions = editions_of(limit)
    found = figures(on or request.on, editions)[limit]
    return {
        "limit": limit,
        "hours": found.hours,
        "status": found.status,
        "since": found.since,
        "editions": editions,
    }


@router.post("/{slug:limit}/editions", response={201: LimitEditionOut})
def set_limit(request: ApiRequest, limit: str, payload: LimitEditionIn) -> Status[LimitEdition]:
    """Set another figure from a day on."""
    edition = services.Edition(**payload.dict())
    return Status(201, services.set_limit(limit=limit, edition=edition, **adding(request)))
