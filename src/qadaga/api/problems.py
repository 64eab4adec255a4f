"""Where an error becomes an answer of the API: problem+json (RFC 9457) with code and citations."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language, gettext
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from qadaga.api import faults
from qadaga.authority.errors import NotPermitted
from qadaga.common.errors import FieldError, InvalidInput, QadagaError, Stale, filled
from qadaga.common.i18n import N_
from qadaga.law import wording
from qadaga.law.model import Missing, Ruling

CONTENT_TYPE = "application/problem+json"
_NOTHING = "default-src 'none'; frame-ancestors 'none'"

_PLAIN = {
    400: ("bad_request", N_("The request cannot be read. Check that the body is valid UTF-8 JSON.")),
    401: ("not_signed_in", N_("A valid token is needed: send it as “Authorization: Bearer …”.")),
    403: ("forbidden", N_("This is not permitted.")),
    404: ("not_found", N_("Nothing was found here: it does not exist, or it is outside your scope.")),
    405: ("method_not_allowed", N_("This address does not take that method.")),
    409: ("conflict", N_("The state of things does not allow this now.")),
    413: ("too_large", N_("The request is too large.")),
    415: ("unsupported_media_type", N_("Send the body as application/json.")),
    422: ("invalid_input", N_("Some of what was entered cannot be taken. See the fields.")),
    428: ("precondition_required", N_("Send If-Match with the ETag of the version that you read.")),
    500: ("server_error", N_("The fault is ours. It has been noted; try again in a moment.")),
    503: ("away", N_("The database is away for a moment. Nothing was done; send the same request again.")),
}


def say(message: str, data: Mapping[str, Any] | None = None) -> str:
    """A msgid in the reader's language, its placeholders filled."""
    return filled(gettext(message), data)


def problem(status: int, *, code: str = "", detail: str = "", **members: Any) -> HttpResponse:
    """A problem+json answer; `members` are added beside code, status and detail."""
    known_code, known_detail = _PLAIN.get(status, _PLAIN[400 if status < 500 else 500])
    body = {
        "type": f"urn:qadaga:problem:{code or known_code}",
        "status": status,
        "code": code or known_code,
        "title": detail or gettext(known_detail),
        **members,
    }
    answer = JsonResponse(body, status=status, content_type=CONTENT_TYPE)
    answer["Content-Language"] = language()
    # Some of these are made outside the middleware of the pages, which sets the headers of the rest.
    answer["Content-Security-Policy"] = _NOTHING
    answer["X-Frame-Options"] = "DENY"
    return answer


def unknown_caller() -> HttpResponse:
    """401: no token, or one that is not good (any more)."""
    answer = problem(401)
    answer["WWW-Authenticate"] = "Bearer"
    return answer


def language() -> str:
    """The language that the answer is written in: ru, kk or en."""
    return (get_language() or "ru")[:2]


def _field(fault: FieldError) -> dict[str, str]:
    return {"field": fault.field, "code": fault.code, "message": say(fault.message, fault.data)}


def of_error(error: QadagaError) -> HttpResponse:
    """The answer to an error that a service or selector raised."""
    members: dict[str, Any] = {}
    if isinstance(error, InvalidInput):
        members["errors"] = [_field(fault) for fault in error.fields]
    if isinstance(error, NotPermitted):
        members |= said(error.ruling)
    if "missing" in error.data:
        members["obstacles"] = [
            {"code": gap.code, "message": say(gap.message, gap.data)} for gap in error.data["missing"]
        ]
    if "clause" in error.data:
        members["clause"] = error.data["clause"]
    if isinstance(error, Stale):
        members["current_version"] = error.current_version
    return problem(error.status, code=error.code, detail=say(error.message, error.data), **members)


def said(ruling: Ruling) -> dict[str, Any]:
    """A ruling for programs, and what is missing in words, each with the clause that demands it."""
    return {"ruling": ruling.as_json(), "missing": [_gap(gap) for gap in ruling.missing]}


def _gap(gap: Missing) -> dict[str, str]:
    return {
        "code": gap.code,
        "message": wording.sentence(gap, language(), gettext),
        "clause": gap.citation.clause,
        "clause_title": wording.clause_title(gap.citation, language()),
    }


def register_handlers(api: NinjaAPI) -> None:
    """Answer every kind of error of `api` in the same form."""

    @api.exception_handler(QadagaError)
    def _qadaga(request: HttpRequest, error: QadagaError) -> HttpResponse:
        return of_error(error)

    @api.exception_handler(ValidationError)
    def _validation(request: HttpRequest, error: ValidationError) -> HttpResponse:
        return problem(422, errors=faults.of_validation(error.errors))

    @api.exception_handler(AuthenticationError)
    def _authentication(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
        return unknown_caller()

    @api.exception_handler(HttpError)
    def _http(request: HttpRequest, error: HttpError) -> HttpResponse:
        return problem(error.status_code)

    @api.exception_handler(Http404)
    def _missing(request: HttpRequest, error: Http404) -> HttpResponse:
        return problem(404)
