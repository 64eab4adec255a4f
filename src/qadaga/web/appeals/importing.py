"""The import of a register through pages: upload, check, errors, going in, the imports so far."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.db import transaction
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qadaga.appeals.importing import jobs
from qadaga.appeals.tasks import check_upload, write_upload
from qadaga.common.errors import Conflict
from qadaga.documents.downloads import attachment
from qadaga.web.appeals import import_presenter as presenter
from qadaga.web.components import Crumb
from qadaga.web.forms import BaseForm, words
from qadaga.web.views import StaffRequest, staff_view


class UploadForm(BaseForm):
    """The file of a register."""

    file = forms.FileField(
        label=gettext_lazy("The register, as XLSX or CSV"),
        help_text=gettext_lazy(
            "The first row names the columns: number, date of registration, kind, summary, and others. "
            "Nothing is written until you say so."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@staff_view
def imports(request: StaffRequest) -> HttpResponse:
    """The office's imports, and the form that uploads a file to be checked."""
    past = jobs.of_office(by=request.actor, on=request.on)
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_bound:
        address = _upload(request, form)
        if address:
            return redirect(address)
    context = {
        "title": _("Import of a register"),
        "subtitle": _("An earlier register of this office goes in whole, or not at all."),
        "crumbs": [Crumb(_("Appeals"), reverse("appeals:list"))],
        "form": form,
        "past": presenter.past(past),
        "columns": presenter.columns(),
    }
    return render(request, "appeals/imports.html", context, status=422 if form.errors else 200)


def _upload(request: StaffRequest, form: UploadForm) -> str:
    def act() -> str:
        job = jobs.upload(form.cleaned_data["file"], by=request.actor, on=request.on)
        # After the commit: a worker must not look for a job that is not there yet.
        transaction.on_commit(lambda: check_upload.enqueue(str(job.id)))
        return reverse("appeals:import", args=[job.id])

    try:
        outcome = form.carry_out(request, act)
    except Conflict as error:
        form.add_error(None, words(error))
        return ""
    return outcome.result if outcome else ""


@require_GET
@never_cache
@staff_view
def show(request: StaffRequest, job_id: UUID) -> HttpResponse:
    """How far one import has come, its errors or its result; for htmx what changes while it runs."""
    job = jobs.job_of(job_id, by=request.actor, on=request.on)
    context: dict[str, Any] = {
        "title": job.file.name,
        "subtitle": job.get_state_display(),
        "crumbs": [Crumb(_("Import of a register"), reverse("appeals:imports"))],
        "job": presenter.shown(job, jobs.imported_before(job)),
        "token": BaseForm()["submission"],
    }
    template = "appeals/_import.html" if request.htmx else "appeals/import.html"
    return render(request, template, context)


@require_POST
@staff_view
def write(request: StaffRequest, job_id: UUID) -> HttpResponse:
    """Say that the checked file goes in; a second click shows the same import."""

    def act() -> str:
        job = jobs.go_on(job_id, by=request.actor, on=request.on)
        transaction.on_commit(lambda: write_upload.enqueue(str(job.id)))
        return reverse("appeals:import", args=[job.id])

    outcome = BaseForm(request.POST).carry_out(request, act)
    return redirect(outcome.result if outcome else reverse("appeals:import", args=[job_id]))


@require_GET
@staff_view
def errors(request: StaffRequest, job_id: UUID) -> FileResponse:
    """Every error of the file as a table: row, column, reason."""
    return attachment(jobs.file_of_faults(jobs.job_of(job_id, by=request.actor, on=request.on)))
