"""What the endpoints of records share: finding in scope, answering with the entity tag, uploaded files."""

from dataclasses import replace
from datetime import datetime
from typing import Any, Protocol, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet
from django.http import HttpResponse, HttpResponseBase

from qadaga.acts.models import Act, Measure
from qadaga.api.auth import ApiRequest, scope
from qadaga.api.concurrency import expected_version, tagged
from qadaga.api.idempotency import ONLY_READ
from qadaga.api.schemas import BodyIn
from qadaga.appeals.models import Appeal
from qadaga.appeals.reading import require_reading as require_appeal_reading
from qadaga.authority.scope import get_or_404
from qadaga.common import clock
from qadaga.common.errors import InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.documents.downloads import attachment
from qadaga.documents.models import StoredFile
from qadaga.matters import services as matters
from qadaga.matters.models import Attachment, Body, Matter
from qadaga.matters.reading import require_reading

M = TypeVar("M", bound=Model)
R = TypeVar("R", bound="Versioned")


class Versioned(Protocol):
    """A record that two people must not overwrite for each other."""

    version: int


def seen(request: ApiRequest, rows: "QuerySet[M]", pk: UUID) -> M:
    """The row within the caller's scope; 404 otherwise, 403 for whom it, or its matter, complains of.

    The reading is journalled, whichever part of the record is asked for.
    """
    row = get_or_404(rows, scope(request), pk)
    if isinstance(row, Matter):
        require_reading(row, request.actor, request.on)
    elif isinstance(row, Act | Measure):
        require_reading(row.matter, request.actor, request.on, part=row)
    elif isinstance(row, Appeal):
        require_appeal_reading(row, request.actor, request.on)
    return row


def one_of(rows: "QuerySet[M]") -> M:
    """The only row; 404 where there is none."""
    found = rows.first()
    if found is None:
        raise NotFound
    return found


def shown(response: HttpResponse, record: R) -> R:
    """The record, its version on the answer as the entity tag."""
    tagged(response, record.version)
    return record


def updating(request: ApiRequest) -> dict[str, Any]:
    """What every update passes to its service: the version that was read, who, when."""
    return {"version": expected_version(request), **adding(request)}


def only_read(response: HttpResponse) -> None:
    """Mark the answer to a POST that changes nothing: it is not kept for replays, nor by anybody else."""
    setattr(response, ONLY_READ, True)
    response["Cache-Control"] = "private, no-store"


def adding(request: ApiRequest) -> dict[str, Any]:
    """What every addition passes to its service: who, when."""
    return {"by": request.actor, "on": request.on}


def zoned(moment: datetime) -> datetime:
    """The moment; one without an offset is meant by the clock of the country."""
    return moment if moment.tzinfo else moment.replace(tzinfo=clock.ZONE)


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


def attached(kind: str, subject_id: UUID, file_id: UUID) -> HttpResponseBase:
    """A file that is attached to a record which the caller may see; 404 for any other file."""
    rows = Attachment.objects.select_related("file")
    found = rows.filter(subject_kind=kind, subject_id=subject_id, file=file_id).first()
    if found is None:
        raise NotFound
    return attachment(found.file)


def body_of(given: BodyIn | None, field: str) -> Body | None:
    """The body meant: of the register by its id, or found by BIN and names or entered, as the forms do.

    A body that is entered is part of the change it is named in. Raises InvalidInput on the field.
    """
    if given is None:
        return None
    if given.id is None:
        return _named_body(given, field)
    found = Body.objects.filter(id=given.id).first()
    if found is None:
        raise InvalidInput.of(field, "unknown_body", N_("No body of that id: find it, or give its names."))
    return found


def needed_body(given: BodyIn, field: str) -> Body:
    """Like `body_of`, where a body must be given."""
    found = body_of(given, field)
    assert found is not None  # something was given, so it was found, entered or refused
    return found


def _named_body(given: BodyIn, field: str) -> Body:
    try:
        return matters.register_body(**given.dict(exclude={"id"}))
    except InvalidInput as error:
        faults = (replace(fault, field=f"{field}.{fault.field}") for fault in error.fields)
        raise InvalidInput(*faults) from error
