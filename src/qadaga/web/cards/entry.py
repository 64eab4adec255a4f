"""The page on which a new record of a register is entered: a step without a card yet."""

from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from qadaga.accounts.submissions import Outcome
from qadaga.authority import NotPermitted
from qadaga.common.errors import Conflict
from qadaga.law.model import Ruling
from qadaga.web.components import Crumb
from qadaga.web.forms import BaseForm, words
from qadaga.web.rulings import power_title, ruling_view
from qadaga.web.steps import refused_by_law
from qadaga.web.views import StaffRequest


def entry_page(
    request: StaffRequest,
    form: BaseForm,
    ruling: Ruling,
    perform: Callable[[], str],
    *,
    register: Crumb,
    title: str = "",
    text: str | None = None,
    button: str = "",
    done: str = "",
    beside: Iterable[Crumb] = (),
) -> HttpResponseBase:
    """The form, or once it is carried out the card that `perform` gives the address of.

    `title` and `button` are the power's title and "Save" where they are not said, `text` that the law looks
    whether the office is competent; `done` is said on the card, or that the thing is done. `beside` are other
    pages of the register that enter something. Whom the law lets enter nothing at all gets no form
    (NotPermitted); what was entered and the law or the state of things refuses is said over it, with what was
    typed.
    """
    if not ruling.allowed:
        raise NotPermitted(ruling)
    status = HTTPStatus.OK.value
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY.value
        try:
            outcome = form.carry_out(request, perform)
        except Conflict as error:
            form.add_error(None, words(error))
            status = error.status
        except NotPermitted as error:
            refused_by_law(form, error)
            ruling, status = error.ruling, error.status
        else:
            if outcome is not None:
                return _on_to(request, outcome, done or _done(title or power_title(ruling.power)))
    context: dict[str, Any] = {
        "step": {"button": button or _("Save"), "text": _competence() if text is None else text},
        "form": form,
        "title": title or power_title(ruling.power),
        "record_name": register.label,
        "crumbs": [register, *beside],
        "back": register.url,
        "ruling": ruling_view(ruling),
    }
    return render(request, "cards/step.html", context, status=status)


def _competence() -> str:
    return _("The law looks whether your office is competent for it.")


def _done(title: str) -> str:
    return _("Done: %(step)s.") % {"step": title}


def _on_to(request: StaffRequest, outcome: Outcome, done: str) -> HttpResponseBase:
    if outcome.fresh:
        messages.success(request, done)
    return redirect(outcome.result)
