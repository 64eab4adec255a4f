"""Whose failed sign-ins count together: the address a trusted proxy saw, never one that the client wrote."""

from typing import Any

import pytest
from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.test import Client, RequestFactory

PROXY = "10.0.0.1"


def address(forwarded: str | None, remote: str = PROXY) -> str:
    headers = {} if forwarded is None else {"x-forwarded-for": forwarded}
    return str(get_adapter().get_client_ip(RequestFactory(REMOTE_ADDR=remote).get("/", headers=headers)))


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, None, PROXY),
        (0, "203.0.113.7", PROXY),
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "1.1.1.1, 2.2.2.2, 203.0.113.7", "203.0.113.7"),
        (2, "1.1.1.1, 203.0.113.7, 10.0.0.2", "203.0.113.7"),
        (2, "203.0.113.7", PROXY),
        (1, None, PROXY),
        (1, "1.1.1.1, 2001:db8::7", "2001:db8::7"),
    ],
)
def test_the_address_is_what_the_outermost_trusted_proxy_saw(
    settings: Any, proxies: int, forwarded: str | None, expected: str
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    assert address(forwarded) == expected


def attempts(client: Client, forwarded: list[str]) -> list[int]:
    """The status of one failed sign-in for each header, each with a name of its own."""
    return [
        client.post(
            "/accounts/login/",
            {"login": f"nobody{number}", "password": "korshau-bereke-2026"},
            headers={"x-forwarded-for": header},
        ).status_code
        for number, header in enumerate(forwarded)
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("proxies", [0, 1])
def test_an_invented_header_escapes_no_limit(client: Client, settings: Any, proxies: int) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "3/m/ip"}
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    cache.clear()
    invented = [f"198.51.100.{number}, 203.0.113.7" for number in range(4)]
    assert attempts(client, invented)[-1] == 429
    others = attempts(client, ["203.0.113.8"])
    assert (others == [429]) is (proxies == 0)
    cache.clear()
