"""One's own account: hat, language, brightness, tokens."""

from urllib.parse import urlsplit

from django.http import QueryDict
from django.test import Client

from qadaga.accounts.models import ApiToken, User
from qadaga.offices.models import Office
from qadaga.staff.models import Appointment
from tests.web.conftest import PASSWORD, make_hat, make_office


def test_a_stranger_is_sent_to_the_sign_in_page(client: Client, db: None) -> None:
    answer = client.get("/account/")
    assert answer.status_code == 302
    assert answer["Location"] == "/accounts/login/?next=/account/"


def test_the_page_asked_for_is_remembered_with_all_its_filters(client: Client, db: None) -> None:
    answer = client.get("/appeals/?kind=complaint&next=//evil.example&sort=due")
    query = QueryDict(urlsplit(answer["Location"]).query)
    assert query.getlist("next") == ["/appeals/?kind=complaint&next=//evil.example&sort=due"]


def test_a_fragment_is_not_filled_with_the_sign_in_page(client: Client, db: None) -> None:
    answer = client.get("/account/", headers={"HX-Request": "true"})
    assert answer["HX-Redirect"].startswith("/accounts/login/")


def test_one_appointment_is_put_on_without_asking(client: Client, user: User, hat: Appointment) -> None:
    answer = client.post("/accounts/login/", {"login": "INKAR", "password": PASSWORD}, follow=True)
    assert answer.status_code == 200
    assert "Office gpo" in answer.text or "Прокуратура gpo" in answer.text


def test_of_two_appointments_the_person_chooses(client: Client, user: User, hat: Appointment) -> None:
    other = make_hat(user, make_office("almaty", "region", 2, hat.office), "head_of_division")
    client.force_login(user)
    asked = client.get("/account/hat/")
    assert asked.text.count("q-choice") >= 2
    answer = client.post("/account/hat/", {"appointment": str(other.pk), "next": "/account/"}, follow=True)
    assert "Прокуратура almaty" in answer.text


def test_nobody_puts_on_another_persons_hat(staff: Client) -> None:
    stranger = User.objects.create_user("other", PASSWORD)
    theirs = make_hat(stranger, make_office("aktau", "region", 2, Office.objects.get()))
    assert staff.post("/account/hat/", {"appointment": str(theirs.pk)}).status_code == 404
    assert staff.post("/account/hat/", {"appointment": "junk\0"}).status_code == 404


def test_the_language_is_kept_for_the_person(staff: Client, user: User) -> None:
    staff.post("/account/language/", {"language": "kk", "next": "/account/"})
    user.refresh_from_db()
    assert user.language == "kk"
    assert '<html lang="kk"' in staff.get("/account/").text


def test_an_outside_address_is_not_gone_to(staff: Client) -> None:
    answer = staff.post("/account/language/", {"language": "ru", "next": "https://evil.example/"})
    assert answer["Location"] == "/"


def test_the_brightness_is_kept(staff: Client, user: User) -> None:
    assert staff.post("/account/theme/", {"theme": "dark"}).status_code == 204
    user.refresh_from_db()
    assert user.theme == "dark"
    assert 'data-bs-theme="dark"' in staff.get("/account/").text
    assert staff.post("/account/theme/", {"theme": "purple"}).status_code == 422


def test_a_token_is_shown_once_and_can_be_ended(staff: Client) -> None:
    page = staff.get("/account/tokens/")
    submission = page.context["form"]["submission"].value()
    values = {"name": "Export", "expires_at": "2027-01-01", "submission": submission}
    made = staff.post("/account/tokens/", values)
    assert "qdg_" in made.text
    again = staff.post("/account/tokens/", values)
    assert "qdg_" not in again.text
    token = ApiToken.objects.get()
    staff.post(f"/account/tokens/{token.pk}/revoke/")
    assert ApiToken.objects.get().revoked_at is not None


def test_bad_text_is_a_field_error(staff: Client) -> None:
    answer = staff.post("/account/tokens/", {"name": "a\0b", "expires_at": "2027-01-01"})
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
    assert "a\N{REPLACEMENT CHARACTER}b" in answer.text
