"""The one handler of errors: every refusal is a page that says why; a part of a page gets a message."""

from collections.abc import Callable

import pytest
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from qadaga.accounts.models import User
from qadaga.authority.errors import NotPermitted
from qadaga.common.errors import AlreadyDone, FieldError, InvalidInput, NotFound, QadagaError, Stale
from qadaga.law import catalogue
from qadaga.law.model import Missing, Ruling
from qadaga.web import errors


def refusal() -> NotPermitted:
    """A ruling that refuses to sign, by O.15."""
    norm = catalogue.load().cite("O.15")
    missing = Missing("officer", {"post": "registry_clerk"}, norm, "Only officers hold this power.")
    return NotPermitted(Ruling(False, "act.sign", "O@2017-11-03", (norm,), (missing,)))


@pytest.fixture
def request_() -> HttpRequest:
    """A request of nobody."""
    return make_request()


def make_request(**headers: str) -> HttpRequest:
    """A request with what the middlewares lay on it."""
    made = RequestFactory().get("/", headers=headers)
    made.user = User(language="ru")
    made.session = {}  # type: ignore[assignment]  # all that the frame asks of a session is get
    return made


@pytest.mark.parametrize(
    ("error", "status", "word"),
    [
        (NotFound(), 404, "ничего не найдено"),
        (AlreadyDone(), 409, "Сейчас это сделать нельзя"),
        (Stale(3), 412, "Это изменил кто-то другой"),
        (InvalidInput(FieldError("iin", "required", "This field must be filled in.")), 422, "исправить"),
    ],
)
def test_each_error_has_its_page(error: QadagaError, status: int, word: str, request_: HttpRequest) -> None:
    answer = errors.answer(request_, error)
    assert answer.status_code == status
    assert word in answer.text


def test_a_refusal_shows_its_clause(request_: HttpRequest) -> None:
    answer = errors.answer(request_, refusal())
    assert answer.status_code == 403
    assert "O.15" in answer.text
    assert "q-ruling-no" in answer.text


def test_a_part_of_a_page_gets_a_message() -> None:
    answer = errors.answer(make_request(**{"HX-Request": "true"}), refusal())
    assert answer["HX-Retarget"] == "#toasts"
    assert "<html" not in answer.text
    assert "O.15" in answer.text


def test_too_much_is_told_from_unreadable(request_: HttpRequest) -> None:
    assert errors.bad_request(request_, RequestDataTooBig()).status_code == 413
    assert errors.bad_request(request_).status_code == 400


@pytest.mark.parametrize("make", [errors.not_found, errors.forbidden, errors.csrf_failure])
def test_pages_without_an_exception(
    make: Callable[[HttpRequest], HttpResponse], request_: HttpRequest
) -> None:
    assert "q-errorpage" in make(request_).text


def test_a_fault_of_ours_asks_nothing_of_the_database(client: Client) -> None:
    answer = errors.fault(make_request())
    assert answer.status_code == 500
    assert "Ошибка на нашей стороне" in answer.text


@pytest.mark.parametrize("address", ["/account/%00/", "/account/?q=%00", "/help/a%00b/"])
def test_an_address_no_database_holds_is_refused(staff: Client, address: str) -> None:
    assert staff.get(address).status_code == 400


def test_an_unknown_address_keeps_the_frame(staff: Client) -> None:
    answer = staff.get("/nothing/at/all/")
    assert answer.status_code == 404
    assert 'id="q-sidebar"' in answer.text


def test_a_forged_form_is_refused(user: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/account/language/", {"language": "kk"})
    assert answer.status_code == 403
    assert "Форма устарела" in answer.text


def test_the_policy_allows_nothing_inline(staff: Client) -> None:
    answer = staff.get("/gallery/")
    policy = answer["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy
    assert " style=" not in answer.text
    assert "<style" not in answer.text
    assert " onclick" not in answer.text
    assert "<script>" not in answer.text


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
@pytest.mark.parametrize("path", ["/", "/api/v1/me"])
def test_a_foreign_host_is_refused_and_is_no_fault_of_ours(path: str, headers: dict[str, str]) -> None:
    answer = Client(headers={"Host": "evil.example", **headers}).get(path)
    assert answer.status_code == 400
    assert "evil.example" not in answer.content.decode()
