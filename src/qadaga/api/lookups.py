"""Look-ups in outside registers (O.8.6), each in a matter."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Schema, Status

from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, shown
from qadaga.api.routing import Router
from qadaga.api.schemas import Code, Line
from qadaga.supervision.gateway import services
from qadaga.supervision.gateway.models import LookUp
from qadaga.supervision.gateway.selectors import facts_of, read_lookup

router = Router(tags=["look-ups"])


class LookUpIn(Schema):
    """What to ask of which register, on which ground, what for; `record` is the kind of special records."""

    matter_id: UUID
    register_name: Code
    number: Line
    ground: Code
    purpose: Line
    record: Code = ""


class FactOut(Schema):
    """One fact of the answer."""

    name: str
    value: str


class LookUpOut(Schema):
    """A look-up and its answer, with the fingerprint of what was kept."""

    id: UUID
    matter_id: UUID
    register_name: str
    record: str | None
    ground: str
    purpose: str
    status: str
    asked_at: datetime
    answered_at: datetime | None
    fault: str | None
    sha256: str | None
    facts: list[FactOut]
    version: int

    @staticmethod
    def resolve_register_name(row: Any) -> str:
        """The register asked."""
        return str(row.register)

    @staticmethod
    def resolve_facts(row: Any) -> list[dict[str, str]]:
        """The facts, in the order they came."""
        return [{"name": name, "value": value} for name, value in facts_of(row)]


@router.post("", response={201: LookUpOut})
def look_up(request: ApiRequest, response: HttpResponse, payload: LookUpIn) -> Status[LookUp]:
    """Ask a register. The question goes out when this answer does: read the look-up again for what came.

    A register that fails is told by `status` and `fault`.
    """
    question = services.Question(
        payload.register_name, payload.number, payload.ground, payload.purpose, payload.record
    )
    made = services.ask(matter_id=payload.matter_id, question=question, **adding(request))
    return Status(201, shown(response, made))


@router.get("/{uuid:pk}", response=LookUpOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> LookUp:
    """One look-up, for those in its matter; the reading is journalled."""
    return shown(response, read_lookup(request.actor, request.on, pk))
