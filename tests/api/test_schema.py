"""The API does what its document says, whatever it is sent: generated requests to every endpoint.

Many of the requests name records that are there, so that they reach the services and the database.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
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
    """The API over a registry with an appeal and its matter; the head's token; hostile values in turn."""

    schema: Any
    headers: dict[str, str]
    known: dict[str, str]
    texts: Iterator[str] = field(default_factory=lambda: cycle(TEXTS))
    numbers: Iterator[float] = field(default_factory=lambda: cycle(NUMBERS))


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """Records that requests may name; requests commit, so the tables are emptied afterwards."""
    with django_db_blocker.unblock(), clock.frozen(MONDAY):
        registry = make_registry()
        schema = schemathesis.openapi.from_dict(DOCUMENT)
        schema.app = get_wsgi_application()
        try:
            with _kept_connection():
                headers = {"Authorization": f"Bearer {issued(registry.head)}"}
                yield World(schema, headers, _known(registry))
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


@pytest.mark.parametrize(("path", "method"), [(path, method) for path, method, _ in operations(DOCUMENT)])
def test_every_endpoint_keeps_its_promises(world: World, path: str, method: str) -> None:
    operation = world.schema[path][method.upper()]
    _keeps_its_promises(world, operation, GenerationMode.POSITIVE)
    if operation.body or list(operation.iter_parameters()):
        _keeps_its_promises(world, operation, GenerationMode.NEGATIVE)
    if operation.body:
        _nothing_hostile_breaks_it(world, operation)


def _keeps_its_promises(world: World, operation: Any, mode: GenerationMode) -> None:
    for turn, case in enumerate(_drawn(operation, mode)):
        if turn % 2:
            _name_known(case, world.known, version=turn)
        answer = case.call(headers=world.headers)
        assert answer.status_code < 500, (case.as_curl_command(), answer.content[:400])
        case.validate_response(answer, checks=PROMISES)


def _nothing_hostile_breaks_it(world: World, operation: Any) -> None:
    client = Client(raise_request_exception=False)
    for turn, case in enumerate(_drawn(operation, GenerationMode.POSITIVE)):
        _name_known(case, world.known, version=1 + turn % 3)
        body = json.dumps(_spoilt(case.body, next(world.texts), next(world.numbers)))
        answer = client.generic(
            case.method,
            case.formatted_path,
            body,
            content_type="application/json",
            headers={**dict(case.headers or {}), **world.headers},
        )
        assert answer.status_code < 500, (case.path, body[:300], answer.content[:300])


def _drawn(operation: Any, mode: GenerationMode) -> list[Any]:
    """Requests to the operation that its document allows, or that it does not allow.

    They are drawn once for all operations that take the same, which is most of the time: a step of any record
    takes its key, its version and a reason.
    """
    described = DOCUMENT["paths"][operation.path][operation.method]
    takes = [mode.value, described.get("parameters"), described.get("requestBody")]
    shape = json.dumps(takes, sort_keys=True)
    if shape not in _shapes:
        _shapes[shape] = _draw(operation, mode)
    return [
        operation.Case(
            path_parameters=dict(case.path_parameters),
            headers=case.headers,  # copied
            cookies=case.cookies,
            query=case.query,
            body=case.body,
            media_type=case.media_type,
        )
        for case in _shapes[shape]
    ]


_shapes: dict[str, list[Any]] = {}


def _draw(operation: Any, mode: GenerationMode) -> list[Any]:
    found: list[Any] = []

    @EFFORT
    @given(case=operation.as_strategy(mode))
    def draw(case: Any) -> None:
        found.append(case)

    draw()
    assert found
    return found


def _spoilt(value: Any, text: str, number: float) -> Any:
    """The body with every text and number replaced."""
    if isinstance(value, dict):
        return {key: _spoilt(one, text, number) for key, one in value.items()}
    if isinstance(value, list):
        return [_spoilt(one, text, number) for one in value]
    if isinstance(value, str):
        return text
    return number if isinstance(value, int | float) else value


def _name_known(case: Any, known: dict[str, str], version: int) -> None:
    """Point the request at a record that is there, at a version that it may have."""
    root = case.path.removeprefix("/api/v1/").split("/")[0]
    for name in case.path_parameters or {}:
        key = root if name == "pk" else name
        if key in known:
            case.path_parameters[name] = known[key]
    if case.headers is not None and "If-Match" in case.headers:
        case.headers["If-Match"] = f'"v{version}"'
