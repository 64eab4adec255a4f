"""API tokens: an end, a hash, and nobody else's."""

from datetime import timedelta

import pytest

from qadaga.accounts import selectors, tokens
from qadaga.accounts.models import ApiToken, User
from qadaga.common import clock
from qadaga.common.errors import InvalidInput, NotFound
from qadaga.common.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    """Somebody."""
    return User.objects.create_user("inkar")


def issue(user: User, days: int = 30) -> tuple[ApiToken, str]:
    """A token that ends in so many days."""
    now = clock.now()
    return tokens.issue(
        user=user, appointment_id=new_id(), name="Export", expires_at=now + timedelta(days=days), now=now
    )


def test_the_secret_finds_its_token_and_is_not_stored(user: User) -> None:
    token, secret = issue(user)
    assert tokens.authenticate(secret, clock.now()) == token
    assert secret not in str(ApiToken.objects.values_list().get())
    assert tokens.authenticate(secret + "x", clock.now()) is None
    assert tokens.authenticate("", clock.now()) is None
    assert tokens.authenticate(tokens.PREFIX + "\ud800", clock.now()) is None


def test_an_expired_token_is_nobody(user: User) -> None:
    token, secret = issue(user, days=1)
    assert tokens.authenticate(secret, token.expires_at - timedelta(seconds=1)) == token
    assert tokens.authenticate(secret, token.expires_at) is None
    assert list(selectors.tokens_of(user.pk, token.expires_at)) == []


def test_a_closed_account_is_nobody(user: User) -> None:
    _token, secret = issue(user)
    user.is_active = False
    user.save()
    assert tokens.authenticate(secret, clock.now()) is None


def test_a_revoked_token_is_nobody_and_only_its_owner_revokes(user: User) -> None:
    token, secret = issue(user)
    other = User.objects.create_user("other")
    with pytest.raises(NotFound):
        tokens.revoke(user=other, token_id=token.pk, now=clock.now())
    tokens.revoke(user=user, token_id=token.pk, now=clock.now())
    assert tokens.authenticate(secret, clock.now()) is None
    with pytest.raises(NotFound):
        tokens.revoke(user=user, token_id=token.pk, now=clock.now())


@pytest.mark.parametrize("days", [0, -1, 366])
def test_a_token_has_an_end_within_a_year(user: User, days: int) -> None:
    with pytest.raises(InvalidInput) as raised:
        issue(user, days)
    assert raised.value.fields[0].field == "expires_at"
