"""What the endpoints of records share: finding in scope, answering with the entity tag, uploaded files."""

from typing import Any, Protocol, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet
from django.http import HttpResponse

from qadaga.api.auth import ApiRequest, scope
from qadaga.api.concurrency import expected_version, tagged
from qadaga.authority.scope import get_or_404
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.documents.models import StoredFile
from qadaga.matters.models import Body

M = TypeVar("M", bound=Model)
R = TypeVar("R", bound="Versioned")


class Versioned(Protocol):
    """A record that two people must not overwrite for each other."""

    version: int


def seen(request: ApiRequest, rows: "QuerySet[M]", pk: UUID) -> M:
    """The row within the caller's scope; 404 otherwise."""
    return get_or_404(rows, scope(request), pk)


def shown(response: HttpResponse, record: R) -> R:
    """The record, its version on the answer as the entity tag."""
    tagged(response, record.version)
    return record


def updating(request: ApiRequest) -> dict[str, Any]:
    """What every update passes to its service: the version that was read, who, when."""
    return {"version": expected_version(request), **adding(request)}


def adding(request: ApiRequest) -> dict[str, Any]:
    """What every addition passes to its service: who, when."""
    return {"by": request.actor, "on": request.on}


def file_of(request: ApiRequest, file_id: UUID | None, field: str) -> StoredFile | None:
    """A file that the caller has uploaded before; 422 on `field` when it is not theirs."""
    if file_id is None:
        return None
    found = StoredFile.objects.filter(id=file_id, person_id=request.actor.person_id).first()
    if found is None:
        raise InvalidInput.of(field, "unknown_file", N_("Upload the file first, then give the id you got."))
    return found


def needed_file(request: ApiRequest, file_id: UUID, field: str) -> StoredFile:
    """Like `file_of`, where a file must be given."""
    found = file_of(request, file_id, field)
    assert found is not None  # an id was given, so it was found or refused
    return found


def body_of(body_id: UUID | None, field: str) -> Body | None:
    """A body of the register; 422 on `field` when there is none of that id."""
    if body_id is None:
        return None
    found = Body.objects.filter(id=body_id).first()
    if found is None:
        raise InvalidInput.of(field, "unknown_body", N_("No body of that id: find it, or register it first."))
    return found


def needed_body(body_id: UUID, field: str) -> Body:
    """Like `body_of`, where a body must be given."""
    found = body_of(body_id, field)
    assert found is not None  # an id was given, so it was found or refused
    return found
