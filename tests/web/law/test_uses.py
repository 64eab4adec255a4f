"""Counts of use on the law's pages, the list behind a number, and whose powers a list shows."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from qadaga.accounts.models import User
from qadaga.authority.scope import scope_of
from qadaga.authority.uses import counting
from qadaga.common import clock
from qadaga.law import catalogue, coverage
from qadaga.matters.models import Term
from qadaga.matters.selectors import running
from qadaga.matters.selectors.running import Running, count_running, listed
from qadaga.web.law.places import OTHER, PARTS, part_of
from qadaga.web.law.power_filter import PowersForm
from qadaga.web.registers.listed import optional_url
from tests.casework import Town, assigned_matter, make_town, open_matter, served_protest, signed_protest

RULE = "protest_consider"


@pytest.fixture
def town(db: None, monkeypatch: pytest.MonkeyPatch) -> Town:
    """A district where two matters were opened today and a protest signed in one of them; counted."""
    town = make_town()
    open_matter(town, on=clock.today())
    signed_protest(town, assigned_matter(town, on=clock.today()), on=clock.today())
    counting.count(clock.now())
    return town


def seat(client: Client, town: Town, name: str) -> Client:
    user = User.objects.create_user(name, "korshau-bereke-2026", language="en")
    person = getattr(town, name).person
    person.user = user
    person.save(update_fields=["user"])
    client.force_login(user)
    return client


def test_a_power_says_how_often_and_opens_the_list(client: Client, town: Town) -> None:
    page = seat(client, town, "head").get("/law/powers/matter.open/").text
    assert "How often it is used" in page
    assert 'href="/law/powers/matter.open/uses/"' in page
    listed = client.get("/law/powers/matter.open/uses/").text
    assert listed.count('<a href="/matters/') >= 2
    assert 'href="/matters/"' in listed
    kinds = client.get("/law/act_kinds/protest/uses/").text
    assert '<a href="/acts/' in kinds


def test_an_office_beside_sees_none_of_it(client: Client, town: Town) -> None:
    page = seat(client, town, "neighbour").get("/law/powers/matter.open/").text
    assert "How often it is used" in page
    assert "uses/" not in page
    assert "No use of it is among the newest" in client.get("/law/powers/matter.open/uses/").text


def test_a_clause_adds_up_the_powers_that_rest_on_it_and_says_where_it_is_worked(
    client: Client, town: Town, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    seat(client, town, "head").get("/law/provisions/O.15/")
    with django_assert_max_num_queries(8):
        page = client.get("/law/provisions/O.15/").text
    assert "Altogether" in page
    assert "Where it is worked" in page
    assert 'href="/acts/"' in page
    assert "acts.services.signing.sign" in page
    with django_assert_max_num_queries(8):
        client.get("/law/powers/matter.open/uses/")


def test_a_term_says_how_many_run_and_are_late_and_lists_them(
    client: Client, town: Town, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    long_ago = clock.today() - timedelta(days=90)
    act = served_protest(town, assigned_matter(town, on=long_ago), on=long_ago)
    served_protest(town, assigned_matter(town, on=clock.today()), on=clock.today())
    head = seat(client, town, "head")
    address = "/law/terms/protest_consider/"
    head.get(address)
    with django_assert_max_num_queries(8):
        page = head.get(address).text
    assert "Terms of this kind that run now" in page
    assert f'href="{address}uses/"' in page
    assert count_running(scope_of(town.actor("head", clock.today()), clock.today()), RULE, clock.today()) == (
        Running(2, 1)
    )
    with django_assert_max_num_queries(8):
        listed = head.get(f"{address}uses/").text
    assert f'href="/acts/{act.id}/"' in listed
    assert listed.count("Overdue") == 1


def test_terms_beside_and_of_closed_registers_are_not_counted(town: Town) -> None:
    day = clock.today()
    act = served_protest(town, assigned_matter(town, on=day), on=day)

    def seen(who: str) -> tuple[Running, int]:
        scope = scope_of(town.actor(who, day), day)
        return count_running(scope, RULE, day), len(listed(scope, RULE).rows)

    assert seen("head") == seen("region_head") == (Running(1, 0), 1)
    assert seen("neighbour") == (Running(), 0)
    Term.objects.filter(subject_id=act.id).update(subject_kind="operative_case")
    assert seen("head") == seen("region_head") == (Running(), 0)


def test_the_running_terms_are_paged_there_and_back_without_a_gap(
    client: Client, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "SHOWN", 2)
    day = clock.today()
    matter = assigned_matter(town, on=day)
    acts = [served_protest(town, matter, on=day).id for _ in range(5)]
    for who in ("head", "region_head"):
        scope = scope_of(town.actor(who, day), day)
        pages = [listed(scope, RULE)]
        while pages[-1].next:
            pages.append(listed(scope, RULE, pages[-1].next))
        found = [row.subject_id for page in pages for row in page.rows]
        assert (len(pages), sorted(found)) == (3, sorted(acts))
        back = listed(scope, RULE, pages[2].previous)
        assert (back.rows, bool(back.next)) == (pages[1].rows, True)
        # The keys of the pages are signed with the second: their rows say that the page is the same.
        again = listed(scope, RULE, back.previous)
        assert (again.rows, again.previous, bool(again.next)) == (pages[0].rows, "", True)
    head = seat(client, town, "head")
    first = head.get("/law/terms/protest_consider/uses/").text
    (onward,) = re.findall(r'rel="next" href="([^"]+)"', first)
    assert sum(str(act) in first for act in acts) == 2
    assert sum(str(act) in head.get(f"/law/terms/protest_consider/uses/{onward}").text for act in acts) == 2


@pytest.mark.parametrize("address", ["/law/tasks/protect_rights/uses/", "/law/powers/nothing/uses/"])
def test_there_is_no_list_of_what_is_not_counted(client: Client, town: Town, address: str) -> None:
    assert seat(client, town, "head").get(address).status_code == 404


def test_every_carrier_belongs_to_a_part_of_the_product_with_a_page() -> None:
    named = {code for clause in coverage.rows() for code in clause.worked}
    assert not [code for code in named if part_of(code) == OTHER]
    assert all(optional_url(route) for _, route in PARTS.values())


def test_powers_are_shown_by_post_kind_of_office_and_direction() -> None:
    state = catalogue.load()

    def shown(**asked: str) -> set[str]:
        return set(PowersForm(asked, state).powers())

    assert shown() == set(state.powers)
    clerk, head = shown(post="registry_clerk"), shown(post="district_prosecutor")
    assert "appeal.register" in clerk
    assert "act.sign" not in clerk
    assert "act.sign" in head
    assert "treaty.accept" not in head
    assert shown(kind="district") < shown(kind="general") | shown(kind="district")
    enforcement = shown(direction="enforcement")
    assert enforcement
    assert enforcement < set(state.powers)
    assert shown(post="registry_clerk", direction="enforcement") <= clerk & enforcement


def test_the_list_of_powers_keeps_the_choice_and_refuses_an_unknown_one(client: Client, town: Town) -> None:
    page = seat(client, town, "clerk").get("/law/powers/?post=registry_clerk").text
    assert '<option value="registry_clerk" selected>' in page
    assert "/law/powers/act.sign/" not in page
    assert client.get("/law/powers/?post=nobody").status_code == 422
