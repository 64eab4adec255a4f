"""Every page of the direction asks at most eight times; no name stands where no reading is journalled."""

import pytest

from qadaga.common import clock
from qadaga.supervision.offences import services
from tests.casework import MONDAY, make_body, make_town
from tests.offences import DECIDED
from tests.web.alarms.test_pages import reads, signed_in

pytestmark = pytest.mark.django_db


def test_the_pages_ask_at_most_eight_times_and_the_list_names_nobody() -> None:
    town = make_town()
    with clock.frozen(MONDAY):
        body = make_body()
        cases = [
            services.open_new(
                named=services.Named(body, f"Статья {n}"), decided=DECIDED, by=town.actor("head"), on=MONDAY
            )
            for n in range(3)
        ]
        client = signed_in(town, "head")
        card = f"/offences/{cases[0].id}/"
        pages = {address: reads(client, address) for address in ("/offences/", card)}
        assert {address: cost for address, (_, cost) in pages.items() if cost > 8} == {}
        assert "Ким" not in pages["/offences/"][0]
        assert "Ким Олег" in pages[card][0]
        paper = f"{card}resolutions/{cases[0].resolutions.get().id}.pdf"
        assert client.get(paper).getvalue().startswith(b"%PDF")
        wrong = client.post("/offences/new/", {"article": "Статья 1", "ground": "own_initiative"})
        assert wrong.status_code == 422
        assert "Статья 1" in wrong.content.decode()
