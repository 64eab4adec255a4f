"""Photographs and files that show what was found at a point of the check list (L.3.6)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.common.errors import Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.documents.models import StoredFile
from qadaga.law.coverage import implements
from qadaga.matters.services.base import text
from qadaga.organisation.refusals import refused_by
from qadaga.supervision.custody.models import Evidence
from qadaga.supervision.custody.services import base
from qadaga.supervision.custody.subject import visit_subject

# More than any visit needs; what runs wild is stopped here.
MOST = 100
TWICE = {
    "evidence_once": FieldError(
        "file", "taken", N_("This file is with this point already. Choose another one.")
    )
}


@implements("L.3.6", "O.8.d5")
@transaction.atomic
def show(*, visit_id: UUID, item: str, file: StoredFile, title: str, by: Actor, on: date) -> Evidence:
    """Put a stored file with a point of the visit's list that has an answer, during the visit or after it.

    Raises InvalidInput (a point without an answer, the same file again), Conflict (not begun, too many),
    NotPermitted.
    """
    row = base.visit(visit_id, by=by, on=on)
    step = base.VISITS.ask(row, base.VISITING, visit_subject(row, by, on), by=by, on=on, ground=row.ground)
    if row.started_at is None:
        raise Conflict("not_begun", N_("The visit has not been begun. Begin it on the spot first."))
    if not row.answers.filter(item=item).exists():
        raise InvalidInput.of("item", "unanswered", N_("Answer this point first, then add what shows it."))
    if row.evidence.count() >= MOST:
        raise Conflict("too_many", N_("A visit holds a hundred files at most."))
    made = Evidence(
        visit=row, item=item, file=file, sha256=file.sha256, title=text("title", title, 300, multiline=False)
    )
    made.added_at, made.added_by_id = clock.now(), by.appointment_id
    with refused_by(TWICE):
        made.save(force_insert=True)
    step.journal(item=item, file=file.id, sha256=file.sha256)
    return made
