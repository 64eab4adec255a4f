"""ETag and If-Match: nobody overwrites what somebody else has changed meanwhile."""

import re
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from qadaga.common.errors import QadagaError
from qadaga.common.i18n import N_

_ETAG = re.compile(r'^(?:W/)?"v(\d{1,9})"$')


class PreconditionRequired(QadagaError):
    """An update without If-Match (428)."""

    def __init__(self) -> None:
        super().__init__(
            "precondition_required", N_("Send If-Match with the ETag of the version that you read."), 428
        )


def etag(version: int) -> str:
    """The entity tag of a version of a record."""
    return f'"v{version}"'


def expected_version(request: HttpRequest) -> int:
    """The version that the caller read, from If-Match.

    Raises PreconditionRequired (428) when the header is missing or is no tag of ours.
    """
    found = _ETAG.match(request.headers.get("If-Match", "").strip())
    if not found:
        raise PreconditionRequired
    return int(found[1])


def tagged(response: HttpResponse, version: int) -> None:
    """Put the entity tag of `version` on an answer."""
    response["ETag"] = etag(version)


def location(response: HttpResponse, path: str, pk: UUID) -> None:
    """Name where the record that was made can be read."""
    response["Location"] = f"/api/v1/{path}/{pk}"
