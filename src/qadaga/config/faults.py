"""The last answer: what nobody else answered, in the form the asker reads."""

import sys
from http import HTTPStatus

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from qadaga.api.problems import problem
from qadaga.web import errors

# The supervisor brings a fallen database back in about this many seconds.
RETRY_AFTER = "5"


def server_fault(request: HttpRequest) -> HttpResponse:
    """503 while the database is away (come again: nothing was done), 500 for what is our fault.

    Django calls this while it handles the exception, which is why it can be looked at.
    """
    away = isinstance(sys.exc_info()[1], OperationalError | InterfaceError)
    status = HTTPStatus.SERVICE_UNAVAILABLE if away else HTTPStatus.INTERNAL_SERVER_ERROR
    response = problem(status) if request.path.startswith("/api/") else errors.fault(request)
    response.status_code = status
    if away:
        response["Retry-After"] = RETRY_AFTER
    return response
