"""Uploading a file, to be named in a later call; every byte is checked on the way in."""

from uuid import UUID

from django.http import HttpResponse
from ninja import File, Schema, Status, UploadedFile

from qadaga.api.auth import ApiRequest
from qadaga.api.routing import Router
from qadaga.documents import services

router = Router(tags=["files"])


class FileOut(Schema):
    """A stored file."""

    id: UUID
    name: str
    mime: str
    size: int
    sha256: str


@router.post("", response={201: FileOut})
def upload(request: ApiRequest, response: HttpResponse, file: File[UploadedFile]) -> Status[object]:
    """Store a file (PDF, Word, Excel, a picture or text, up to 50 MB) and give its id."""
    return Status(201, services.store(file, file.name or "file", by=request.actor))
