"""The login of a colleague through pages: the password on the answer once, and nowhere else."""

import re

from qadaga.accounts.models import User
from qadaga.offices.models import Office
from qadaga.staff.models import Appointment
from tests.staffing import make_appointment
from tests.web.cards.test_walk import hidden
from tests.web.offices.conftest import SignIn

PASSWORD = re.compile(r"<code>((?:[a-z2-9]{4}-){3}[a-z2-9]{4})</code>")


def test_the_head_gives_resets_closes_and_opens(
    district: Office, head: Appointment, sign_in: SignIn, caplog
) -> None:
    client = sign_in(district, "district_prosecutor", head)
    officer = make_appointment(district, "assistant")
    card = f"/offices/people/{officer.person_id}/"
    assert f"{card}login/" in client.get(card).text
    form = hidden(client.get(f"{card}login/").text)
    sent = {**form, "username": "a.akhmetova"}
    answer = client.post(f"{card}login/", sent)
    password = PASSWORD.search(answer.text)
    assert password is not None
    assert "no-store" in answer["Cache-Control"]
    again = client.post(f"{card}login/", sent)
    assert again.status_code == 200
    assert PASSWORD.search(again.text) is None
    assert password[1] not in caplog.text
    page = client.get(card).text
    assert "login/reset/" in page
    assert "login/close/" in page
    reset = client.post(f"{card}login/reset/", hidden(client.get(f"{card}login/reset/").text))
    assert PASSWORD.search(reset.text)[1] != password[1]
    close = f"{card}login/close/"
    assert client.post(close, hidden(client.get(close).text)).status_code == 422
    assert client.post(close, {**hidden(client.get(close).text), "reason": "Уволен"}).status_code == 302
    assert not User.objects.get(username="a.akhmetova").is_active
    assert "login/reopen/" in client.get(card).text
    opened = client.post(f"{card}login/reopen/", hidden(client.get(f"{card}login/reopen/").text))
    assert PASSWORD.search(opened.text)


def test_an_assistant_reads_why_not(district: Office, sign_in: SignIn) -> None:
    client = sign_in(district, "assistant")
    officer = make_appointment(district, "senior_assistant")
    answer = client.get(f"/offices/people/{officer.person_id}/login/")
    assert answer.status_code == 403
    assert "O.13.3" in answer.text


def test_a_bad_name_stays_typed(district: Office, head: Appointment, sign_in: SignIn) -> None:
    client = sign_in(district, "district_prosecutor", head)
    officer = make_appointment(district, "assistant")
    url = f"/offices/people/{officer.person_id}/login/"
    answer = client.post(url, {**hidden(client.get(url).text), "username": "два слова"})
    assert answer.status_code == 422
    assert "два слова" in answer.text
