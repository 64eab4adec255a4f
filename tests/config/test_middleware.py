"""Every answer carries the request's id; a stranger's id is taken over only when it is one."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from qadaga.config.middleware import HEADER, RequestIdMiddleware


def answer(given: str | None = None) -> str:
    headers = {} if given is None else {HEADER: given}
    request = RequestFactory().get("/", headers=headers)
    return RequestIdMiddleware(_empty)(request)[HEADER]


def _empty(request: HttpRequest) -> HttpResponse:
    assert request.request_id  # type: ignore[attr-defined]  # set by the middleware under test
    return HttpResponse()


def test_each_request_gets_an_id_of_its_own() -> None:
    assert len({answer(), answer(), answer()}) == 3


def test_a_proxys_id_is_taken_over() -> None:
    assert answer("0f8fad5b-d9cb-469f-a165-70867728950e") == "0f8fad5b-d9cb-469f-a165-70867728950e"


@pytest.mark.parametrize(
    "given", ["short", "x" * 65, "with space in it", "line\nbreak-line", "имя-заявителя"]
)
def test_what_could_forge_a_log_line_is_not(given: str) -> None:
    assert answer(given) != given
