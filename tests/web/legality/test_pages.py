"""Every page of the direction asks at most eight times and says what to do next."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from qadaga.common import clock
from qadaga.supervision.legality.models import LegalAct
from tests.casework import MONDAY, Town, make_town
from tests.legality import make_analysis, make_legal_act, served
from tests.web.alarms.test_pages import reads, signed_in


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def later() -> Iterator[None]:
    with clock.frozen(MONDAY + timedelta(days=30)):
        yield


def test_the_pages_ask_at_most_eight_times_and_name_the_silent_body(town: Town) -> None:
    row, _act = served(town)
    for number in range(3):
        make_legal_act(town, number=str(number))
    analysis, edition = make_analysis(town), row.editions.get()
    client = signed_in(town, "head")
    addresses = ("/legal-acts/", "/legal-acts/queue/", f"/legal-acts/{row.id}/", "/analyses/")
    more = (f"/analyses/{analysis.id}/", f"/legal-acts/{row.id}/editions/{edition.id}/")
    pages = {address: reads(client, address) for address in (*addresses, *more)}
    assert {address: cost for address, (_, cost) in pages.items() if cost > 8} == {}
    assert all("Орган молчит" in pages[address][0] for address in addresses[1:3])
    assert f"/legal-acts/{row.id}/remind/" in pages[addresses[2]][0]


def test_what_was_typed_is_kept_and_the_law_named_where_it_refuses(town: Town) -> None:
    client = signed_in(town, "clerk")
    typed = {
        **{"issuer": "akimat", "nature": "normative", "number": "7", "adopted_on": "2026-08-03"},
        **{"title": "О сборе", "kato": "103200000", "source": "published", "text": "Текст"},
        **{"body_name_ru": "Акимат", "body_kind": "executive", "starts_on": "2026-08-13"},
    }
    page = client.post("/legal-acts/new/", {**typed, "submission": "01a21cbd-831b-74fd-9ede-14d78b4f1d76"})
    assert page.status_code == 403
    assert "О сборе" in page.content.decode()
    assert "O.1" in page.content.decode()
    assert not LegalAct.objects.exists()
