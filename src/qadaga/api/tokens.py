"""One's own tokens: which there are, and ending one. They are made on the pages, by a signed-in person."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from ninja import Schema, Status

from qadaga.accounts import selectors, tokens
from qadaga.accounts.models import ApiToken
from qadaga.api.auth import ApiRequest
from qadaga.api.routing import Router
from qadaga.common import clock

router = Router(tags=["tokens"])


class TokenOut(Schema):
    """A token that still works; its secret is shown nowhere."""

    id: UUID
    appointment_id: UUID
    name: str
    created_at: datetime
    expires_at: datetime


@router.get("", response=list[TokenOut])
def listed(request: ApiRequest) -> Iterable[ApiToken]:
    """The caller's tokens, the newest first."""
    return selectors.tokens_of(request.holder.pk, clock.now())


@router.delete("/{uuid:pk}", response={204: None})
def revoke(request: ApiRequest, pk: UUID) -> Status[None]:
    """End a token at once; the one that this call bears, too."""
    tokens.revoke(user=request.holder, token_id=pk, now=clock.now())
    return Status(204, None)
