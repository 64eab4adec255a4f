"""May I: the question in the address, the ruling step by step, the same as the kernel's."""

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from qadaga.accounts.models import User
from qadaga.law.model import Facts, Subject, Who
from qadaga.offices.models import Office
from qadaga.web.law.may_presenter import question_url
from tests.web.offices.conftest import SignIn, beside, district, region, sign_in, stopped_clock, top

__all__ = ["beside", "district", "region", "sign_in", "stopped_clock", "top"]
TODAY = date(2026, 7, 15)


@pytest.fixture
def deputy(district: Office, sign_in: SignIn) -> Client:
    client = sign_in(district, "deputy_district")
    User.objects.update(language="en")
    return client


def test_it_begins_with_ones_own_post(deputy: Client) -> None:
    page = deputy.get("/law/may/").text
    assert 'value="deputy_district" selected' in page
    assert "Refused: sign an act" in page
    assert "does not hold" in page
    assert 'href="/law/provisions/O.15/"' in page


def test_whoever_replaces_the_head_may_sign(deputy: Client) -> None:
    address = "/law/may/?power=act.sign&post=deputy_district&office=d&about=act&acting=on"
    assert "Allowed: sign an act" in deputy.get(address).text
    page = deputy.get(address + "&mark=head_present").text
    assert "Refused: sign an act" in page
    assert "only in the head&#x27;s absence" in page


def test_before_the_order_no_norm_is_in_force(deputy: Client) -> None:
    page = deputy.get("/law/may/?on=2017-11-02").text
    assert "No norm is in force on 02.11.2017" in page


def test_a_kind_of_office_may_be_asked_about(deputy: Client) -> None:
    page = deputy.get("/law/may/?power=act.sign&post=district_prosecutor&kind=garrison&sphere=transport").text
    assert "acts within its sphere only" in page
    page = deputy.get("/law/may/?power=act.sign&post=district_prosecutor&kind=garrison&sphere=military").text
    assert "Allowed: sign an act" in page


def test_only_what_the_power_looks_at_is_asked(deputy: Client) -> None:
    page = deputy.get("/law/may/?power=calendar.edit").text
    assert 'name="status"' not in page
    assert 'name="territory"' not in page
    assert 'name="ground"' in deputy.get("/law/may/?power=appeal.decline").text


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("office=nowhere", "No office has this name"),
        ("office=&post=assistant", "Name an office, or choose a kind of office"),
        ("territory=123", "KATO has no such unit"),
        ("on=1966-10-14", "Choose a day from 1991"),
        ("post=wizard&office=d", "Select a valid choice"),
        ("holder=office", "Name the office that holds it"),
    ],
)
def test_a_wrong_answer_is_said_beside_its_field(deputy: Client, query: str, said: str) -> None:
    page = deputy.get(f"/law/may/?{query}")
    assert page.status_code == 422
    assert said in page.text


def test_the_live_part_is_the_same_page_without_its_frame(deputy: Client) -> None:
    part = deputy.get("/law/may/?power=act.sign", headers={"HX-Request": "true"})
    assert "<html" not in part.text
    assert part["HX-Replace-Url"].startswith("/law/may/?power=act.sign&post=deputy_district&office=d")


def test_it_costs_few_queries(deputy: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    deputy.get("/law/may/")
    with django_assert_max_num_queries(8):
        deputy.get("/law/may/")


def test_facts_of_a_card_come_back_from_the_address(deputy: Client, district: Office, beside: Office) -> None:
    path, kato = ("t", "r", "d"), frozenset({"111000000"})
    who = Who("deputy_district", "d", "district", 3, path, frozenset(), kato, True)
    marks = frozenset({"conflict"})
    subject = Subject("act", "d2", ("t", "r", "d2"), "117000000", marks=marks)
    facts = Facts(who, "act.sign", subject, None)
    page = deputy.get(question_url(facts, TODAY))
    assert page.status_code == 200
    assert page.context["form"].facts() == facts
