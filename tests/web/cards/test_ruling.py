"""The ruling at signing on the card of an act, and what the law that changed since would say."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from qadaga.acts.models import Act
from qadaga.law import again
from qadaga.matters.signed import signed_of
from tests.api.calling import caller
from tests.casework import Town, assigned_matter, draft_protest, issued_request, signed_protest
from tests.courtwork import make_review, received
from tests.law.later_law import later_law

Browse = Callable[[str], Client]


@pytest.mark.django_db
def test_the_card_runs_the_ruling_again(
    town: Town, browse: Browse, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    act = signed_protest(town, assigned_matter(town))
    later = later_law(tmp_path, "2026-09-07")
    monkeypatch.setattr(again, "engine", lambda: later)
    client = browse("head")
    shown = client.get(f"/acts/{act.id}/").text
    fold = shown[shown.index('id="ruling"') :]
    fold = fold[: fold.index("</details>")]
    assert fold.count('q-ruling-yes"') == fold.count('q-ruling-no"') == 1
    assert fold.index('q-ruling-yes"') < fold.index('q-ruling-no"')
    assert "O.12" in fold[fold.index('q-ruling-no"') :]
    Act.objects.filter(pk=act.id).update(ruling={"on": "x"})
    assert 'id="ruling"' in client.get(f"/acts/{act.id}/").text
    draft = draft_protest(town, act.matter)
    assert 'id="ruling"' not in client.get(f"/acts/{draft.id}/").text


@pytest.mark.django_db
def test_every_signed_paper_of_a_card_is_run_again(town: Town, browse: Browse) -> None:
    review = received(town, make_review(town))
    request = issued_request(town, assigned_matter(town))
    head, program = browse("head"), caller(town.head)
    card = head.get(f"/reviews/{review.id}/").text
    papers = card[card.index('id="rulings"') :]
    assert papers.count("q-ruling-yes") >= 1
    (ruled,) = program.get(f"/reviews/{review.id}/rulings").json()  # type: ignore[attr-defined]
    assert (ruled["state"], ruled["paper"], ruled["ruling"]["allowed"]) == ("same", "paper", True)
    assert ruled["number"] in papers
    assert 'id="ruling"' in head.get(f"/measures/{request.id}/").text
    (asked,) = program.get(f"/measures/{request.id}/rulings").json()  # type: ignore[attr-defined]
    further = f"/measures/{request.id}/rulings?before={asked['id']}"
    assert program.get(further).json() == []  # type: ignore[attr-defined]
    issued_request(town, request.matter, text="Ещё один документ")
    newest, older = signed_of(request.matter, 10)
    assert (newest[0] > older[0], signed_of(request.matter, 1)) == (True, [newest])
    assert signed_of(request.matter, 1, newest[0]) == [older]
    assert (asked["state"], asked["number"]) == ("same", request.number_text)
