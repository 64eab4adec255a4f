"""Powers passed down to an office, for programs."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from ninja import Schema, Status

from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding
from qadaga.api.routing import Router
from qadaga.api.schemas import Code, Day
from qadaga.authority.delegations import selectors
from qadaga.authority.delegations.models import Delegation
from qadaga.offices.selectors import office_by_code
from qadaga.organisation import delegations

router = Router(tags=["offices"])


class PassedIn(Schema):
    """A power from a day on, up to and not with `ends_on`, by an order of the caller's office."""

    power: Code
    starts_on: Day
    ends_on: Day
    order_id: UUID | None = None


class TakenBackIn(Schema):
    """By which order of the caller's office."""

    order_id: UUID | None = None


class PassedOut(Schema):
    """A power passed down; `last` is the first day on which it holds no longer."""

    id: UUID
    power: str
    given_by: str
    starts_on: date
    ends_on: date
    withdrawn_on: date | None
    last: date
    ground: str

    @staticmethod
    def resolve_given_by(row: Delegation) -> str:
        """The code of the office that gave it."""
        return row.given_by.code


@router.get("/{slug:code}/powers", response=list[PassedOut])
def passed(request: ApiRequest, code: str) -> list[Delegation]:
    """What was passed to the office, the newest first."""
    return selectors.of_office(office_by_code(code).id)


@router.post("/{slug:code}/powers", response={201: PassedOut})
def pass_down(request: ApiRequest, code: str, payload: PassedIn) -> Status[Delegation]:
    """Pass a power of the caller's office to this one below it."""
    office = office_by_code(code)
    return Status(201, delegations.delegate(office_id=office.id, **payload.dict(), **adding(request)))


@router.post("/{slug:code}/powers/{uuid:pk}/withdraw", response=PassedOut)
def take_back(
    request: ApiRequest, response: HttpResponse, code: str, pk: UUID, payload: TakenBackIn
) -> Delegation:
    """Take it back from today on."""
    office = office_by_code(code)
    return delegations.withdraw(
        office_id=office.id, delegation_id=pk, order_id=payload.order_id, **adding(request)
    )
