"""Several questions in one statement: each with its own order, its own model's values, one query for all."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from qadaga.database.together import together
from qadaga.offices.models import Office
from qadaga.staff.models import Absence, Appointment
from tests.staffing import make_appointment, make_office, send_away

pytestmark = pytest.mark.django_db


def test_each_question_is_answered_in_its_order_as_its_model_would(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    top = make_office("b", "general")
    offices = [top, *(make_office(code, "region", top) for code in ("a", "c"))]
    held = make_appointment(offices[0], "prosecutor_general")
    away = send_away(held.person, date(2026, 9, 7), date(2026, 9, 9))
    rows, posts = Office.objects.order_by("code"), Appointment.objects.filter(office=offices[0])
    with django_assert_num_queries(1):
        found = together(offices=rows, late=rows.reverse()[:1], posts=posts, away=Absence.objects.all())
    assert [office.code for office in found["offices"]] == ["a", "b", "c"]
    assert [office.code for office in found["late"]] == ["c"]
    assert found["posts"] == [held]
    for got, known in ((found["posts"][0], held), (found["away"][0], away)):
        known.refresh_from_db()
        names = [field.attname for field in known._meta.concrete_fields]
        assert [getattr(got, name) for name in names] == [getattr(known, name) for name in names]


def test_a_question_without_a_possible_answer_is_not_asked(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(0):
        assert together(none=Office.objects.none(), few=Office.objects.filter(id__in=[])) == {
            "none": [],
            "few": [],
        }
