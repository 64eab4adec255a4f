"""The page of absences: its month, who stands in, days without a signer; cancelled and shortened."""

import html
import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from qadaga.offices.models import Office
from qadaga.organisation.careers.models import AbsenceChange
from qadaga.staff.models import Absence, Appointment
from tests.staffing import make_appointment, name_acting, send_away
from tests.web.offices.conftest import TODAY, SignIn

PAGE = "/personnel/absences/"


def _away(held: Appointment, first: int, back: int) -> Absence:
    return send_away(held.person, TODAY + timedelta(days=first), TODAY + timedelta(days=back))


@pytest.mark.clause("O.14.2", "O.15")
def test_a_month_tells_who_is_away_who_stands_in_and_when_nobody_signs(
    client: Client, head: Appointment, assistant: Appointment
) -> None:
    deputy = make_appointment(assistant.office, "deputy_district")
    _away(head, 0, 10)
    _away(assistant, -3, 2)
    page = client.get(PAGE).content.decode()
    assert "никто не назначен" in page
    assert all(day in page for day in ("15.07.2026", "24.07.2026"))  # days without a signer, both included
    name_acting(deputy, TODAY, TODAY + timedelta(days=10))
    page = client.get(PAGE).content.decode()
    assert deputy.person.name in page
    assert "Во все дни месяца есть кому подписать" in page
    assert "Во все дни" in client.get(PAGE, {"month": "2026-09"}).content.decode()


def test_a_region_sees_those_below_and_an_assistant_nothing(
    head: Appointment, region: Office, beside: Office, assistant: Appointment, sign_in: SignIn
) -> None:
    far = make_appointment(beside, "assistant")
    _away(far, 0, 1)
    _away(assistant, 0, 1)
    above = sign_in(region, "regional_prosecutor")
    page = above.get(PAGE).content.decode()
    assert all(held.person.name in page for held in (far, assistant))
    page = above.get(PAGE, {"month": "2026-07", "office": beside.code}).content.decode()
    assert assistant.person.name not in page
    here = sign_in(head.office, "district_prosecutor", head).get(PAGE).content.decode()
    assert far.person.name not in here
    assert sign_in(beside, "assistant", far).get(PAGE).status_code == 403


def test_bad_questions_are_told_and_the_cost_does_not_grow(client: Client, assistant: Appointment) -> None:
    assert client.get(PAGE, {"month": "July"}).status_code == 422
    assert client.get(PAGE, {"office": "nowhere"}).status_code == 422
    assert client.get(PAGE, {"appointment": "x"}).status_code == 404
    assert client.get(PAGE, {"appointment": str(assistant.id)}).status_code == 302

    def cost(count: int) -> int:
        for _ in range(count):
            _away(make_appointment(assistant.office, "prosecutor"), 0, 3)
        with CaptureQueriesContext(connection) as asked:
            client.get(PAGE)
        return sum(one["sql"].lstrip().upper().startswith(("SELECT", "(")) for one in asked)

    client.get(PAGE)
    assert cost(1) == cost(120) <= 8
    page = client.get(PAGE).content.decode()
    following = re.search(r'href="([^"]*cursor=[^"]+)"', page)
    assert following is not None
    later = client.get(PAGE + html.unescape(following[1])).content.decode()
    assert [shown.count("/back/") for shown in (page, later)] == [100, 21]
    assert client.get(PAGE, {"cursor": "x"}).status_code == 422


def test_an_absence_to_come_is_cancelled_and_one_begun_shortened_with_a_reason(
    client: Client, assistant: Appointment
) -> None:
    later, now = _away(assistant, 20, 30), _away(assistant, -3, 10)
    at = f"/offices/appointments/{assistant.id}/absence/"
    assert client.post(f"{at}{later.pk}/cancel/", {"reason": ""}).status_code == 422
    assert client.post(f"{at}{now.pk}/cancel/", {"reason": "Отозван"}).status_code == 409
    assert client.post(f"{at}{later.pk}/cancel/", {"reason": "Отозван"}).status_code == 302
    back = {"ends_on": "2026-07-16", "reason": "Выздоровел"}
    assert client.post(f"{at}{now.pk}/back/", back).status_code == 302
    assert list(Absence.objects.values_list("ends_on", flat=True)) == [date(2026, 7, 16)]
    kept = AbsenceChange.objects.order_by("id").values_list("cancelled", "reason", "until")
    assert list(kept) == [(True, "Отозван", None), (False, "Выздоровел", date(2026, 7, 16))]
