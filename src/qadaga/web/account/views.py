"""Pages of one's own account: the profile, the hat, the language and the brightness."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qadaga.accounts.models import Language, Theme
from qadaga.common import clock
from qadaga.common.errors import NotFound
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment
from qadaga.web import hats
from qadaga.web.account.presenters import hat_choices, profile_pairs
from qadaga.web.views import StaffRequest, signed_in_or_away, staff_view

_YEAR = 365 * 24 * 60 * 60


@require_GET
@staff_view
def profile(request: StaffRequest) -> HttpResponse:
    """Who one is here: person, hat, password, second factor, sessions, tokens."""
    return render(request, "account/profile.html", {"pairs": profile_pairs(request.actor, request.user)})


@require_http_methods(["GET", "HEAD", "POST"])
def choose_hat(request: HttpRequest) -> HttpResponseBase:
    """Choose the appointment to act under; a person with one is not asked."""
    away = signed_in_or_away(request)
    if away is not None:
        return away
    assert request.user.is_authenticated
    own = list(staff.hats_of(request.user.pk, clock.today()))
    if request.method == "POST":
        return _wear(request, {hat.pk: hat for hat in own})
    context = {"hats": hat_choices(own, hats.worn(request)), "next": _next(request, request.GET)}
    return render(request, "account/choose_hat.html", context)


def _wear(request: HttpRequest, own: dict[UUID, Appointment]) -> HttpResponse:
    chosen = own.get(_key(request.POST.get("appointment", "")))
    if chosen is None:
        raise NotFound
    hats.put_on(request, chosen)
    return redirect(_next(request, request.POST))


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise NotFound from error


@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Keep the language for the person, and in this browser for the sign-in page."""
    code = request.POST.get("language", "")
    response = redirect(_next(request, request.POST))
    if code in Language.values:
        if request.user.is_authenticated:
            request.user.language = code
            request.user.save(update_fields=["language"])
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, code, max_age=_YEAR, samesite="Lax", httponly=True)
    return response


@require_POST
def set_theme(request: HttpRequest) -> HttpResponse:
    """Keep the brightness for the person, and in this browser for the sign-in page."""
    theme = request.POST.get("theme", "")
    if theme not in Theme.values:
        return HttpResponse(status=422)
    if request.user.is_authenticated:
        request.user.theme = theme
        request.user.save(update_fields=["theme"])
    wants_page = request.POST.get("next") is not None
    response = redirect(_next(request, request.POST)) if wants_page else HttpResponse(status=204)
    response.set_cookie("theme", theme, max_age=_YEAR, samesite="Lax", httponly=True)
    if wants_page:
        messages.success(request, _("Saved."))
    return response


def _next(request: HttpRequest, data: QueryDict) -> str:
    wanted = data.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
        return wanted
    return reverse("home")
