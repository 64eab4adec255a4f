"""One's own address for a calendar program: make it, see it once, end it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from qadaga.accounts import calendars
from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.web.components import KeyValues, moment_text
from qadaga.web.forms import BaseForm, posted
from qadaga.web.views import StaffRequest, staff_view


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def index(request: StaffRequest) -> HttpResponse:
    """The address in the hat worn; a POST makes one, ends the one before it and shows it, once."""
    form = BaseForm(posted(request))
    shown: list[str] = []
    if request.method == "POST":
        form.carry_out(request, lambda: _make(request, shown))
    address = calendars.address_of(request.user.pk, request.actor.appointment_id, clock.now())
    pairs = KeyValues(
        [
            (_("Made on"), moment_text(address.created_at)),
            (_("Valid until"), moment_text(address.expires_at)),
            (_("Read last"), moment_text(address.read_at)),
        ]
        if address
        else []
    )
    context = {"form": BaseForm(), "address": address, "pairs": pairs, "made": _made(request, shown)}
    return render(request, "account/calendar.html", context, status=422 if form.errors else 200)


def _make(request: StaffRequest, shown: list[str]) -> str:
    _address, secret = calendars.make(user=request.user, hat=_hat(request.actor), now=clock.now())
    shown.append(secret)
    return reverse("accounts:calendar")


def _hat(actor: Actor) -> calendars.Hat:
    return calendars.Hat(actor.person_id, actor.appointment_id, actor.office_id)


def _made(request: HttpRequest, shown: list[str]) -> dict[str, str]:
    """The address just made; for a calendar program to open only where nothing goes out in clear.

    `webcal:` has programs ask over HTTP first, and the secret is in what they ask for.
    """
    if not shown:
        return {}
    url = request.build_absolute_uri(reverse("calendar_feed", args=[shown[0]]))
    return {"url": url, "webcals": f"webcals:{url.partition(':')[2]}" if request.is_secure() else ""}


@require_POST
@staff_view
def revoke(request: StaffRequest) -> HttpResponse:
    """End the address at once."""
    calendars.revoke(user=request.user, hat=_hat(request.actor), now=clock.now())
    messages.success(request, _("The address is ended: calendar programs read nothing by it from now on."))
    return redirect("accounts:calendar")
