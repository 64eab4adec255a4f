"""A draft as a Word document: asked for, watched with a progress bar, fetched."""

from uuid import UUID

from django.db import transaction
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qadaga.acts import word
from qadaga.acts.models import WordCopy
from qadaga.acts.selectors import read_act
from qadaga.common.errors import NotFound
from qadaga.documents.downloads import attachment
from qadaga.web.acts.tasks import write_word_copy
from qadaga.web.components import Crumb, ProgressView
from qadaga.web.views import StaffRequest, staff_view


@require_POST
@staff_view
def start(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """Ask for the document; a second click shows the same one."""
    with transaction.atomic():
        copy = word.ask(act_id=pk, by=request.actor, on=request.on)
        if copy.file_id is None:
            # After the commit: a worker must not look for a copy that is not there yet.
            transaction.on_commit(lambda: write_word_copy.enqueue(str(copy.id)))
    return redirect("acts:word_copy", pk, copy.id)


@staff_view
def show(request: StaffRequest, pk: UUID, copy_id: UUID) -> HttpResponse:
    """How far the document has come; for htmx the progress bar only."""
    act = read_act(request.actor, request.on, pk)
    copy = word.copy_of(act, copy_id)
    back = reverse("acts:card", args=[act.id])
    template = "_components/progress.html" if request.htmx else "acts/word.html"
    context = {
        "progress": _progress(act.id, copy),
        "id": "word",
        "title": _("As a Word document"),
        "subtitle": act.heading,
        "crumbs": [Crumb(act.number_text or act.heading, back)],
        "back_url": back,
    }
    return render(request, template, context)


@staff_view
def download(request: StaffRequest, pk: UUID, copy_id: UUID) -> HttpResponseBase:
    """The document."""
    copy = word.copy_of(read_act(request.actor, request.on, pk), copy_id)
    if copy.file is None:
        raise NotFound
    return attachment(copy.file)


def _progress(act_id: UUID, copy: WordCopy) -> ProgressView:
    done = copy.file_id is not None
    failed = _("The document could not be written. Ask for it again from the card.")
    return ProgressView(
        label=_("Writing the document"),
        percent=100 if done else 10,
        url=reverse("acts:word_copy", args=[act_id, copy.id]),
        done=done,
        failed=copy.failed,
        detail=failed if copy.failed else "",
        result_url=reverse("acts:word_file", args=[act_id, copy.id]) if done else "",
        result_label=_("Download"),
    )
