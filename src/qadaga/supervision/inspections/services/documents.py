"""What is received from the inspected: inventoried, kept, returned against a receipt (O.8.10, O.8.d5)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.authority.alarms import services as alarms
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, InvalidInput, Problems
from qadaga.common.i18n import N_
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.matters import dates
from qadaga.matters.services.base import text
from qadaga.matters.step import Step
from qadaga.supervision.inspections.models import Inspection, TakenDocument
from qadaga.supervision.inspections.services.base import begin

UNDER_WAY = "inspection_under_way"


@dataclass(frozen=True, slots=True)
class Taken:
    """A line of the inventory. `obstructs`: without it the inspected cannot work; `state_secret`: it holds
    one.
    """

    what: str
    pages: int
    original: bool
    from_whom: str
    taken_at: datetime
    kept_where: str
    return_by: date
    obstructs: bool = False
    state_secret: bool = False


@implements("O.8.10", "O.8.d4", "O.8.d5")
def take_document(*, inspection_id: UUID, taken: Taken, by: Actor, on: date) -> TakenDocument:
    """Put a document down as received. Refused with the clause where its absence would stop the work of the
    inspected (O.8.d4), and for state secrets (O.8.d5).
    """
    words = _words(taken)
    marks = {"work_obstructed": taken.obstructs, "state_secret": taken.state_secret}
    extra = {mark for mark, found in marks.items() if found}
    with transaction.atomic():
        power = "inspection.take_documents"
        step = begin(inspection_id, power, version=None, by=by, on=on, ground=UNDER_WAY, extra=extra)
        inspection = step.row
        dates.happened("taken_at", taken.taken_at, earliest=clock.midnight(inspection.starts_on))
        if taken.return_by < on:
            raise InvalidInput.of("return_by", "past", N_("Say a day to come by which it goes back."))
        row = TakenDocument.objects.create(
            inspection=inspection,
            no=inspection.documents.count() + 1,
            pages=taken.pages,
            original=taken.original,
            taken_at=taken.taken_at,
            taken_by_id=by.appointment_id,
            return_by=taken.return_by,
            **words,
        )
        step.save()
        step.journal(document=row.id, line=row.no)
        return row


@dataclass(frozen=True, slots=True)
class Returned:
    """To whom documents went back, when, against which receipt."""

    returned_at: datetime
    to: str
    receipt: str


@implements("O.8.d5")
def return_documents(
    *, inspection_id: UUID, document_ids: list[UUID], returned: Returned, by: Actor, on: date
) -> list[TakenDocument]:
    """Record that documents of the inventory went back, all of them against one receipt."""
    to = text("to", returned.to, 300, multiline=False)
    receipt = text("receipt", returned.receipt, 200, multiline=False)
    with transaction.atomic():
        step = begin(inspection_id, "inspection.return_documents", version=None, by=by, on=on)
        rows = _lines(step.row, document_ids)
        for row in rows:
            dates.happened("returned_at", returned.returned_at, earliest=row.taken_at)
            row.returned_at, row.returned_to, row.receipt = returned.returned_at, to, receipt
            row.returned_by_id = by.appointment_id
            row.save(update_fields=["returned_at", "returned_to", "receipt", "returned_by"])
        step.save()
        with journal.gathered():
            about, power = ("inspection", step.row.id), "inspection.return_documents"
            alarms.fulfil(subject=about, power=power, by=by, at=clock.now())
            _journal(step, rows)
        return rows


@implements("O.8.d5")
def keep_document(
    *, inspection_id: UUID, document_id: UUID, reason: str, by: Actor, on: date
) -> TakenDocument:
    """Say why a document is not returned, so that the inspection may be finished."""
    reason = text("reason", reason)
    with transaction.atomic():
        step = begin(inspection_id, "inspection.keep_document", version=None, by=by, on=on)
        row = _lines(step.row, [document_id])[0]
        if row.kept_on is not None:
            raise AlreadyDone()
        row.kept_on, row.kept_reason, row.kept_by_id = on, reason, by.appointment_id
        row.save(update_fields=["kept_on", "kept_reason", "kept_by"])
        step.save(reason)
        _journal(step, [row])
        return row


def _lines(inspection: Inspection, ids: list[UUID]) -> list[TakenDocument]:
    """The lines that are still here; InvalidInput for what is no line, AlreadyDone for what went back."""
    rows = list(inspection.documents.filter(id__in=ids).order_by("no"))
    if not rows or len(rows) != len(set(ids)):
        raise InvalidInput.of("documents", "unknown", N_("Choose lines of this inventory."))
    if any(row.returned_at is not None for row in rows):
        raise AlreadyDone()
    return rows


def _journal(step: Step[Inspection], rows: list[TakenDocument]) -> None:
    step.journal(lines=[row.no for row in rows])


def _words(taken: Taken) -> dict[str, str]:
    problems, found = Problems(), {}
    for name in ("what", "from_whom", "kept_where"):
        with problems.collect():
            found[name] = text(name, getattr(taken, name), 300, multiline=False)
    if not 1 <= taken.pages <= 100_000:
        problems.add("pages", "bad_count", N_("Give the number of pages, from 1."))
    problems.check()
    return found
