"""The search in the law: posted, marked, live, and a section of the search everywhere."""

from django.test import Client

from qadaga.accounts.models import User


def test_hits_are_marked_and_lead_to_their_pages(staff: Client, user: User) -> None:
    User.objects.filter(pk=user.pk).update(language="kk")
    page = staff.post("/law/search/", {"q": "шағымның"}).text
    assert "<mark>" in page
    assert 'href="/law/' in page
    assert "<html" not in staff.post("/law/search/", {"q": "шағым"}, headers={"HX-Request": "true"}).text


def test_what_nothing_answers_is_said(staff: Client) -> None:
    assert "O.15" in staff.post("/law/search/", {"q": "зкщсзкщс"}).text
    assert staff.post("/law/search/", {"q": ""}).status_code == 422
    assert staff.post("/law/search/", {"q": "a\0b"}).status_code == 422


def test_what_was_typed_is_text_and_no_page(staff: Client) -> None:
    page = staff.post("/law/search/", {"q": "<script>протест</script>"}).text
    assert "<script>протест" not in page


def test_the_search_everywhere_shows_what_of_the_law_answers(staff: Client) -> None:
    page = staff.post("/search/", {"q": "протест", "kind": ""}).text
    assert 'href="/law/act_kinds/protest/"' in page
    assert 'href="/law/act_kinds/' not in staff.post("/search/", {"q": "протест", "kind": "act"}).text
