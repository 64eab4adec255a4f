"""Files of a matter: a stored file is tied to the matter or to what stands in it."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone
from qadaga.documents.models import StoredFile
from qadaga.matters.models import Attachment
from qadaga.matters.services.base import begin, text


def attach(*, matter_id: UUID, file: StoredFile, title: str, by: Actor, on: date) -> Attachment:
    """Tie a stored file to the matter under a title. The same file twice is AlreadyDone (409)."""
    title = text("title", title, 300, multiline=False)
    with transaction.atomic():
        step = begin(matter_id, "matter.attach", version=None, by=by, on=on)
        attached = link(file=file, subject_kind="matter", subject_id=matter_id, title=title, by=by, on=on)
        step.journal(file=file.id, sha256=file.sha256)
        return attached


def link(
    *, file: StoredFile, subject_kind: str, subject_id: UUID, title: str, by: Actor, on: date
) -> Attachment:
    """Tie a file to a matter, an appeal, an act or a measure, inside the ruled-on change of the caller."""
    one = {"file": file, "subject_kind": subject_kind, "subject_id": subject_id}
    if Attachment.objects.filter(**one).exists():
        raise AlreadyDone()
    return Attachment.objects.create(**one, title=title, added_on=on, added_by_id=by.appointment_id)
