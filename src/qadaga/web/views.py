"""What every page of the staff stands on: who is signed in, in which hat, on which day."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Concatenate, ParamSpec, cast
from urllib.parse import quote
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django_htmx.middleware import HtmxDetails

from qadaga.accounts.models import User
from qadaga.authority.actor import Actor
from qadaga.authority.actors import actor_for
from qadaga.common import clock
from qadaga.staff import selectors as staff
from qadaga.web import doors, hats

P = ParamSpec("P")


class StaffRequest(HttpRequest):
    """A request of a signed-in person in a hat: `actor` acts on the day `on`."""

    user: User
    actor: Actor
    on: date
    htmx: HtmxDetails


StaffView = Callable[Concatenate[StaffRequest, P], HttpResponseBase]


def staff_view(view: StaffView[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Sign-in and a hat are needed; the view gets `request.actor` and `request.on`."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        away = signed_in_or_away(request)
        if away is not None:
            return away
        signed_in = cast(StaffRequest, request)
        signed_in.on = clock.today()
        actor = _actor(signed_in)
        if actor is None:
            return _go(signed_in, reverse("accounts:choose_hat"))
        signed_in.actor = actor
        with doors.read_by(actor, signed_in.on):
            return view(signed_in, *args, **kwargs)

    return cast(Callable[Concatenate[HttpRequest, P], HttpResponseBase], guarded)


def signed_in_or_away(request: HttpRequest) -> HttpResponse | None:
    """None when the person is signed in and may go on, else the answer that sends them on."""
    if not request.user.is_authenticated:
        return _go(request, f"{reverse(settings.LOGIN_URL)}?next={quote(request.get_full_path(), safe='/')}")
    if request.user.must_change_password:
        return _go(request, reverse("account_change_password"))
    return None


def _actor(request: StaffRequest) -> Actor | None:
    appointment = hats.worn(request) or _only_hat(request)
    if appointment is None:
        return None
    actor = actor_for(appointment, request.on)
    if actor is None or actor.user_id != request.user.pk:
        hats.take_off(request)
        return None
    return actor


def _only_hat(request: StaffRequest) -> UUID | None:
    # Whoever holds one appointment only is not asked which.
    own = list(staff.hats_of(request.user.pk, request.on)[:2])
    if len(own) != 1:
        return None
    hats.put_on(request, own[0])
    return hats.worn(request)


def _go(request: HttpRequest, url: str) -> HttpResponse:
    # A fragment must not be filled with the sign-in page: htmx is told to load it as a page.
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": url})
    return redirect(url)
