"""An investigation and the prosecution of its number lead to each other, for whoever sees both (O.7.3)."""

from collections.abc import Iterator

import pytest
from django.test import Client

from qadaga.common import clock
from qadaga.court.models import Case as Prosecution
from qadaga.journal.models import Entry
from qadaga.matters.delivery import Delivered
from qadaga.matters.models import ComplainedOf
from qadaga.supervision.pretrial import services
from qadaga.supervision.pretrial.models import Case
from tests.casework import DEATH, MONDAY, Town, assigned_matter, make_town
from tests.pretrial import SAID, TEN, add_party, asked, make_case, who
from tests.web.alarms.test_pages import reads, signed_in

KIM = "850725400331"
pytestmark = pytest.mark.clause("O.7.3", "L.3.2")


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(TEN):
        yield


@pytest.fixture
def case(town: Town) -> Case:
    """A suspect in custody, another who has no IIN, one who has died."""
    case = make_case(town)
    held = add_party(town, case, name="Ким Олег", iin=KIM)
    add_party(town, case, name="Безродный Иван")
    gone = add_party(town, case, name="Покойный Пётр", iin="050312600511")
    row = services.ask_sanction(asked=asked(party_id=held.id), **who(town, case))
    services.decide_sanction(sanction_id=row.id, grant=True, said=SAID, **who(town, case, "head"))
    services.record_death(party_id=gone.id, death=DEATH, **who(town, case))
    case.refresh_from_db()
    return case


def begun(client: Client, case: Case) -> Prosecution:
    place, typed = ready(client, case)
    client.post(place, typed)
    return Prosecution.objects.get()


def ready(client: Client, case: Case) -> tuple[str, dict[str, str]]:
    """The address of the new prosecution and its form as somebody fills it."""
    place = f"/courtcases/of-investigation/{case.id}/"
    assert place in client.get(f"/investigations/{case.id}/").content.decode()
    page = client.get(place)
    form = page.context["form"]
    shown = page.content.decode()
    assert "Безродный Иван" in shown
    assert "Покойный Пётр" in shown
    typed = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "")}
    return place, {**typed, "court": "Городской суд", "version": "0"}


def test_a_prosecution_begins_with_the_number_people_articles_and_terms(town: Town, case: Case) -> None:
    client = signed_in(town, "head")
    place, typed = ready(client, case)
    client.post(place, typed)
    made = Prosecution.objects.get()
    person = made.accused.get()
    assert (made.erdr, made.kind, made.kato) == (case.erdr, "criminal", case.kato)
    assert (person.name, person.iin, person.articles, person.status) == ("Ким Олег", KIM, "188 ч. 2", "named")
    card = f"/investigations/{case.id}/"
    pages = {url: reads(client, url) for url in (card, f"/courtcases/{made.id}/", place)}
    assert {url: cost for url, (_, cost) in pages.items() if cost > 8} == {}
    court = pages[f"/courtcases/{made.id}/"][0]
    held = case.parties.get(iin=KIM)
    assert card in court
    assert f"{held.due_on:%d.%m.%Y}" in court
    assert "(Ким Олег)" in court  # the custody term with why it ends then
    assert f"/courtcases/{made.id}/" in pages[card][0]
    assert place not in pages[card][0]  # it has begun
    again = client.post(place, {**typed, "submission": ""})
    assert again.status_code == 422
    assert set(again.context["form"].errors) == {"__all__"}  # the number is no field here
    assert Prosecution.objects.count() == 1


def test_the_link_is_for_whoever_sees_the_other_card(town: Town, case: Case) -> None:
    made = begun(signed_in(town, "head"), case)
    link = f"/investigations/{case.id}/"
    assert link not in signed_in(town, "clerk").get(f"/courtcases/{made.id}/").content.decode()
    matter = assigned_matter(town, direction="pretrial", kind="own_initiative", title="О законности")
    Case.objects.filter(id=case.id).update(matter=matter)
    second = signed_in(town, "second")
    assert link in second.get(f"/courtcases/{made.id}/").content.decode()
    ComplainedOf.objects.create(matter=matter, person=town.second.person)
    assert link not in second.get(f"/courtcases/{made.id}/").content.decode()


def test_what_a_court_card_shows_of_an_investigation_is_journalled_as_read(town: Town, case: Case) -> None:
    client = signed_in(town, "head")
    made = begun(client, case)
    before = read_by(case)
    client.get(f"/courtcases/{made.id}/")
    assert read_by(case) == before + 1


def read_by(case: Case) -> int:
    return Entry.objects.filter(action="card.read", subject_id=case.id).count()


def test_the_card_names_its_terms_deliveries_and_the_power_behind_each_signature(
    town: Town, case: Case
) -> None:
    made = services.instruct(days=5, said=SAID, **who(town, case))
    delivered = Delivered("courier", MONDAY, proof_ref="вх. 1")
    services.deliver(row_id=made.id, delivered=delivered, **who(town, case))
    page = signed_in(town, "head").get(f"/investigations/{case.id}/").content.decode()
    assert f"исполнение указания ({made.number_text})" in page
    assert "Записано вручение документа" in page
    assert f"Дать указание по расследованию: {made.number_text}" in page
    assert "Свидетельство о смерти № 7" in page


def test_its_page_is_refused_as_its_link_is_not_shown(town: Town, case: Case) -> None:
    place = f"/courtcases/of-investigation/{case.id}/"
    assert signed_in(town, "region_head").get(place).status_code == 409
    for party in case.parties.exclude(detained_at=None):
        services.release(party_id=party.id, released_at=TEN, **who(town, case))
    over = {"course": "closed", "happened_on": MONDAY, "said": "Нет состава"}
    services.record_course(**over, **who(town, case))
    client = signed_in(town, "head")
    assert client.get(place).status_code == 409
    assert place not in client.get(f"/investigations/{case.id}/").content.decode()
