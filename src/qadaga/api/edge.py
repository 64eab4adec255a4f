"""The outer edge of the API: what fails before or beyond an endpoint is answered as problem+json too."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation

from qadaga.api.problems import CONTENT_TYPE, problem

ROOT = "/api/"
# What a form of one file adds around the file itself.
_ENVELOPE = 64 * 1024
_LANGUAGES = frozenset({"ru", "kk", "en"})


class ApiEdgeMiddleware:
    """Refuses bodies that are too large unread; puts every failure under /api/ into the one form.

    Stands outside the middleware of the pages, so that a page of theirs is replaced as well: unknown
    addresses and methods, broken encodings, faults.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer in the language asked for by Accept-Language, where it is one of ours."""
        if not request.path.startswith(ROOT):
            return self.get_response(request)
        with translation.override(asked_language(request) or settings.LANGUAGE_CODE):
            if _too_large(request):
                return problem(413)
            answer = self.get_response(request)
            return _in_form(answer) if answer.status_code >= 400 else answer


def asked_language(request: HttpRequest) -> str | None:
    """The first language of Accept-Language that the service speaks; None when it names none."""
    wanted = request.headers.get("Accept-Language", "")
    codes = (part.split(";")[0].strip()[:2].lower() for part in wanted.split(","))
    return next((code for code in codes if code in _LANGUAGES), None)


def _too_large(request: HttpRequest) -> bool:
    length = request.META.get("CONTENT_LENGTH") or "0"
    upload = request.content_type == "multipart/form-data"
    most = settings.DOCUMENT_MAX_BYTES + _ENVELOPE if upload else settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    return length.isdecimal() and int(length) > most


def _in_form(answer: HttpResponseBase) -> HttpResponseBase:
    if answer.headers.get("Content-Type", "").startswith(CONTENT_TYPE):
        return answer
    formed = problem(answer.status_code)
    for name in ("Allow", "WWW-Authenticate", "Retry-After"):
        if name in answer.headers:
            formed[name] = answer.headers[name]
    return formed
