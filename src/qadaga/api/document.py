"""The OpenAPI document: what the framework writes, with the headers and problems that every endpoint has."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from ninja import NinjaAPI

from qadaga.api.problems import CONTENT_TYPE
from qadaga.api.schemas import Problem

IDEMPOTENCY_KEY: dict[str, Any] = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": True,
    "description": "New for each request; the same key again gets the first answer and does nothing twice.",
    "schema": {"type": "string", "pattern": "^[!-~]{8,128}$"},
}
_ALWAYS = {
    400: "The request cannot be read",
    401: "No token, or one that has ended",
    403: "The law does not allow it: `ruling` and `missing` say why, with clauses",
    404: "Not there, or outside the caller's scope",
    405: "Not a method of this address",
    422: "`errors` names each field that cannot be taken",
}
_WRITING = {409: "The state of things does not allow it now", 413: "Too large"}
_UPDATING = {412: "Somebody changed it since: `current_version`", 428: "If-Match is missing"}
_COMPONENT = "#/components/schemas/{model}"


def completed(document: dict[str, Any]) -> dict[str, Any]:
    """The framework's document with what our middleware and handlers add. Changes and returns it."""
    document["components"]["schemas"]["Problem"] = Problem.model_json_schema(ref_template=_COMPONENT)
    for _path, method, operation in operations(document):
        if method == "post":
            operation["parameters"].append(IDEMPOTENCY_KEY)
        names = {parameter["name"] for parameter in operation["parameters"]}
        problems = _ALWAYS | (_WRITING if method != "get" else {})
        problems |= _UPDATING if "If-Match" in names else {}
        for status, words in problems.items():
            operation["responses"][status] = _problem(words)
    return document


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every operation with its path and method."""
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def _problem(words: str) -> dict[str, Any]:
    schema = {"$ref": _COMPONENT.format(model="Problem")}
    return {"description": words, "content": {CONTENT_TYPE: {"schema": schema}}}


class Api(NinjaAPI):
    """The API with its completed document."""

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: Any = None) -> Any:
        """The document as a mapping of the caller's own."""
        return json.loads(self._text(path_prefix, json.dumps(path_params or {})))

    @cache  # noqa: B019  # there is one API in a process, and it stays
    def _text(self, prefix: str | None, params: str) -> str:
        """Made once a process and kept as text: making it takes seconds, reading it a few hundredths."""
        made = super().get_openapi_schema(path_prefix=prefix, path_params=json.loads(params))
        return json.dumps(completed(made))

    def get_openapi_operation_id(self, operation: Any) -> str:
        """The module and the function: "appeals_register"."""
        view = operation.view_func
        return f"{view.__module__.rsplit('.', 1)[-1]}_{view.__name__}"
