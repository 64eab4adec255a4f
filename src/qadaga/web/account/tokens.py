"""One's own API tokens: make one, see it once, end it."""

from datetime import datetime, time
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from qadaga.accounts import selectors
from qadaga.accounts import tokens as services
from qadaga.common import clock
from qadaga.web.account.forms import TokenForm
from qadaga.web.account.presenters import token_table
from qadaga.web.forms import posted
from qadaga.web.views import StaffRequest, staff_view


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def index(request: StaffRequest) -> HttpResponse:
    """The person's tokens; a POST makes one and shows its secret, once."""
    form = TokenForm(posted(request))
    secrets: list[str] = []
    if request.method == "POST":
        form.carry_out(request, lambda: _issue(request, form, secrets))
    table = token_table(selectors.tokens_of(request.user.pk, clock.now()), get_token(request))
    context = {
        "form": form if form.errors or not secrets else TokenForm(),
        "table": table,
        "secrets": secrets,
    }
    return render(request, "account/tokens.html", context, status=422 if form.errors else 200)


def _issue(request: StaffRequest, form: TokenForm, secrets: list[str]) -> str:
    _token, secret = services.issue(
        user=request.user,
        appointment_id=request.actor.appointment_id,
        name=form.cleaned_data["name"],
        expires_at=datetime.combine(form.cleaned_data["expires_at"], time(), clock.ZONE),
        now=clock.now(),
    )
    secrets.append(secret)
    return reverse("accounts:tokens")


@require_POST
@staff_view
def revoke(request: StaffRequest, token_id: UUID) -> HttpResponse:
    """End a token at once."""
    services.revoke(user=request.user, token_id=token_id, now=clock.now())
    messages.success(request, _("The token is ended: programs that use it are refused from now on."))
    return redirect("accounts:tokens")
