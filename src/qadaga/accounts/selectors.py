"""Questions about accounts."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from qadaga.accounts.models import ApiToken


def tokens_of(user_id: UUID, now: datetime) -> QuerySet[ApiToken]:
    """The person's tokens that still work, the newest first."""
    live = ApiToken.objects.filter(user=user_id, revoked_at=None, expires_at__gt=now)
    return live.order_by("-created_at", "id")
