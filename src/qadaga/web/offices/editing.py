"""One page for every change of the structure: the ruling first, then the form, done once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from qadaga import authority
from qadaga.common.errors import Stale
from qadaga.law.model import Subject
from qadaga.web.components import Crumb
from qadaga.web.forms import BaseForm, VersionedForm
from qadaga.web.steps import refused_by_law
from qadaga.web.views import StaffRequest


@dataclass(frozen=True, slots=True)
class Change:
    """A change to make: the power it uses on what, how the page is called, and what does it.

    `act` does the change with the form's clean data and returns the address of the result. `current` gives
    what is there now, shown when somebody else was faster. `first`: the page of what has to be done before.
    `beside`: links that help to decide.
    """

    power: str
    subject: Subject | None
    title: str
    submit: str
    crumbs: Sequence[Crumb]
    act: Callable[[dict[str, Any]], str]
    current: Callable[[], Mapping[str, object]] = dict
    note: str = ""
    first: str = ""
    beside: Sequence[Crumb] = ()


def respond(request: StaffRequest, form: BaseForm, change: Change) -> HttpResponse:
    """The form's page, or after a good POST the page of the result. Raises NotPermitted with the ruling.

    What the law refuses only for what was entered is said over the form with its clauses; it stays typed.
    """
    ruling = authority.offered(request.actor, change.power, change.subject, request.on)
    if not ruling.allowed:
        raise authority.NotPermitted(ruling)
    if change.first and request.method != "POST":
        return redirect(change.first)
    status = HTTPStatus.OK
    if request.method == "POST":
        address, status = _carry_out(request, form, change)
        if address:
            return redirect(address)
    context = {"form": form, "page": change, "back": change.crumbs[-1].url}
    return render(request, "offices/form.html", context, status=status)


def _carry_out(request: StaffRequest, form: BaseForm, change: Change) -> tuple[str, HTTPStatus]:
    """The address of the result, or "" and the status of the page that says what is wrong."""
    try:
        outcome = form.carry_out(request, lambda: change.act(form.cleaned_data))
    except Stale as error:
        if not isinstance(form, VersionedForm):
            raise
        form.overtaken(error.current_version, change.current())
        form.add_error(None, _("Somebody else changed this meanwhile. Compare and save again."))
    except authority.NotPermitted as error:
        refused_by_law(form, error)
        return "", HTTPStatus.FORBIDDEN
    else:
        if outcome is not None:
            if outcome.fresh:
                messages.success(request, _("Saved."))
            return outcome.result, HTTPStatus.FOUND
    return "", HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
