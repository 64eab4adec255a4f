"""The committed OpenAPI document is the one that the code makes, and it promises what the middleware does."""

import re
from collections import Counter
from pathlib import Path

from qadaga import api as package
from qadaga.api.document import operations
from qadaga.config.api import api
from qadaga.config.management.commands import openapi
from tests.api.calling import caller
from tests.api.conftest import Call
from tests.intake import Registry

DOCUMENT = api.get_openapi_schema()
API = Path(package.__file__).parent
SHAPE = re.compile(r"^class (\w+(?:In|Out))\(", re.MULTILINE)


def test_the_committed_document_is_the_generated_one() -> None:
    assert openapi.PLACE.read_text(encoding="utf-8") == openapi.text(), "run `qadaga openapi`"


def test_every_operation_declares_its_problems_and_has_a_name_of_its_own() -> None:
    names = [operation["operationId"] for _, _, operation in operations(DOCUMENT)]
    assert len(names) == len(set(names))
    for path, method, operation in operations(DOCUMENT):
        told = {int(status) for status in operation["responses"]}
        assert {401, 403, 404, 422} <= told, (method, path)


def test_every_shape_has_a_name_of_its_own() -> None:
    # Of two shapes with one name the document describes the last one, in both places.
    made = [match for file in sorted(API.glob("*.py")) for match in SHAPE.findall(file.read_text("utf-8"))]
    assert sorted(name for name, times in Counter(made).items() if times > 1) == []


def test_every_post_asks_for_a_key_and_every_put_for_a_version() -> None:
    for path, method, operation in operations(DOCUMENT):
        headers = {one["name"] for one in operation["parameters"] if one["in"] == "header"}
        assert ("Idempotency-Key" in headers) == (method == "post"), (method, path)
        if method == "put":
            assert "If-Match" in headers, path


def test_the_document_is_for_callers_with_a_token(call: Call, registry: Registry) -> None:
    answer = call("clerk").get("/openapi.json")
    assert answer.status_code == 200
    assert answer.json()["openapi"] == "3.1.0"  # type: ignore[attr-defined]
    nobody = caller(registry.clerk)
    nobody.secret = "qdg_nobody"
    assert nobody.get("/openapi.json").status_code == 401
