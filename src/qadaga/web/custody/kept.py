"""Check lists kept on a device: the page that needs no network, its worker, taking along, sending."""

import json
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

from qadaga import web
from qadaga.authority import NotPermitted
from qadaga.common import clock
from qadaga.common.errors import InvalidInput, QadagaError
from qadaga.supervision.custody import selectors, services
from qadaga.supervision.custody.choices import Standing, Verdict, Wrong
from qadaga.supervision.custody.models import Visit
from qadaga.web.components import date_text
from qadaga.web.custody.asked import GROUPS, source_text
from qadaga.web.custody.parcel import parcel_of
from qadaga.web.custody.wording import page_words
from qadaga.web.forms import words
from qadaga.web.names import LANGUAGES, language
from qadaga.web.rulings import reason_view
from qadaga.web.views import StaffRequest, staff_view

_WORKER = Path(web.__file__).parent / "static" / "qadaga" / "kept" / "worker.js"
SCOPE = "/visits/"
# What the page shows besides the files that it names itself.
_FILES = ("qadaga/icons.svg", "vendor/inter/inter-cyrillic.woff2", "vendor/inter/inter-latin.woff2")
View = Callable[..., HttpResponseBase]


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The page of kept lists, in the language asked for: the same for everybody, it says nothing of anybody.

    What it shows stands on the device. So it is open without a sign-in: a session may end far from any
    network, and what was written then must not be lost.
    """
    asked = request.GET.get("language", "")
    with override(asked if asked in LANGUAGES else language()):
        context = {
            "verdicts": Verdict.choices,
            "wrongs": Wrong.choices,
            "groups": GROUPS.items(),
            "words": json.dumps(page_words(), ensure_ascii=False),
            "files": " ".join(static(name) for name in _FILES),
        }
        return render(request, "custody/kept.html", context)


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The worker's script, which may serve the pages of visits and no others."""
    headers = {"Service-Worker-Allowed": SCOPE, "Cache-Control": "no-cache"}
    return HttpResponse(_script(), content_type="text/javascript; charset=utf-8", headers=headers)


@cache
def _script() -> bytes:
    return _WORKER.read_bytes()


@require_safe
@staff_view
def session(request: StaffRequest) -> HttpResponse:
    """In which appointment the person is signed in, and the token of what they send next."""
    return JsonResponse({"hat": str(request.actor.appointment_id), "token": get_token(request)})


def _told(view: View) -> View:
    """A refusal as JSON: a page of ours asks, not a person."""

    @wraps(view)
    def guarded(request: StaffRequest, pk: UUID) -> HttpResponseBase:
        try:
            return view(request, pk)
        except QadagaError as error:
            return JsonResponse({"detail": refusal(error)}, status=error.status)

    return guarded


@require_POST
@staff_view
@_told
def keep(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Take the list along: no more than the page needs. Who has it stands on the visit from now on."""
    services.keep(visit_id=pk, by=request.actor, on=request.on)
    visit = selectors.read_visit(request.actor, request.on, pk)
    return JsonResponse(bundle(visit, str(request.actor.appointment_id)))


@require_POST
@staff_view
@_told
def sync(request: StaffRequest, pk: UUID) -> HttpResponse:
    """What a device sends; by the key of each entry what became of it, and the page to go on to."""
    selectors.read_visit(request.actor, request.on, pk)
    parcel = parcel_of(request.body)
    done = services.sync(visit_id=pk, parcel=parcel, by=request.actor, on=request.on)
    if parcel.whole:
        _announce(request, done)
    told = {str(key): _result(one) for key, one in done.results.items()}
    detail = refusal(done.refused) if done.refused else ""
    return JsonResponse({"results": told, "next": _next(pk, done), "begun": done.begun, "detail": detail})


def _next(pk: UUID, done: services.Outcome) -> str:
    """The page to go on to: the choice between two answers first, then what another list asks besides."""
    if Standing.DISPUTED in _standings(done):
        return reverse("visits:step", args=[pk, "settle"])
    if done.relisted:
        return reverse("visits:step", args=[pk, "fill"])
    return reverse("visits:card", args=[pk])


def bundle(visit: Visit, owner: str) -> dict[str, Any]:
    """What the device gets of a visit: the place's name, the points, the answers; nobody's name."""
    asked = selectors.list_of(visit, clock.today())
    return {
        "visit": str(visit.id),
        "owner": owner,
        "place": visit.place.name(language()),
        "kind": visit.place.get_kind_display(),
        "day": str(date_text(visit.planned_on)),
        "list_version": asked.version,
        "items": [
            {"id": one.id, "group": one.group, "text": one.text[language()], "source": source_text(one)}
            for one in asked.items
        ],
        "answers": {
            one.item: {"verdict": one.verdict, "remark": one.remark, "version": one.version}
            for one in visit.answers.all()
        },
        "begun": visit.started_at is not None,
        "planned_on": visit.planned_on.isoformat(),
        "kept_at": clock.now().isoformat(),
        "sync": reverse("visits:sync", args=[visit.id]),
        "url": reverse("visits:card", args=[visit.id]),
    }


def refusal(error: QadagaError) -> str:
    """The refusal in a sentence or several, with the clauses where the law refused."""
    if isinstance(error, NotPermitted):
        reasons = [(reason_view(gap), gap.citation.clause) for gap in error.ruling.missing]
        return " ".join(f"{view.text} ({clause})." for view, clause in reasons)
    if isinstance(error, InvalidInput):
        return " ".join(words(fault) for fault in error.fields)
    return words(error)


def _result(one: services.Result) -> dict[str, str]:
    return {"detail": refusal(one.error)} if one.error else {"standing": one.standing}


def _standings(done: services.Outcome) -> list[str]:
    return [one.standing for one in done.results.values()]


def _announce(request: StaffRequest, done: services.Outcome) -> None:
    standings = _standings(done)
    taken, aside = standings.count(Standing.TAKEN), standings.count(Standing.SET_ASIDE)
    if taken:
        messages.success(request, _("Sent from the device and recorded: %(n)s.") % {"n": taken})
    if aside:
        text = _("Kept in the history only, for the visit was finished or the point passed on: %(n)s.")
        messages.warning(request, text % {"n": aside})
    if done.relisted:
        text = _("On the day of the visit another list was in force. Answer what is still open in it.")
        messages.warning(request, text)
    if beside := standings.count(Standing.OFF_LIST):
        text = _("Answers to points that its list does not have, kept under other answers on record: %(n)s.")
        messages.warning(request, text % {"n": beside})
