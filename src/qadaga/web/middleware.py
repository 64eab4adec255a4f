"""The language a person chose holds on every page, whatever their browser asks for."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation

from qadaga.web.names import LANGUAGES


class LanguageMiddleware:
    """The signed-in person's language, else the one this browser chose, else Russian."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer in the person's language and say so in the header."""
        code = self._language(request)
        with translation.override(code):
            request.LANGUAGE_CODE = code
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", code)
        return response

    def _language(self, request: HttpRequest) -> str:
        if request.user.is_authenticated:
            return request.user.language
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        return chosen if chosen in LANGUAGES else settings.LANGUAGE_CODE
