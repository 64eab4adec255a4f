"""Files of an act: enclosures, and what came beside the reply."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.acts.services.base import lock, rule
from qadaga.authority.actor import Actor
from qadaga.documents.models import StoredFile
from qadaga.matters.models import Attachment
from qadaga.matters.services import link
from qadaga.matters.services.base import text


def attach(*, act_id: UUID, file: StoredFile, title: str, by: Actor, on: date) -> Attachment:
    """Tie a stored file to the act under a title. The same file twice is AlreadyDone (409)."""
    title = text("title", title, 300, multiline=False)
    with transaction.atomic():
        step = rule(lock(act_id, by=by, on=on), "matter.attach", by=by, on=on)
        attached = link(file=file, subject_kind="act", subject_id=act_id, title=title, by=by, on=on)
        step.journal(file=file.id, sha256=file.sha256)
        return attached
