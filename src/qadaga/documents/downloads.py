"""Answers that carry a stored file. The caller has asked before whether this person may have it."""

from django.http import FileResponse, HttpResponse

from qadaga.documents.models import StoredFile
from qadaga.documents.services import open_file
from qadaga.documents.sniff import PDF


def attachment(stored: StoredFile) -> FileResponse:
    """The file as a download under its own name; the browser neither guesses its type nor keeps it."""
    return _answer(stored, as_attachment=True)


def preview(stored: StoredFile) -> FileResponse:
    """A PDF to be shown in a frame of ours; every other kind is a download."""
    return _answer(stored, as_attachment=stored.mime != PDF.mime)


def fresh(content: bytes) -> HttpResponse:
    """A PDF made just now, to be shown in a frame of ours; nobody keeps it."""
    answer = HttpResponse(content, content_type=PDF.mime)
    answer["Content-Disposition"] = 'inline; filename="draft.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _answer(stored: StoredFile, *, as_attachment: bool) -> FileResponse:
    response = FileResponse(
        open_file(stored), as_attachment=as_attachment, filename=stored.name, content_type=stored.mime
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
