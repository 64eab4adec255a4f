"""Files of an appeal: what came with it, and what is added later."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.appeals.services.base import begin
from qadaga.appeals.subject import KIND
from qadaga.authority.actor import Actor
from qadaga.common.text import clean
from qadaga.documents.models import StoredFile
from qadaga.matters.models import Attachment
from qadaga.matters.services import link


@transaction.atomic
def attach(*, appeal_id: UUID, file: StoredFile, title: str, by: Actor, on: date) -> Attachment:
    """Tie a stored file to the appeal. The same file twice is AlreadyDone (409)."""
    title = clean(title, field="title", max_length=300, required=True)
    step = begin(appeal_id, "matter.attach", version=None, by=by, on=on)
    attached = link(file=file, subject_kind=KIND, subject_id=appeal_id, title=title, by=by, on=on)
    step.journal(file=file.id, sha256=file.sha256)
    return attached
