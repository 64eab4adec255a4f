"""The card of a body and its register ask at most eight times; an IIN stands in no address."""

import pytest

from qadaga.common import clock
from qadaga.matters.bodies.models import Official
from qadaga.matters.models import Body
from qadaga.matters.services import Protected, record_protected
from tests.casework import MONDAY, add_violation, assigned_matter, make_body, make_town, signed_protest
from tests.web.alarms.test_pages import reads, signed_in

pytestmark = pytest.mark.django_db
IIN = "850725400331"


def test_the_card_of_a_person_asks_at_most_eight_times_and_the_list_names_nobody() -> None:
    town = make_town()
    with clock.frozen(MONDAY):
        matter = assigned_matter(town)
        hurt = Protected("adult", "Ким Олег", "Выплачено", MONDAY, iin=IIN, right="labour")
        given = {"version": matter.version, "by": town.actor("assistant"), "on": MONDAY}
        row = record_protected(matter_id=matter.id, protected=hurt, **given)
        client, card = signed_in(town, "head"), f"/protected/{row.id}/"
        pages = {address: reads(client, address) for address in ("/protected/", card, "/")}
        assert {address: cost for address, (_, cost) in pages.items() if cost > 8} == {}
        assert "Ким" not in pages["/protected/"][0]
        assert "Ким Олег" in pages[card][0]
        for asked in ({"person": IIN}, {"name": "олег"}):
            found = client.post("/protected/filter/", asked)
            assert not set(asked.values()) & set(found.url.split("="))
            assert str(row.id) in client.get(found.url).content.decode()
        nobody = client.post("/protected/filter/", {"name": "Иванов"})
        assert str(row.id) not in client.get(nobody.url).content.decode()
        wrong = client.post(f"{card}told/", {"told_on": "2026-01-01", "told_how": "лично", "version": 1})
        assert wrong.status_code == 422


def test_the_pages_ask_at_most_eight_times_and_steps_keep_what_was_typed() -> None:
    town = make_town()
    with clock.frozen(MONDAY):
        body, matter = make_body(), assigned_matter(town)
        for _ in range(3):
            add_violation(town, matter, violator_body=body)
        matter.refresh_from_db()
        signed_protest(town, matter)
        twin = make_body("Акимат города Семей ГУ", bin="230140001236")
        client, card = signed_in(town, "region_head"), f"/supervised/{body.id}/"
        pages = {address: reads(client, address) for address in ("/supervised/", card)}
        assert {address: cost for address, (_, cost) in pages.items() if cost > 8} == {}
        assert "О незаконном сборе" in pages[card][0]
        assert "230140001236" in pages[card][0]
        assert client.get("/supervised/?repeats=1").status_code == 200
        wrong = client.post(f"{card}merge/", {"bin": "123", "reason": "Одно и то же", "version": 1})
        assert wrong.status_code == 422
        assert "Одно и то же" in wrong.content.decode()
        made = client.post(f"{card}merge/", {"duplicate": twin.id, "reason": "Одно и то же", "version": 1})
        assert made.status_code == 302
        assert client.get(f"/supervised/{twin.id}/").url == card
        entered = client.post(f"{card}official/", {"name": "Ким Олег", "iin": IIN, "post": "Аким"})
        official = Official.objects.get()
        assert entered.url == f"/officials/{official.id}/"
        page, cost = reads(client, entered.url)
        assert cost <= 8
        assert IIN in page
        whole = client.get(f"{entered.url}person/").url
        assert client.post("/persons/", {"iin": IIN}).url == whole
        assert IIN not in whole
        page, cost = reads(client, whole)
        assert cost <= 8
        assert IIN in page
        assert client.post("/persons/", {"iin": "910101300019"}).status_code == 422
        found = client.post("/officials/filter/", {"person": IIN})
        assert IIN not in found.url
        assert "Аким" in client.get(found.url).content.decode()
        assert "Ким Олег" not in client.get("/officials/").content.decode()
        merge = Body.objects.get(pk=twin.pk).merges.get()
        back = client.post(f"{card}part/", {"merge": merge.id, "reason": "Ошибка", "version": 2})
        assert back.status_code == 302
        assert Body.objects.get(pk=twin.pk).merged_into is None
