"""An investigation and the prosecution of its number lead to each other, for whoever sees both (O.7.3)."""

from collections.abc import Iterator

import pytest
from django.test import Client

from qadaga.common import clock
from qadaga.court.models import Case as Prosecution
from qadaga.matters.models import ComplainedOf
from qadaga.supervision.pretrial import services
from qadaga.supervision.pretrial.models import Case
from tests.casework import MONDAY, Town, assigned_matter, make_town
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
    services.record_death(party_id=gone.id, died_on=MONDAY, **who(town, case))
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
