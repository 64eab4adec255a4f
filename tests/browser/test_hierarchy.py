"""A higher office decides on a lower one's act, and the lower one knows (L.1.2)."""

import pytest

from qadaga.acts.above.models import Decision
from qadaga.acts.models import Act
from qadaga.common import clock
from qadaga.matters.models import Matter
from qadaga.supervision.inspections import services as inspections
from tests.browser.conftest import NewPage
from tests.browser.test_thread import seat_of, seats
from tests.casework import Town, assigned_matter, make_town, served_protest
from tests.inspecting import resolution
from tests.staffing import make_appointment, make_office


@pytest.fixture
def town(transactional_db: None) -> Town:
    return make_town()


@pytest.mark.clause("L.1.2")
def test_a_region_suspends_and_cancels_a_protest_of_its_district(town: Town, new_page: NewPage) -> None:
    today = clock.today()
    act = served_protest(town, assigned_matter(town, on=today), on=today)
    seat = seats(town, new_page, "kk", 1440)
    region, head = seat("region_head"), seat("head")
    card = f"/acts/{act.id}"
    assert "L.1.2" in head.refused(f"{card}/cancel-lower/")
    said = {"ground": "lower_act_unlawful", "reasons": "Наразылықтың негізі жоқ", "norm": "31-бап"}
    region.do(f"{card}/suspend-lower/", scope="whole", **said)
    act.refresh_from_db()
    assert (act.status, act.due_on) == ("suspended", None)
    for person, section in ((region, "шешу керек"), (head, "Жоғары тұрған біздің актілер туралы шешті")):
        person.page.goto("/")
        assert section in person.page.locator("main").inner_text()
    head.do(f"{card}/note-above/")
    region.do(f"{card}/cancel-lower/", **said)
    shown = head.go(f"{card}/").locator("main").inner_text()
    assert Decision.objects.get(kind="cancel").resolution.number_text in shown
    head.do(f"{card}/tell-above/", told_on=today.isoformat(), way="post")
    assert Act.objects.get().status == "cancelled"


@pytest.mark.clause("L.1.2", "L.1.9")
def test_a_region_gives_a_matter_to_the_environmental_office_of_its_register(
    town: Town, new_page: NewPage
) -> None:
    today = clock.today()
    office = make_office("eco", "environmental", town.region, kato="101000000", sphere="environmental")
    green = make_appointment(office, "district_prosecutor")
    matter = assigned_matter(town, on=today, kato="101000000")
    Matter.objects.filter(id=matter.id).update(sphere="environmental")
    seat = seats(town, new_page, "ru", 1440)
    region, head = seat("region_head"), seat("head")
    eco = seat_of(green, "green", new_page, "ru", 1440)
    card = f"/matters/{matter.id}"
    eco.refused(f"{card}/")
    region.do(f"{card}/move/", to_office="eco", ground="better_placed", reason="Сброс в реку")
    assert matter.number_text in eco.go("/matters/").locator("main").inner_text()
    assert matter.number_text not in head.go("/matters/").locator("main").inner_text()
    assert "Сброс в реку" in head.go(f"{card}/").locator("#hands").inner_text()
    eco.do(f"{card}/tell-applicant/", told_on=today.isoformat(), way="phone")
    assert matter.called_up.get().told_on == today


@pytest.mark.clause("L.1.2", "L.1.9", "O.8.4", "O.14.1")
def test_an_inspection_is_told_of_stopped_taken_over_and_named_anew(town: Town, new_page: NewPage) -> None:
    today = clock.today()
    office = make_office("eco", "environmental", town.region, kato="101000000", sphere="environmental")
    green = make_appointment(office, "district_prosecutor")
    officer = make_appointment(town.region, "assistant")
    matter = assigned_matter(town, on=today, kato="101000000")
    Matter.objects.filter(id=matter.id).update(sphere="environmental")
    draft = resolution(town, starts_on=today)
    row = inspections.draft(matter_id=matter.id, draft=draft, by=town.actor("assistant", today), on=today)
    inspections.sign(inspection_id=row.id, version=row.version, by=town.actor("head", today), on=today)
    seat = seats(town, new_page, "ru", 1440)
    region, head = seat("region_head"), seat("head")
    eco = seat_of(green, "green", new_page, "ru", 1440)
    card = f"/inspections/{row.id}"
    head.do(f"{card}/tell-office/", office="eco", told_on=today.isoformat(), way="phone")
    eco.go("/").locator("main").get_by_role("link", name="ТК-dis").click()
    assert "Акимат" in eco.page.locator("main").inner_text()
    eco.refused(f"{card}/")
    assert "L.1.2" in head.refused(f"{card}/suspend-lower/")
    said = {"ground": "lower_act_unfounded", "reasons": "Нет сведений о нарушении"}
    region.do(f"{card}/suspend-lower/", scope="whole", norm="статья 31", **said)
    assert "Вышестоящая решила о наших проверках" in head.go("/").locator("main").inner_text()
    region.do(f"{card}/resume-lower/", reason="Сведения представлены")
    region.do(f"{card}/take-over/", **said)
    region.do(f"{card}/inspectors/", officers=[str(officer.id)], reason="По нагрузке")
    shown = region.go(f"{card}/").locator("main").inner_text()
    assert "ещё никто" not in shown.lower()
    head.do(f"{card}/note-above/")
    row.refresh_from_db()
    assert (row.office, row.carrier, row.status) == (town.region, town.region, "opened")
