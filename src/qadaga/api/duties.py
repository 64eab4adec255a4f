"""Who does what in an office: the distribution of duties on a day, and a new one by an order (O.14)."""

from datetime import date
from typing import Any
from uuid import UUID

from ninja import Schema, Status

from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding
from qadaga.api.routing import Router
from qadaga.api.schemas import Code, Day
from qadaga.offices import selectors as offices
from qadaga.organisation.distribution import Share, distribute
from qadaga.staff.duties import selectors
from qadaga.staff.duties.models import Distribution

router = Router(tags=["offices"])


class DutyOut(Schema):
    """One line: what it gives is in one of `direction`, `unit_id`, `body_kind`, `kato`."""

    appointment_id: UUID
    direction: str
    unit_id: UUID | None
    body_kind: str
    kato: str
    leads: bool


class DutyPlaceOut(Schema):
    """The place of an officer among those who replace the absent head: 1 is the first."""

    appointment_id: UUID
    place: int


class DistributionOut(Schema):
    """A distribution; `ends_on` is the first day without it."""

    id: UUID
    office_id: UUID
    starts_on: date
    ends_on: date | None
    ground: str
    duties: list[DutyOut]
    replacements: list[DutyPlaceOut]


class ShareIn(Schema):
    """What one officer gets: directions, units, kinds of bodies, territories, the place in replacing."""

    appointment_id: UUID
    directions: list[Code] = []
    units: list[UUID] = []
    bodies: list[Code] = []
    katos: list[Code] = []
    place: int | None = None

    def value(self) -> Share:
        """As the service takes it."""
        lists = {name: tuple(getattr(self, name)) for name in ("directions", "units", "bodies", "katos")}
        return Share(self.appointment_id, place=self.place, **lists)


class DistributionIn(Schema):
    """A new distribution from a day on, by an order on duties."""

    starts_on: Day
    order_id: UUID
    shares: list[ShareIn]


@router.get("/{slug:code}/duties", response=list[DistributionOut])
def duties(request: ApiRequest, code: str, on: Day | None = None) -> list[dict[str, Any]]:
    """The distribution in force on the day, today unless another is asked for; an empty list for none."""
    found = selectors.distribution_on(offices.office_by_code(code).id, on or request.on)
    return [_shown(found)] if found else []


@router.post("/{slug:code}/duties", response={201: DistributionOut})
def distribute_duties(request: ApiRequest, code: str, payload: DistributionIn) -> Status[dict[str, Any]]:
    """Distribute duties from a day on; the distribution in force ends then."""
    row = distribute(
        office_id=offices.office_by_code(code).id,
        starts_on=payload.starts_on,
        order_id=payload.order_id,
        shares=[share.value() for share in payload.shares],
        **adding(request),
    )
    return Status(201, _shown(row))


def _shown(row: Distribution) -> dict[str, Any]:
    return {
        **{name: getattr(row, name) for name in ("id", "office_id", "starts_on", "ends_on", "ground")},
        "duties": selectors.duties_in(row),
        "replacements": selectors.replacements_in(row),
    }
