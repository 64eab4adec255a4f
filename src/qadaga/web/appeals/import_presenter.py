"""Imports as their pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from qadaga.appeals.importing import columns as layout
from qadaga.appeals.importing.jobs import Past
from qadaga.appeals.kinds import ImportJobState
from qadaga.appeals.models import ImportJob, ImportRun
from qadaga.web.components import Column, Empty, ProgressView, Row, Table, date_text, link

RUNNING = (ImportJobState.WAITING, ImportJobState.CHECKING, ImportJobState.WRITING)


@dataclass(frozen=True, slots=True)
class JobView:
    """One import: what is said of it, a bar while it runs, its errors, and what can be done next."""

    id: str
    url: str
    text: str
    running: bool
    good: bool
    progress: ProgressView | None
    faults: Table | None
    more: str
    errors_url: str
    write_url: str
    write_label: str
    register_url: str


def past(rows: Iterable[Past]) -> Table:
    """The office's imports, the newest first."""
    drawn = [
        Row(
            cells=(
                link(reverse("appeals:import", args=[one.job_id]), one.name) if one.job_id else one.name,
                date_text(one.on),
                one.by,
                one.state,
                str(one.rows),
                str(one.faults),
                str(one.imported),
                str(one.known),
            ),
            tone="danger" if one.faults else "neutral",
        )
        for one in rows
    ]
    columns = [
        Column(_("File")),
        Column(_("When"), "q-date"),
        Column(_("Who")),
        Column(_("State")),
        Column(_("Rows")),
        Column(_("Errors")),
        Column(_("Imported")),
        Column(_("Known before")),
    ]
    empty = Empty(_("Nothing has been imported yet"), _("Upload the office's earlier register above."))
    return Table(_("Imports of this office"), columns, drawn, empty)


def columns() -> str:
    """The headings that no register can do without, as people write them."""
    return ", ".join(f"«{layout.TABLE.example(name)}»" for name in layout.TABLE.required)


def shown(job: ImportJob, before: ImportRun | None) -> JobView:
    """Everything the page says of one import."""
    running, refused = job.state in RUNNING, job.state in (ImportJobState.REFUSED, ImportJobState.FAILED)
    ready = job.state in (ImportJobState.CHECKED, ImportJobState.FAILED) and bool(job.rows)
    writable = ready and not job.fault_count and before is None
    return JobView(
        id=str(job.id),
        url=reverse("appeals:import", args=[job.id]),
        text=_text(job, before),
        running=running,
        good=not job.fault_count and not refused,
        progress=_progress(job) if running else None,
        faults=_faults(job) if job.faults and not refused else None,
        more=_more(job),
        errors_url=reverse("appeals:import_errors", args=[job.id]) if job.error_file_id else "",
        write_url=reverse("appeals:import_write", args=[job.id]) if writable else "",
        write_label=_("Import %(rows)s rows") % {"rows": job.rows},
        register_url=reverse("appeals:list") if job.state == ImportJobState.DONE else "",
    )


def _text(job: ImportJob, before: ImportRun | None) -> str:
    if job.state == ImportJobState.FAULTY:
        return _faulty(job)
    if job.state in (ImportJobState.REFUSED, ImportJobState.FAILED):
        return _stopped(job)
    if job.state == ImportJobState.DONE:
        return _done(job)
    if job.state == ImportJobState.CHECKED and before is not None:
        return _("This very file was imported on %(day)s; importing it again would add nothing.") % {
            "day": date_text(before.started_on)
        }
    if job.state == ImportJobState.CHECKED:
        return _("%(rows)s rows were checked and have no errors. Nothing is written yet.") % {
            "rows": job.rows
        }
    return ""


def _faulty(job: ImportJob) -> str:
    said = ngettext(
        "%(rows)s rows were checked: %(count)s cell cannot be taken. Nothing was imported. "
        "Correct the file and upload it again.",
        "%(rows)s rows were checked: %(count)s cells cannot be taken. Nothing was imported. "
        "Correct the file and upload it again.",
        job.fault_count,
    )
    return said % {"rows": job.rows, "count": job.fault_count}


def _stopped(job: ImportJob) -> str:
    reasons: Sequence[str] = [str(one["reason"]) for one in job.faults]
    if reasons:
        return " ".join(reasons)
    return _("The import stopped. What went in stays; go on, and the rest follows, nothing twice.")


def _done(job: ImportJob) -> str:
    said = _("Imported: %(imported)s; known before: %(known)s.") % {
        "imported": job.imported,
        "known": job.known,
    }
    nothing = _("Everything was here already: nothing was added.")
    return said if job.imported else f"{said} {nothing}"


def _faults(job: ImportJob) -> Table:
    rows = [Row((str(one["line"]), one["column"], one["reason"])) for one in job.faults]
    return Table(_("Errors"), [Column(_("Row")), Column(_("Column")), Column(_("Reason"))], rows)


def _more(job: ImportJob) -> str:
    hidden = job.fault_count - len(job.faults)
    if hidden <= 0:
        return ""
    return _("The first %(shown)s of %(all)s are shown; the file has all of them.") % {
        "shown": len(job.faults),
        "all": job.fault_count,
    }


def _progress(job: ImportJob) -> ProgressView:
    writing = job.state == ImportJobState.WRITING
    done = job.written if writing else job.rows
    said = _("%(done)s of %(rows)s rows written.") if writing else _("%(done)s rows checked.")
    return ProgressView(
        label=_("Importing") if writing else _("Checking the file"),
        percent=min(99, 100 * done // max(job.rows, 1)) if writing else 0,
        url=reverse("appeals:import", args=[job.id]),
        detail=said % {"done": done, "rows": job.rows},
    )
