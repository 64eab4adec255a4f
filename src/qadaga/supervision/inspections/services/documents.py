"""What is received from the inspected: inventoried, kept, returned against a receipt (O.8.10, O.8.d5)."""

from collections.abc import Sequence
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

UNDER_WAY, MOST_AT_ONCE = "inspection_under_way", 50


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


def take_document(*, inspection_id: UUID, taken: Taken, by: Actor, on: date) -> TakenDocument:
    """Put one document down as received. Raises as `take_documents`."""
    return take_documents(inspection_id=inspection_id, taken=[taken], by=by, on=on)[0]


@implements("O.8.10", "O.8.d4", "O.8.d5")
def take_documents(
    *, inspection_id: UUID, taken: Sequence[Taken], by: Actor, on: date
) -> list[TakenDocument]:
    """Put documents down as received, in this order, all of them or none.

    Refused with the clause where the absence of one would stop the work of the inspected (O.8.d4), and for
    state secrets (O.8.d5). A fault of the second line and on names its field with the number: `pages_2`.
    """
    if not 1 <= len(taken) <= MOST_AT_ONCE:
        raise InvalidInput.of("documents", "bad_count", N_("From 1 to %(most)s lines."), most=MOST_AT_ONCE)
    words = _words(taken)
    marks = {"work_obstructed": any(one.obstructs for one in taken)}
    marks["state_secret"] = any(one.state_secret for one in taken)
    extra = {mark for mark, found in marks.items() if found}
    with transaction.atomic():
        power = "inspection.take_documents"
        step = begin(inspection_id, power, version=None, by=by, on=on, ground=UNDER_WAY, extra=extra)
        _refuse_days(taken, step.row, on)
        before = step.row.documents.count()
        lines = zip(taken, words, strict=True)
        rows = [_line(step, before + no, *line) for no, line in enumerate(lines, start=1)]
        TakenDocument.objects.bulk_create(rows)
        step.save()
        _journal(step, rows)
        return rows


def _refuse_days(taken: Sequence[Taken], inspection: Inspection, on: date) -> None:
    for one in taken:
        dates.happened("taken_at", one.taken_at, earliest=clock.midnight(inspection.starts_on))
        if one.return_by < on:
            raise InvalidInput.of("return_by", "past", N_("Say a day to come by which it goes back."))


def _line(step: Step[Inspection], no: int, taken: Taken, words: dict[str, str]) -> TakenDocument:
    return TakenDocument(
        inspection=step.row,
        no=no,
        pages=taken.pages,
        original=taken.original,
        taken_at=taken.taken_at,
        taken_by_id=step.by.appointment_id,
        return_by=taken.return_by,
        **words,
    )


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


def _words(taken: Sequence[Taken]) -> list[dict[str, str]]:
    problems, found = Problems(), []
    for no, one in enumerate(taken, start=1):
        with_no = "" if no == 1 else f"_{no}"
        words: dict[str, str] = {}
        for name in ("what", "from_whom", "kept_where"):
            with problems.collect():
                words[name] = text(f"{name}{with_no}", getattr(one, name), 300, multiline=False)
        if not 1 <= one.pages <= 100_000:
            problems.add(f"pages{with_no}", "bad_count", N_("Give the number of pages, from 1."))
        found.append(words)
    problems.check()
    return found
