"""The one handler of errors for pages: a refusal shows its clauses, a conflict the other side."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template import loader
from django.utils.translation import gettext as _

from qadaga.authority.errors import NotPermitted
from qadaga.common.errors import InvalidInput, QadagaError
from qadaga.common.text import is_writable
from qadaga.web.forms import words
from qadaga.web.rulings import ruling_view

_TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


class ErrorPagesMiddleware:
    """Turns every QadagaError into its page, or into a message when htmx asked for a part."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; an address that no database can hold is refused before it reaches one."""
        if not is_writable(request.path + "".join(v for values in request.GET.lists() for v in values[1])):
            return bad_request(request)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page of a refusal; anything else goes on to become the friendly page of a fault."""
        return answer(request, error) if isinstance(error, QadagaError) else None


def answer(request: HttpRequest, error: QadagaError) -> HttpResponse:
    """The page that tells what was wrong and what to do."""
    context: dict[str, Any] = {"title": _title(error.status), "text": words(error), "code": error.code}
    if isinstance(error, NotPermitted):
        context["ruling"] = ruling_view(error.ruling)
    if isinstance(error, InvalidInput):
        context["faults"] = [(fault.field, words(fault)) for fault in error.fields]
    return _respond(request, context, error.status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no such page, or nothing within the person's scope."""
    text = _("Nothing was found here: it does not exist, or it is outside your scope.")
    return _respond(request, {"title": _title(404), "text": text}, 404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400 for what cannot be read, 413 for what is too large."""
    if isinstance(exception, _TOO_LARGE):
        text = _("What was sent is too large. Attach large files one by one, and shorten the text.")
        return _respond(request, {"title": _title(413), "text": text}, 413)
    text = _("The address or what was sent with it cannot be read. Go back and try again.")
    return _respond(request, {"title": _title(400), "text": text}, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403 that no ruling stands behind."""
    return _respond(request, {"title": _title(403), "text": _("This is not open to you.")}, 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form is older than the session: nothing was done, and it can be sent again."""
    text = _(
        "The form was opened before you signed in, or in another browser. Nothing was done. Open it again."
    )
    return _respond(request, {"title": _("The form is out of date"), "text": text}, 403)


def fault(request: HttpRequest) -> HttpResponse:
    """500: our fault; this page asks nothing of the database, which may be the one that failed."""
    body = loader.render_to_string("errors/fault.html", {"theme": request.COOKIES.get("theme", "auto")})
    return HttpResponse(body, status=500)


def _respond(request: HttpRequest, context: dict[str, Any], status: int) -> HttpResponse:
    if request.headers.get("HX-Request") and hasattr(request, "user"):
        response = render(request, "errors/part.html", context, status=status)
        response["HX-Retarget"], response["HX-Reswap"] = "#toasts", "beforeend"
        return response
    if not hasattr(request, "user"):
        # Refused before it was asked who calls (a foreign Host): the frame of a page needs that.
        return HttpResponse(context["text"], content_type="text/plain; charset=utf-8", status=status)
    return render(request, "errors/page.html", context, status=status)


def _title(status: int) -> str:
    titles = {
        400: _("This cannot be read"),
        403: _("You may not do this"),
        404: _("Not found"),
        409: _("This cannot be done now"),
        412: _("Somebody else changed this"),
        413: _("Too large"),
        422: _("Something has to be put right"),
    }
    return titles.get(status) or HTTPStatus(status).phrase
