"""API tokens: one person in one hat, with an end; the secret is shown once and kept as its hash."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from qadaga.accounts.digests import digest_of
from qadaga.accounts.models import ApiToken, User
from qadaga.common.errors import InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.common.text import clean

LONGEST = timedelta(days=365)
PREFIX = "qdg_"


def issue(
    *, user: User, appointment_id: UUID, name: str, expires_at: datetime, now: datetime
) -> tuple[ApiToken, str]:
    """A new token and its secret, which cannot be had again.

    Raises InvalidInput for a name that is empty or an end that is past or more than a year away.
    """
    title = clean(name, field="name", max_length=100, required=True)
    if not now < expires_at <= now + LONGEST:
        raise InvalidInput.of(
            "expires_at", "bad_expiry", N_("A token must end after today and within a year from now.")
        )
    secret = PREFIX + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        user=user,
        appointment_id=appointment_id,
        name=title,
        digest=digest_of(secret),
        created_at=now,
        expires_at=expires_at,
    )
    return token, secret


def authenticate(secret: str, now: datetime) -> ApiToken | None:
    """The live token of this secret with its user, or None: unknown, expired, revoked, user not active."""
    if not secret.startswith(PREFIX):
        return None
    return (
        ApiToken.objects.select_related("user")
        .filter(digest=digest_of(secret), revoked_at=None, expires_at__gt=now, user__is_active=True)
        .first()
    )


def revoke(*, user: User, token_id: UUID, now: datetime) -> None:
    """End one's own token at once; raises NotFound for another person's."""
    if not ApiToken.objects.filter(user=user, id=token_id, revoked_at=None).update(revoked_at=now):
        raise NotFound
