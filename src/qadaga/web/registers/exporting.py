"""Exports: asked for from a register, watched with a progress bar, fetched by their owner."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from qadaga.authority.lists import exports
from qadaga.authority.lists.models import ExportJob
from qadaga.documents.downloads import attachment
from qadaga.web.components import ProgressView
from qadaga.web.forms import BaseForm
from qadaga.web.registers import states
from qadaga.web.registers.listed import listed
from qadaga.web.registers.tasks import write_export
from qadaga.web.views import StaffRequest, staff_view


@require_POST
@staff_view
def start(request: StaffRequest, register: str) -> HttpResponse:
    """Ask for a file of the rows shown; a second click shows the same export."""
    shown = listed(register)
    state = states.read(shown.register, request.GET)
    ask = state.ask(shown.register.seen(request.actor, request.on))

    def act() -> str:
        job = exports.request(
            shown.register,
            values=state.values,
            ask=ask,
            office_id=state.office,
            by=request.actor,
            on=request.on,
        )
        # After the commit: a worker must not look for a job that is not there yet.
        transaction.on_commit(lambda: write_export.enqueue(str(job.id)))
        return reverse("exports:show", args=[job.id])

    outcome = BaseForm(request.POST).carry_out(request, act)
    return redirect(outcome.result if outcome else shown.url("list"))


@require_GET
@staff_view
def show(request: StaffRequest, job_id: UUID) -> HttpResponse:
    """How far the export has come; for htmx the progress bar only."""
    job = exports.owned(job_id, by=request.actor)
    template = "_components/progress.html" if request.htmx else "registers/export.html"
    register = listed(job.register)
    context = {"progress": progress(job), "id": "export", "title": _("Export: %(register)s")}
    context["title"] = _("Export: %(register)s") % {"register": _(register.register.title)}
    return render(request, template, {**context, "back_url": register.url("list")})


@require_GET
@staff_view
def download(request: StaffRequest, job_id: UUID) -> FileResponse:
    """The file, for its owner only."""
    job = exports.owned(job_id, by=request.actor)
    register = listed(job.register).register
    return attachment(exports.written(job, register, by=request.actor, on=request.on))


def progress(job: ExportJob) -> ProgressView:
    """The bar: how much of what is to be looked through has been."""
    done, failed = job.state == "done", job.state == "failed"
    percent = 100 if done else min(99, 100 * job.looked // max(job.expected, 1))
    return ProgressView(
        label=_("Export to a spreadsheet"),
        percent=percent,
        url=reverse("exports:show", args=[job.id]),
        done=done,
        failed=failed,
        detail=_detail(job),
        result_url=reverse("exports:download", args=[job.id]) if done else "",
        result_label=_("Download"),
    )


def _detail(job: ExportJob) -> str:
    if job.state == "failed":
        return _("The export could not be finished. Start it again from the register.")
    text = _("%(rows)s rows written.") % {"rows": job.rows}
    if job.limited:
        limit = _("Only the first %(most)s rows are in the file: narrow the filter for the others.")
        return f"{text} {limit % {'most': exports.MOST_ROWS}}"
    return text
