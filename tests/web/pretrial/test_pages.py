"""Every page of the direction asks at most eight times; no list names anybody of a case."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from qadaga.common import clock
from qadaga.organisation.shifts import services as shifts
from qadaga.supervision.pretrial import services
from tests.casework import MONDAY, Town, make_town
from tests.pretrial import SAID, TEN, add_party, asked, make_case, who
from tests.web.alarms.test_pages import reads, signed_in


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(TEN):
        yield


def test_a_new_case_begins_in_the_own_territory_with_the_bodies_known(town: Town) -> None:
    case = make_case(town)
    page = reads(signed_in(town, "head"), "/investigations/new/")[0]
    mine = page.split('<optgroup label="', 2)[1]
    assert f'<option value="{case.kato}" selected>' in mine
    assert f'<option value="{case.body_id}" selected>' in page


def test_the_pages_ask_at_most_eight_times_and_the_lists_name_nobody(town: Town) -> None:
    case = make_case(town)
    party = add_party(town, case)
    for measure in ("search", "seizure"):
        row = services.ask_sanction(asked=asked(measure=measure, party_id=party.id), **who(town, case))
    services.decide_sanction(sanction_id=row.id, grant=True, said=SAID, **who(town, case, "head"))
    hours = shifts.Hours(town.second.id, TEN, TEN + timedelta(hours=12))
    shift = shifts.set_shift(hours=hours, by=town.actor("head"), on=MONDAY)
    client = signed_in(town, "head")
    card, lists = f"/investigations/{case.id}/", ("/investigations/", "/sanctions/", "/instructions/")
    addresses = (*lists, "/complaints/", "/shifts/", f"/shifts/{shift.id}/", card, f"{card}sanction/")
    pages = {address: reads(client, address) for address in addresses}
    assert {address: cost for address, (_, cost) in pages.items() if cost > 8} == {}
    assert not [address for address in lists if "Ким Олег" in pages[address][0]]
    assert "Ким Олег" in pages[card][0]
    assert client.get(f"/sanctions/{row.id}/").url == f"{card}#sanctions"
    paper = client.get(f"{card}papers/sanctions/{row.id}.pdf")
    assert paper.getvalue().startswith(b"%PDF")
