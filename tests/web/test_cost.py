"""What the frame costs: session, user and actor, whoever looks; a page before sign-in costs nothing."""

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from qadaga.offices.models import Office
from tests.web.conftest import make_hat, make_office


def test_the_frame_asks_the_database_three_times(
    staff: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    staff.get("/help/")
    with django_assert_num_queries(3):
        staff.get("/help/")


def test_more_appointments_cost_no_more(
    staff: Client, hat: object, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    staff.get("/help/")
    for number in range(5):
        make_hat(
            staff.get("/help/").wsgi_request.user,
            make_office(f"r{number}", "region", 2, Office.objects.get(code="gpo")),
        )
    with django_assert_num_queries(3):
        staff.get("/help/")


def test_the_sign_in_page_asks_nothing(
    client: Client, db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert client.get("/accounts/login/").status_code == 200
