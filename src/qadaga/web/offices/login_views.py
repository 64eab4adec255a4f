"""The login of a colleague: given, reset, closed, opened again. A password is shown once, on the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from qadaga.common.errors import Conflict
from qadaga.organisation import logins
from qadaga.organisation.cards import hidden_beyond_reach
from qadaga.organisation.logins import Given
from qadaga.staff import selectors as staff
from qadaga.staff.models import Person
from qadaga.web.components import Crumb
from qadaga.web.forms import BaseForm, posted, words
from qadaga.web.views import StaffRequest, staff_view

_METHODS = ["GET", "HEAD", "POST"]


class GiveForm(BaseForm):
    """By which name the person signs in."""

    username = forms.CharField(
        label=gettext_lazy("User name"),
        max_length=64,
        help_text=gettext_lazy("Letters, digits and @ . + - _, for example a.akhmetova."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )


class CloseForm(BaseForm):
    """Why a login is closed."""

    reason = forms.CharField(label=gettext_lazy("Reason"), widget=forms.Textarea(attrs={"rows": 3}))


@dataclass(frozen=True, slots=True)
class Page:
    """What is to be done with a login: its title, what it says first, its button."""

    title: str
    note: str
    submit: str
    crumbs: list[Crumb]


@require_http_methods(_METHODS)
@never_cache
@staff_view
def give(request: StaffRequest, person_id: UUID) -> HttpResponse:
    """Give a login and show its one-time password once."""
    form = GiveForm(posted(request))
    page = (_("Give a login"), _shown_once(), _("Give the login"))
    return _with_password(
        request,
        person_id,
        form,
        page,
        lambda: logins.give(
            by=request.actor, on=request.on, person_id=person_id, username=form.cleaned_data["username"]
        ),
    )


@require_http_methods(_METHODS)
@never_cache
@staff_view
def reset(request: StaffRequest, person_id: UUID) -> HttpResponse:
    """Give a new one-time password; sessions end."""
    note = _("The person is signed out everywhere and programs with their tokens stop.")
    page = (_("Reset the password"), f"{note} {_shown_once()}", _("Make a new password"))
    form = BaseForm(posted(request))
    return _with_password(
        request,
        person_id,
        form,
        page,
        lambda: logins.reset(by=request.actor, on=request.on, person_id=person_id),
    )


@require_http_methods(_METHODS)
@never_cache
@staff_view
def reopen(request: StaffRequest, person_id: UUID) -> HttpResponse:
    """Open a closed login again with a new one-time password."""
    page = (_("Open the login again"), _shown_once(), _("Open the login"))
    form = BaseForm(posted(request))
    return _with_password(
        request,
        person_id,
        form,
        page,
        lambda: logins.reopen(by=request.actor, on=request.on, person_id=person_id),
    )


@require_http_methods(_METHODS)
@never_cache
@staff_view
def close(request: StaffRequest, person_id: UUID) -> HttpResponse:
    """Close the login; its sessions and tokens end at once."""
    person = _ruled(request, person_id)
    form = CloseForm(posted(request))
    note = _("The person is signed out everywhere at once. What they did stays under their name.")

    def act() -> str:
        logins.close(by=request.actor, on=request.on, person_id=person_id, reason=form.cleaned_data["reason"])
        return _card(person_id)

    if request.method == "POST":
        done = _carried_out(request, form, act)
        if done:
            messages.success(request, _("The login is closed."))
            return redirect(_card(person_id))
    return _page(request, person, form, (_("Close the login"), note, _("Close the login")))


def _with_password(
    request: StaffRequest,
    person_id: UUID,
    form: BaseForm,
    page: tuple[str, str, str],
    do: Callable[[], Given],
) -> HttpResponse:
    person, given = _ruled(request, person_id), list[Given]()

    def act() -> str:
        given.append(do())
        return _card(person_id)

    if request.method == "POST" and _carried_out(request, form, act):
        # The same form sent twice does it once, and the password is not kept to be shown again.
        context = {
            "title": page[0],
            "crumbs": [Crumb(person.name, _card(person_id))],
            "given": given[0] if given else None,
            "back": _card(person_id),
        }
        return render(request, "offices/login_given.html", context)
    return _page(request, person, form, page)


def _carried_out(request: StaffRequest, form: BaseForm, act: Callable[[], str]) -> bool:
    try:
        return form.carry_out(request, act) is not None
    except Conflict as error:
        form.add_error(None, words(error))
        return False


def _ruled(request: StaffRequest, person_id: UUID) -> Person:
    person = staff.person_by_id(person_id)
    with hidden_beyond_reach(by=request.actor, on=request.on, person=person):
        logins.require(person, request.actor, request.on)
    return person


def _page(request: StaffRequest, person: Person, form: BaseForm, page: tuple[str, str, str]) -> HttpResponse:
    title, note, submit = page
    shown = Page(title, note, submit, [Crumb(person.name, _card(person.id))])
    context = {"form": form, "page": shown, "back": _card(person.id)}
    return render(request, "offices/form.html", context, status=422 if form.errors else 200)


def _shown_once() -> str:
    return _("The password is shown once, is good for three days and is changed at the first sign-in.")


def _card(person_id: UUID) -> str:
    return reverse("offices:person", args=[person_id])
