"""Help is there for each of the people, in each language."""

import pytest
from django.test import Client

from qadaga.accounts.models import User
from qadaga.web.help.views import TOPICS


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_every_topic_is_written_in_every_language(staff: Client, user: User, language: str) -> None:
    User.objects.filter(pk=user.pk).update(language=language)
    for topic in TOPICS:
        page = staff.get(f"/help/{topic}/")
        assert page.status_code == 200, topic
        assert f"help/{language}/{topic}.html" in [template.name for template in page.templates]
        assert page.text.count("<h2>") >= 4, topic


def test_the_index_leads_to_each_topic(staff: Client) -> None:
    page = staff.get("/help/")
    for topic in TOPICS:
        assert f'href="/help/{topic}/"' in page.text


def test_an_unknown_topic_is_not_found(staff: Client) -> None:
    assert staff.get("/help/nothing/").status_code == 404
