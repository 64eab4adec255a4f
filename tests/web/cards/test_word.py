"""The draft's Word document through its pages; the worker of these tests works at once."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.casework import Town, assigned_matter, draft_protest

Browse = Callable[[str], Client]


@pytest.mark.django_db(transaction=True)
def test_a_draft_is_fetched_as_a_word_document(town: Town, browse: Browse) -> None:
    act = draft_protest(town, assigned_matter(town))
    client = browse("assistant")
    assert f"/acts/{act.id}/word/" in client.get(f"/acts/{act.id}/").text
    shown = client.post(f"/acts/{act.id}/word/", follow=True)
    assert shown.status_code == 200
    link = next(part for part in shown.text.split('"') if part.endswith("/file/"))
    assert b"".join(client.get(link).streaming_content)[:2] == b"PK"  # type: ignore[attr-defined]  # a file answer
    assert browse("neighbour").get(link).status_code == 404
    assert client.get(f"/acts/{act.id}/word/").status_code == 405
