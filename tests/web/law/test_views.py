"""The reference pages: every record opens, in every language, and says what holds on the day."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.utils.html import escape
from pytest_django import DjangoAssertNumQueries

from qadaga.accounts.models import User
from qadaga.law import catalogue
from qadaga.law.loading import Law
from qadaga.law.records import Text
from qadaga.staff.models import Appointment
from qadaga.web.law.sections import SECTIONS
from tests.staffing import make_office

EVERY = [(name, record) for name, one in SECTIONS.items() for record in one.records(catalogue.load())]
QUESTIONS = list(catalogue.load().questions)
CORE = [(name, record) for name, record in EVERY if name not in ("statuses",)]


def test_the_index_leads_to_every_section_and_question(staff: Client) -> None:
    page = staff.get("/law/").text
    for name, one in SECTIONS.items():
        assert (f'href="/law/{name}/"' in page) is bool(one.records(catalogue.load()))
    for topic in QUESTIONS:
        assert f'href="/law/questions/{topic}/"' in page


def test_what_is_asked_of_a_newcomer_is_told_plainly(staff: Client) -> None:
    page = staff.get("/law/questions/entry_requirements/").text
    for one in catalogue.load().requirements.values():
        assert str(escape(one.gist.ru)) in page
    posts, terms = staff.get("/law/posts/").text, staff.get("/law/terms/").text
    assert str(escape(catalogue.load().posts["assistant"].gist.ru)) in posts
    assert str(escape(catalogue.load().terms["inspection"].gist.ru)) in terms
    assert "30 календарных дней" in terms


def test_the_menu_names_the_law(staff: Client) -> None:
    assert 'href="/law/"' in staff.get("/").text


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_every_section_opens(staff: Client, user: User, language: str) -> None:
    User.objects.filter(pk=user.pk).update(language=language)
    for name, one in SECTIONS.items():
        page = staff.get(f"/law/{name}/")
        assert page.status_code == 200, name
        for record in one.records(catalogue.load()):
            assert f"/law/{name}/{record}/" in page.text, (name, record)


def test_every_record_opens_and_cites(staff: Client) -> None:
    for name, record in CORE:
        page = staff.get(f"/law/{name}/{record}/")
        assert page.status_code == 200, (name, record)
        if name not in ("sources", "provisions"):
            clause = SECTIONS[name].records(catalogue.load())[record].citations[0].clause
            assert f'href="/law/provisions/{clause}/"' in page.text, (name, record)


def test_a_record_costs_few_queries(
    staff: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for address in ("/law/", "/law/powers/", "/law/powers/act.sign/", "/law/provisions/O.15/"):
        staff.get(address)
        with django_assert_max_num_queries(8):
            staff.get(address)


def test_a_power_says_who_on_what_and_when_not(staff: Client, user: User) -> None:
    User.objects.filter(pk=user.pk).update(language="en")
    page = staff.get("/law/powers/act.sign/").text
    for said in ("Who", "On what", "Not when", "the head is in office on that day", "whoever replaces"):
        assert said in page
    assert 'href="/law/provisions/O.14.2/"' in page


def test_before_the_order_no_norm_is_in_force(staff: Client, user: User) -> None:
    User.objects.filter(pk=user.pk).update(language="en")
    page = staff.get("/law/powers/act.sign/?on=2017-11-02").text
    assert "no norm is in force" in page
    assert "it begins on 03.11.2017" in page
    assert "no norm is in force" not in staff.get("/law/powers/act.sign/?on=2017-11-03").text
    assert "no norm of this source is in force" in staff.get("/law/?on=2017-11-02").text


def test_an_unverified_figure_is_shown_so(staff: Client, user: User) -> None:
    User.objects.filter(pk=user.pk).update(language="en")
    assert "unverified" in staff.get("/law/terms/complaint_consider/").text
    assert "unverified" not in staff.get("/law/tasks/protect_rights/").text


def test_a_wrong_day_is_refused_with_its_reason(staff: Client) -> None:
    assert staff.get("/law/powers/?on=never").status_code == 422
    assert staff.get("/law/?on=1066-10-14").status_code == 422


@pytest.mark.parametrize("address", ["/law/nothing/", "/law/powers/nothing/", "/law/questions/nothing/"])
def test_what_is_not_there_is_not_found(staff: Client, address: str) -> None:
    assert staff.get(address).status_code == 404


@pytest.mark.parametrize("topic", QUESTIONS)
@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_each_question_is_answered(staff: Client, user: User, topic: str, language: str) -> None:
    User.objects.filter(pk=user.pk).update(language=language)
    page = staff.get(f"/law/questions/{topic}/")
    assert page.status_code == 200
    assert page.text.count("/law/provisions/") > 5


def test_the_page_follows_the_data_on_who_consents(
    staff: Client, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    User.objects.filter(pk=user.pk).update(language="en")
    law = catalogue.law()
    assert "the Senate of the Parliament" in _appointing(staff)
    changed = _with_another_consent(law)
    monkeypatch.setattr(catalogue, "law", lambda: changed)
    page = _appointing(staff)
    assert "the Assembly of the test" in page
    assert "the Senate of the Parliament" not in page


def test_the_page_of_a_protest_shows_both_readings(staff: Client, user: User) -> None:
    User.objects.filter(pk=user.pk).update(language="en")
    page = staff.get("/law/questions/what_is_a_protest/").text
    assert "an act of prosecutorial supervision" in page
    assert "an act of prosecutorial response" in page
    assert "/law/provisions/L.Q3/" in page


def test_the_system_of_offices_is_counted_from_the_tree(staff: Client, user: User, hat: Appointment) -> None:
    make_office("D", "district", make_office("R", "region", hat.office))
    User.objects.filter(pk=user.pk).update(language="en")
    assert "Offices on this day: 2." in staff.get("/law/questions/system_of_offices/").text
    assert "Offices on this day: 0." in staff.get("/law/questions/system_of_offices/?on=2019-12-31").text


def _appointing(staff: Client) -> str:
    return staff.get("/law/questions/prosecutor_general/").text


def _with_another_consent(law: Law) -> Law:
    """The law after a constitutional change: another body consents, as a new record of the data."""
    state = law.latest
    senate, post = state.authorities["senate"], state.posts["prosecutor_general"]
    body = replace(senate, id="assembly", title=senate.title._replace(en="the Assembly of the test"))
    posts = {**state.posts, post.id: replace(post, consent_of="assembly")}
    authorities = {**state.authorities, "assembly": body}
    changed = replace(state, start=date(2026, 1, 1), posts=posts, authorities=authorities)
    return Law((*law.states[:-1], replace(state, end=date(2026, 1, 1)), changed))


def test_a_new_question_is_a_page_by_data_alone(
    staff: Client, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    User.objects.filter(pk=user.pk).update(language="en")
    law = catalogue.law()
    asked = replace(
        law.latest.questions["entry_requirements"],
        id="who_signs",
        title=Text("Кто подписывает?", "Кім қол қояды?", "Who signs?"),
        clauses=("O.15", "O.14.2"),
        shows=("powers:act.sign", "terms:protest_consider"),
    )
    questions = {**law.latest.questions, "who_signs": asked}
    changed = Law((*law.states[:-1], replace(law.latest, questions=questions)))
    monkeypatch.setattr(catalogue, "law", lambda: changed)
    assert 'href="/law/questions/who_signs/"' in staff.get("/law/").text
    page = staff.get("/law/questions/who_signs/").text
    for said in (
        "Who signs?",
        "/law/provisions/O.15/",
        "/law/powers/act.sign/",
        "/law/terms/protest_consider/",
    ):
        assert said in page, said
