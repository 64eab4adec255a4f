"""The API does what its document says, whatever it is sent: generated requests to every endpoint.

Half of the requests name records that are there, so that they reach the services and the database.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test import Client
from pytest_django import DjangoDbBlocker

from qadaga.api.document import operations
from qadaga.common import clock
from qadaga.config.api import api
from qadaga.matters.models import Body
from tests.api.calling import issued
from tests.emptying import empty
from tests.intake import MONDAY, Registry, make_appeal, make_registry, open_for

schemathesis = pytest.importorskip("schemathesis", reason="it comes with the development packages")

from hypothesis import HealthCheck, Phase, given, settings  # noqa: E402 - after the check above
from hypothesis import strategies as st  # noqa: E402
from schemathesis import GenerationMode  # noqa: E402
from schemathesis.checks import not_a_server_error  # noqa: E402
from schemathesis.specs.openapi.checks import (  # noqa: E402
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

pytestmark = pytest.mark.schema

DOCUMENT = api.get_openapi_schema()
PROMISES = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
EFFORT = settings(
    max_examples=5,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
TEXTS = ["\x00", "\ud800", "9" * 400, "' OR 1=1 --", "١٢", "\u202e", "../../etc/passwd", "🙂" * 70_000, ""]
NUMBERS = [10**40, -(10**40), 2**63, -1, 0, 1e308, True]


@dataclass(frozen=True, slots=True)
class World:
    """The API over a registry with an appeal and its matter; the head's token."""

    schema: Any
    token: str
    known: dict[str, str]


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """Records that requests may name; requests commit, so the tables are emptied afterwards."""
    with django_db_blocker.unblock(), clock.frozen(MONDAY):
        registry = make_registry()
        schema = schemathesis.openapi.from_dict(DOCUMENT)
        schema.app = get_wsgi_application()
        try:
            with _kept_connection():
                yield World(schema, issued(registry.head), _known(registry))
        finally:
            empty()


@contextmanager
def _kept_connection() -> Iterator[None]:
    """One connection for all requests, as a pool keeps it: without one it is closed after each."""
    connection.close()
    connection.settings_dict["CONN_MAX_AGE"] = None
    try:
        yield
    finally:
        connection.settings_dict["CONN_MAX_AGE"] = 0
        connection.close()


def _known(registry: Registry) -> dict[str, str]:
    appeal = make_appeal(registry)
    matter = open_for(registry, appeal)
    body = Body.objects.create(kind="executive", name_ru="Акимат", name_kk="Әкімдік")
    return {
        "appeals": str(appeal.id),
        "matters": str(matter.id),
        "people": str(registry.assistant.person_id),
        "appointments": str(registry.assistant.id),
        "bodies": str(body.id),
        "code": "dis",
    }


@pytest.mark.parametrize(
    "mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=lambda mode: mode.value
)
@pytest.mark.parametrize(("path", "method"), [(path, method) for path, method, _ in operations(DOCUMENT)])
def test_every_endpoint_keeps_its_promises(world: World, path: str, method: str, mode: Any) -> None:
    operation = world.schema[path][method.upper()]
    if mode is GenerationMode.NEGATIVE and not operation.body and not list(operation.iter_parameters()):
        pytest.skip("nothing to send wrongly")

    @EFFORT
    @given(case=operation.as_strategy(mode), reach=st.booleans(), version=st.integers(1, 3))
    def sent(case: Any, reach: bool, version: int) -> None:
        if reach:
            _name_known(case, path, world.known, version)
        headers = {"Authorization": f"Bearer {world.token}"}
        answer = case.call(headers=headers)
        assert answer.status_code < 500, (case.as_curl_command(), answer.content[:400])
        if answer.status_code < 500:
            case.validate_response(answer, checks=PROMISES)

    sent()


WRITES = [(path, method) for path, method, found in operations(DOCUMENT) if "requestBody" in found]


@pytest.mark.parametrize(("path", "method"), WRITES)
def test_no_hostile_value_breaks_anything(world: World, path: str, method: str) -> None:
    operation = world.schema[path][method.upper()]
    headers = {"Authorization": f"Bearer {world.token}"}

    @EFFORT
    @given(
        case=operation.as_strategy(),
        version=st.integers(1, 3),
        text=st.sampled_from(TEXTS),
        number=st.sampled_from(NUMBERS),
    )
    def sent(case: Any, version: int, text: str, number: float) -> None:
        _name_known(case, path, world.known, version)
        client = Client(raise_request_exception=False)
        body = json.dumps(_spoilt(case.body, text, number))
        answer = client.generic(
            method.upper(),
            case.formatted_path,
            body,
            content_type="application/json",
            headers={**dict(case.headers or {}), **headers},
        )
        assert answer.status_code < 500, (body[:300], answer.content[:300])

    sent()


def _spoilt(value: Any, text: str, number: float) -> Any:
    """The body with every text and number replaced."""
    if isinstance(value, dict):
        return {key: _spoilt(one, text, number) for key, one in value.items()}
    if isinstance(value, list):
        return [_spoilt(one, text, number) for one in value]
    if isinstance(value, str):
        return text
    return number if isinstance(value, int | float) else value


def _name_known(case: Any, path: str, known: dict[str, str], version: int) -> None:
    """Point the request at a record that is there, at a version that it may have."""
    root = path.removeprefix("/api/v1/").split("/")[0]
    for name in case.path_parameters or {}:
        key = root if name == "pk" else name
        if key in known:
            case.path_parameters[name] = known[key]
    if case.headers is not None and "If-Match" in case.headers:
        case.headers["If-Match"] = f'"v{version}"'
