"""Summons for explanations while an appeal is considered (O.8.7)."""

from uuid import UUID

from ninja import Status

from qadaga.acts.summons import Called, Ended
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding
from qadaga.api.inspection_shapes import CalledIn, ExplainedIn
from qadaga.api.routing import Router
from qadaga.api.schemas import Made
from qadaga.appeals.summonses import services
from qadaga.appeals.summonses.models import AppealSummons

router = Router(tags=["appeals"])


@router.post("/{uuid:pk}/summons", response={201: Made})
def summon(request: ApiRequest, pk: UUID, payload: CalledIn) -> Status[AppealSummons]:
    """Summon somebody for explanations."""
    called = Called(**payload.dict())
    return Status(201, services.summon(appeal_id=pk, called=called, **adding(request)))


@router.post("/{uuid:pk}/summons/{uuid:summons_id}/explanation", response=Made)
def explain(request: ApiRequest, pk: UUID, summons_id: UUID, payload: ExplainedIn) -> AppealSummons:
    """Record how a summons ended."""
    ended = Ended(**payload.dict())
    return services.record_explanation(appeal_id=pk, summons_id=summons_id, ended=ended, **adding(request))
