"""The page on which a new record of a register is entered: a step without a card yet."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from qadaga.authority import NotPermitted
from qadaga.law.model import Ruling
from qadaga.web.components import Crumb
from qadaga.web.rulings import ruling_view
from qadaga.web.steps import StepForm, refused_by_law
from qadaga.web.views import StaffRequest


def entry_page(
    request: StaffRequest,
    form: StepForm,
    ruling: Ruling,
    perform: Callable[[], str],
    *,
    title: str,
    register: Crumb,
    text: str = "",
    beside: tuple[Crumb, ...] = (),
) -> HttpResponseBase:
    """The form, or once it is carried out the card that `perform` gives the address of.

    `beside` are other pages of the register that enter something. Whom the law lets enter nothing at all gets
    no form (NotPermitted); what was entered and the law refuses is said over it, with what was typed.
    """
    if not ruling.allowed:
        raise NotPermitted(ruling)
    refused: NotPermitted | None = None
    if request.method == "POST":
        try:
            done = form.carry_out(request, perform)
        except NotPermitted as error:
            refused_by_law(form, refused := error)
        else:
            if done is not None:
                return redirect(done.result)
    context: dict[str, Any] = {
        "step": {
            "button": _("Save"),
            "text": text or _("The law looks whether your office is competent for it."),
        },
        "form": form,
        "title": title,
        "record_name": register.label,
        "crumbs": [register, *beside],
        "back": register.url,
        "ruling": ruling_view(refused.ruling if refused else ruling),
    }
    return render(request, "cards/step.html", context, status=_status(form, refused))


def _status(form: StepForm, refused: NotPermitted | None) -> int:
    if refused is not None:
        return refused.status
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
