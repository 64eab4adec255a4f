"""The gallery of components, where `GALLERY` is set: while building, and in the tests."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from qadaga.common.errors import NotFound
from qadaga.web.gallery import samples
from qadaga.web.gallery.forms import SampleForm
from qadaga.web.views import StaffRequest, staff_view


@require_GET
@staff_view
def gallery(request: StaffRequest) -> HttpResponse:
    """Every component with sample data; a form as it comes and one sent back with errors."""
    if not settings.GALLERY:
        raise NotFound
    wrong = SampleForm({"applicant": "", "arrived_on": "31.02.2026", "language": "kk"}, auto_id="wrong_%s")
    context = {**samples.values(), "form": SampleForm(), "wrong": wrong}
    return render(request, "gallery/gallery.html", context)
