"""A router that tells updates from additions: whoever updates names the version that was read."""

from collections.abc import Callable
from typing import Any, TypeVar

import ninja

F = TypeVar("F", bound=Callable[..., Any])

IF_MATCH: dict[str, Any] = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "description": "The ETag of the version that was read; 412 when somebody changed it since.",
    "schema": {"type": "string", "pattern": '^"v[0-9]{1,9}"$'},
}


class Router(ninja.Router):
    """`post` adds, `change` (POST) and `replace` (PUT) update and need If-Match."""

    def change(self, path: str, **options: Any) -> Callable[[F], F]:
        """A step on a record that others may be changing: POST with If-Match."""
        return self.post(path, openapi_extra={"parameters": [IF_MATCH]}, **options)

    def replace(self, path: str, **options: Any) -> Callable[[F], F]:
        """A part of a record put in place of what is there: PUT with If-Match."""
        return self.put(path, openapi_extra={"parameters": [IF_MATCH]}, **options)
