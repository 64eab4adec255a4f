"""A draft left empty in the form begins with the template's text."""

import re
from collections.abc import Callable

from django.test import Client

from qadaga.acts.models import ActVersion
from tests.casework import Town, add_violation, assigned_matter, make_body


def test_the_form_may_be_left_empty_but_for_the_heading(town: Town, browse: Callable[[str], Client]) -> None:
    matter = assigned_matter(town, body=make_body())
    violation = add_violation(town, matter)
    client, url = browse("assistant"), f"/matters/{matter.id}/draft/"
    page = client.get(url)
    assert page.status_code == 200
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.text))
    sent = {
        **fields,
        "kind": "representation",
        "language": "ru",
        "known_body": str(matter.body_id),
        "violations": [str(violation.id)],
        "heading": "О сборе",
    }
    answer = client.post(url, sent)
    assert answer.status_code == 302, answer.text
    version = ActVersion.objects.get()
    assert violation.what in version.facts
    assert version.demands
