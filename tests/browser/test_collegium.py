"""A collegium in a real browser: the regional head forms it on a telephone, a district is refused (L.1.5)."""

import pytest

from qadaga.common import clock
from qadaga.organisation.collegia.models import Collegium, CollegiumMember
from tests.browser.conftest import NewPage
from tests.browser.seating import shown, told
from tests.browser.test_thread import seats
from tests.casework import make_town
from tests.ordering import signed_order


@pytest.mark.clause("L.1.5")
def test_a_region_has_a_collegium_and_a_district_has_none(transactional_db: None, new_page: NewPage) -> None:
    town, today = make_town(), clock.today()
    order = signed_order(town.actor("region_head", today), today, kind="collegium")
    seat = seats(town, new_page, "kk", 360)
    region, head = seat("region_head"), seat("head")
    page = "/structure/reg/collegium/"

    assert "Бұл күні алқа жоқ" in shown(region, page)
    member = [str(town.region_head.id), str(town.region_prosecutor.id)]
    stranger = {"order": str(order), "members": member, "others": "Бөтен Адам"}
    assert "Бөтен Адам" in told(region, f"{page}form/", **stranger)
    assert not Collegium.objects.exists()
    region.do(f"{page}form/", order=str(order), members=member, others=town.head.person.name)
    said = shown(region, page)
    assert town.head.person.name in said
    assert "Бас Прокурор оларды әлі белгілемеген" in said
    assert "мүшелері: 3" in shown(head, "/offices/reg/")

    # Released from tomorrow on; the district's own page names the clause, and so does the refusal.
    seat_of = CollegiumMember.objects.get(appointment=town.region_prosecutor)
    tomorrow = today.replace(year=today.year + 1).isoformat()
    region.do(f"{page}{seat_of.pk}/release/", order=str(order), ends_on=tomorrow)
    assert town.region_prosecutor.person.name not in shown(region, f"{page}?on={tomorrow}")
    assert "L.1.5" in shown(head, "/structure/dis/collegium/")
    assert "L.1.5" in head.refused("/structure/dis/collegium/form/")
