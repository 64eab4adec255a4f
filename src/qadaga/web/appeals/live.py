"""What is answered while somebody types: all by POST, so that nothing typed stands in an address."""

from uuid import UUID

from django.core.cache import cache
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qadaga.appeals import papers
from qadaga.appeals.kinds import AnswerOutcome, AnswerState
from qadaga.appeals.models import Answer
from qadaga.appeals.selectors import suggested_bodies
from qadaga.common.errors import InvalidInput, NotFound
from qadaga.common.identifiers import parse_bin, parse_iin
from qadaga.common.ids import new_id
from qadaga.common.text import is_writable
from qadaga.web.appeals import steps
from qadaga.web.appeals.earlier import beside, typed
from qadaga.web.appeals.forms.applicant import ApplicantForm
from qadaga.web.appeals.forms.entry import MOST_ROWS, rows_of
from qadaga.web.components import date_text
from qadaga.web.forms import words
from qadaga.web.names import language
from qadaga.web.views import StaffRequest, staff_view

_KEEP_SECONDS = 300
_MOST_TEXT = 40_000


@require_POST
@staff_view
def earlier(request: StaffRequest) -> HttpResponseBase:
    """Likely earlier appeals of the same applicant or on the same body, and applicants known by an IIN."""
    return render(request, "appeals/_earlier.html", beside(request, request.POST))


@require_POST
@staff_view
def number(request: StaffRequest) -> HttpResponseBase:
    """Whether an IIN or BIN can be right, as far as its digits tell."""
    iin, bin_ = typed(request, "-iin"), typed(request, "-bin")
    try:
        note = _number_note(iin, bin_, request)
        right = True
    except InvalidInput as error:
        note, right = " ".join(words(fault) for fault in error.fields), False
    return render(request, "appeals/_number.html", {"note": note, "right": right})


def _number_note(iin: str, bin_: str, request: StaffRequest) -> str:
    if iin:
        found = parse_iin(iin, on=request.on)
        born = found.birth_date
        return (
            _("The number is right. Born %(day)s.") % {"day": date_text(born)}
            if born
            else _("The number is right.")
        )
    if bin_:
        parse_bin(bin_)
        return _("The number is right.")
    return ""


@require_POST
@staff_view
def bodies(request: StaffRequest) -> HttpResponseBase:
    """Bodies of the register whose name or BIN begins with what is typed."""
    rows = suggested_bodies(typed(request, "body"))
    options = [(one.name(language()), one.bin or "") for one in rows]
    return render(request, "appeals/_bodies.html", {"options": options})


@require_POST
@staff_view
def row(request: StaffRequest) -> HttpResponseBase:
    """One more row for an applicant."""
    rows = rows_of(request.POST)
    if len(rows) >= MOST_ROWS:
        return HttpResponse()
    return render(
        request, "appeals/_applicant.html", {"row": ApplicantForm(row=max(rows) + 1), "removable": True}
    )


@require_POST
@staff_view
def removed_row(request: StaffRequest) -> HttpResponseBase:
    """Nothing, in place of a row that is taken away."""
    return HttpResponse()


@require_POST
@staff_view
def preview(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """The answer as typed so far, as it will print: a frame whose address is an opaque number."""
    steps.find(request, pk)
    text, code = request.POST.get("text", ""), request.POST.get("language", "ru")
    if not text.strip() or not is_writable(text):
        return render(request, "appeals/_preview.html", {"url": ""})
    token = new_id()
    cache.set(_key(request, pk, token), (text[:_MOST_TEXT], code), _KEEP_SECONDS)
    return render(request, "appeals/_preview.html", {"url": reverse("appeals:previewed", args=[pk, token])})


@staff_view
def previewed(request: StaffRequest, pk: UUID, token: UUID) -> HttpResponseBase:
    """The paper of a preview, for its author and some minutes only."""
    appeal = steps.find(request, pk)
    kept = cache.get(_key(request, pk, token))
    if kept is None:
        raise NotFound
    text, code = kept
    answer = Answer(
        appeal=appeal,
        state=AnswerState.DRAFT,
        language=code if code in ("kk", "ru") else "ru",
        outcome=AnswerOutcome.EXPLAINED,
        text=text,
        challenge_office=appeal.office.parent or appeal.office,
        drafted_by_id=request.actor.appointment_id,
    )
    pdf = papers.answer(appeal, answer, appeal.applicants.order_by("position"), None)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = "inline"
    response["Cache-Control"] = "private, no-store"
    return response


def _key(request: StaffRequest, pk: UUID, token: UUID) -> str:
    return f"answer-preview:{request.user.pk}:{pk}:{token}"
