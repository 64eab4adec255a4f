"""Second half of an import: the rows laid ready go in, a small batch a transaction.

A batch is in whole or not at all, and what is in is no longer laid ready: a run stopped anywhere goes on
where it stood, and a finished one, run again, adds nothing.
"""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga import authority
from qadaga.appeals.coupons import new_coupon
from qadaga.appeals.importing.rows import SourceAppeal
from qadaga.appeals.importing.staging import POWER, Progress
from qadaga.appeals.kinds import ImportState, Status
from qadaga.appeals.models import Appeal, Applicant, ImportRow, ImportRun
from qadaga.appeals.searching import search_entry
from qadaga.appeals.services import clocks
from qadaga.appeals.services.registering import appeal_values, applicant_rows
from qadaga.appeals.subject import KIND, new_subject
from qadaga.appeals.transitions import APPEAL
from qadaga.authority.actor import Actor
from qadaga.authority.lists import search
from qadaga.common.errors import NotFound
from qadaga.common.ids import new_id
from qadaga.journal import services as journal
from qadaga.journal.models import Entry
from qadaga.law.model import Ruling
from qadaga.matters.models import Term, TermEvent

REGISTER = "import"
"""Imported appeals keep their numbers, in a register of their own: ours stays without gaps."""
_BATCH = 200


def commit(run_id: UUID, *, by: Actor, on: date, progress: Progress = lambda _: None) -> ImportRun:
    """Write every row still laid ready; returns the run, done. Raises NotPermitted, NotFound.

    Each batch is ruled on anew: it ends with the post of whoever imports.
    """
    while True:
        run, written = _batch(run_id, by=by, on=on)
        progress(run.imported + run.known)
        if not written:
            return run


@transaction.atomic
def _batch(run_id: UUID, *, by: Actor, on: date) -> tuple[ImportRun, int]:
    ruling = authority.require(by, POWER, new_subject(by, on), on=on)
    # The lock makes two workers on one run take turns instead of writing the same rows.
    run = ImportRun.objects.select_for_update().filter(id=run_id, office_id=by.office_id).first()
    if run is None:
        raise NotFound()
    staged = list(ImportRow.objects.filter(run=run).order_by("line")[:_BATCH])
    if not staged:
        run.state = ImportState.DONE
        run.save(update_fields=["state"])
        return run, 0
    rows = [SourceAppeal.from_json(one.data) for one in staged]
    fresh = _without_known(rows, by.office_id)
    appeals = _write(fresh, run, by=by, on=on)
    ImportRow.objects.filter(id__in=[one.id for one in staged]).delete()
    run.state = ImportState.RUNNING
    run.imported += len(fresh)
    run.known += len(rows) - len(fresh)
    run.save(update_fields=["state", "imported", "known"])
    journal.record_many(_entry(appeal, run, by=by, on=on, ruling=ruling) for appeal in appeals)
    return run, len(staged)


def _without_known(rows: list[SourceAppeal], office_id: UUID) -> list[SourceAppeal]:
    """Rows whose year and number this office has not imported before (from another file, say)."""
    found = Appeal.objects.filter(
        office_id=office_id, register=REGISTER, number__in=[row.number for row in rows]
    )
    known = set(found.values_list("year", "number"))
    return [row for row in rows if row.key not in known]


def _write(rows: list[SourceAppeal], run: ImportRun, *, by: Actor, on: date) -> list[Appeal]:
    appeals = [_appeal(row, by) for row in rows]
    pairs = list(zip(appeals, rows, strict=True))
    started = [
        (appeal, *clocks.consideration(appeal, by=by, on=row.registered_on))
        for appeal, row in pairs
        if row.status == Status.REGISTERED
    ]
    for appeal, term, _ in started:
        appeal.due_on = term.due_on
    Term.objects.bulk_create(term for _, term, _ in started)
    TermEvent.objects.bulk_create(event for _, _, event in started)
    Appeal.objects.bulk_create(appeals)
    Applicant.objects.bulk_create(
        one for appeal, row in pairs for one in applicant_rows(appeal, row.entry.applicants)
    )
    for appeal, row in pairs:
        search.put(search_entry(appeal, row.entry.applicants))
    return appeals


def _appeal(row: SourceAppeal, by: Actor) -> Appeal:
    return Appeal(
        id=new_id(),
        register=REGISTER,
        year=row.registered_on.year,
        number=row.number,
        coupon=new_coupon(),
        office_id=by.office_id,
        region_id=by.region_id,
        registered_on=row.registered_on,
        registered_by_id=by.appointment_id,
        status=APPEAL.move("", POWER, row.status),
        closed_on=row.closed_on,
        **appeal_values(row.entry),
    )


def _entry(appeal: Appeal, run: ImportRun, *, by: Actor, on: date, ruling: Ruling) -> Entry:
    return journal.draft(
        office_id=appeal.office_id,
        action=POWER,
        subject_kind=KIND,
        subject_id=appeal.id,
        by=journal.JournalActor(by.person_id, by.appointment_id, by.office_id),
        ruling=ruling.as_json(),
        on=on,
        data={"run": run.id, "to": appeal.status, "registered_on": appeal.registered_on},
    )
