"""The papers of an act: its versions, what changed between two, the PDF, its files, the ruling behind it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase

from qadaga.acts.models import Act, ActVersion
from qadaga.acts.selectors import act_parts, compare, draft_pdf, versions
from qadaga.api.act_shapes import ChangeOut, VersionOut
from qadaga.api.auth import ApiRequest
from qadaga.api.common import seen
from qadaga.api.routing import Router
from qadaga.api.rulings import RulingAgainOut, ran_again
from qadaga.common.changes import Change
from qadaga.common.errors import NotFound
from qadaga.documents.downloads import attachment
from qadaga.documents.selectors import files_by_id

ROWS = Act.objects.select_related("matter__holder", "office", "addressee", "protested__issuer", "pdf")


def mount(router: Router) -> None:
    """Add the endpoints to the router of acts."""

    @router.get("/{uuid:pk}/versions", response=list[VersionOut])
    def saved(request: ApiRequest, pk: UUID) -> list[ActVersion]:
        """The saved texts, the newest first."""
        return versions(seen(request, ROWS, pk))

    @router.get("/{uuid:pk}/versions/{int:older}-{int:newer}", response=list[ChangeOut])
    def compared(request: ApiRequest, pk: UUID, older: int, newer: int) -> list[Change]:
        """What changed from one saved text to another, paragraph by paragraph."""
        return compare(seen(request, ROWS, pk), older, newer)

    @router.get("/{uuid:pk}/pdf")
    def pdf(request: ApiRequest, pk: UUID) -> HttpResponseBase:
        """The frozen PDF/A of a signed act; before that the last text, marked as a draft."""
        act = seen(request, ROWS, pk)
        if act.pdf is not None:
            return attachment(act.pdf)
        return paper(draft_pdf(act), "draft.pdf")

    @router.get("/{uuid:pk}/ruling", response=RulingAgainOut | None, operation_id="acts_ruling")
    def ruling(request: ApiRequest, pk: UUID) -> dict[str, Any] | None:
        """The ruling at signing, run again under its edition, and by the law of today; null before it."""
        act = seen(request, ROWS, pk)
        return None if act.ruling is None else ran_again(act.ruling, request.on)

    @router.get("/{uuid:pk}/files/{uuid:file_id}")
    def file(request: ApiRequest, pk: UUID, file_id: UUID) -> HttpResponseBase:
        """A file of the act's course: the proof of service, a reply, the proof of removal."""
        parts = act_parts(seen(request, ROWS, pk))
        known = {row.proof_id for row in (*parts["service"], *parts["removal"])}
        known |= {row.file_id for row in (*parts["replies"], *parts["attachments"], *parts["decisions"])}
        found = files_by_id([file_id]) if file_id in known else {}
        if file_id not in found:
            raise NotFound
        return attachment(found[file_id])


def paper(content: bytes, name: str) -> HttpResponse:
    """A PDF made just now; nobody keeps it."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
