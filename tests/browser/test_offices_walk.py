"""Who heads which office, and what offices of each kind do, as their people see it in a real browser."""

from dataclasses import replace

import pytest

from qadaga.appeals import services as appeals
from qadaga.appeals.models import Appeal
from qadaga.common import clock
from qadaga.offices.models import Office
from qadaga.organisation.careers.entry import asked
from qadaga.organisation.seals.models import Symbol
from qadaga.staff.models import Appointment, Person
from tests.browser.conftest import NewPage
from tests.browser.seating import seated, shown, told
from tests.casework import make_town
from tests.intake import ENTRY
from tests.ordering import signed_order
from tests.staffing import actor_of, admit, make_appointment, make_office, make_person


@pytest.mark.clause("O.10", "O.13.3", "L.2.2")
def test_the_prosecutor_general_appoints_and_dismisses_the_head_of_a_district(
    transactional_db: None, new_page: NewPage
) -> None:
    town, today = make_town(), clock.today()
    top = Office.objects.get(code="top")
    general = make_appointment(top, "prosecutor_general")
    order = signed_order(actor_of(general, today), today, kind="personnel")
    staff = seated(new_page, make_appointment(top, "staff_officer"), "kadr")
    vacant = make_office("new", "district", town.region, kato="103600000")

    # A newcomer is registered, checked for entry, appointed by the Prosecutor General's order.
    names = {"last_name": "Нурланов", "first_name": "Ерлан", "middle_name": "Асылович"}
    staff.do("/offices/new/people/", **names, born_on="1985-07-25")
    person = Person.objects.get(last_name="Нурланов")
    answers = {row.id: "yes" for row in asked(today, officer=True)}
    answers |= {f"{name}_evidence": "Личное дело" for name in answers}
    staff.do(f"/offices/new/people/{person.id}/entry/", **answers)
    post = {"post": "district_prosecutor", "starts_on": today.isoformat()}
    staff.do(f"/offices/new/people/{person.id}/", **post, order=str(order))
    assert person.name in shown(staff, "/offices/new/")

    # The regional head may not: a head is appointed by the Prosecutor General alone.
    region = seated(new_page, town.region_head, "region")
    held = Appointment.objects.get(person=person)
    assert "O.10" in region.refused(f"/offices/appointments/{held.id}/end/")
    other = admit(make_person("Касымов"))
    paper = {"ground": "№ 1", "starts_on": today.isoformat(), "post": "district_prosecutor"}
    assert "O.10" in told(region, f"/offices/oth/people/{other.id}/", **paper)

    tomorrow = clock.today().replace(year=today.year + 1).isoformat()
    staff.do(f"/offices/appointments/{held.id}/end/", ends_on=tomorrow, order=str(order), cause="other")
    assert person.name not in shown(staff, f"/offices/new/?on={tomorrow}")
    assert "замещающий не назван" in shown(staff, f"/offices/{vacant.code}/?on={tomorrow}")


@pytest.mark.clause("L.1.8", "L.2.2")
def test_the_chief_military_prosecutor_is_a_deputy_prosecutor_general(
    transactional_db: None, new_page: NewPage
) -> None:
    today = clock.today()
    top = make_office("top", "general")
    military = make_office(
        "bap", "chief_military", top, sphere="military", name="Главная военная прокуратура"
    )
    district = make_office("west", "military_district", military, sphere="military", name="Военный округ")
    make_office("aktau", "garrison", district, sphere="military", name="Гарнизон Актау")
    staff = seated(new_page, make_appointment(top, "staff_officer"), "kadr")
    person = admit(make_person("Садыков"))

    post = {"post": "chief_military_prosecutor", "starts_on": today.isoformat(), "ground": "№ 1"}
    assert "L.2.2" in told(staff, f"/offices/bap/people/{person.id}/", **post)
    day = today.isoformat()
    acts = {"appointed_number": "Указ № 100", "appointed_dated": day}
    acts |= {"proposed_number": "№ 7", "proposed_dated": day}
    staff.do(f"/offices/bap/people/{person.id}/", **post, **acts)
    assert "заместитель Генерального Прокурора" in shown(staff, f"/offices/people/{person.id}/")
    assert person.name in shown(staff, "/offices/top/")
    tree = str(staff.go("/offices/").locator("main").text_content())
    places = [tree.index(name) for name in ("Главная военная", "Военный округ", "Гарнизон Актау")]
    assert places == sorted(places)
    assert person.last_name in shown(staff, "/structure/bap/chart/")


@pytest.mark.clause("L.1.1")
def test_another_bodys_work_is_passed_to_it_and_its_outcome_is_watched(
    transactional_db: None, new_page: NewPage
) -> None:
    town, today = make_town(), clock.today()
    appeal = appeals.register(entry=replace(ENTRY, arrived_on=today), by=town.actor("clerk", today), on=today)
    head = seated(new_page, town.head, "head")
    card = f"/appeals/{appeal.id}/"
    where = {"to_name": "Департамент полиции", "ground": "competent_body", "reason": "Вправе решить полиция"}
    head.do(f"{card}forward/", **where, control=True)
    row = Appeal.objects.get().forwardings.get()
    assert row.control_due_on is not None
    said = shown(head, card)
    assert "Департамент полиции" in said
    assert f"срок {row.control_due_on:%d.%m.%Y}" in said
    head.do(f"{card}{row.id}/forwarding-outcome/", outcome="resolved", note="Нарушение пресечено")
    assert "Нарушение пресечено" in shown(head, card)


@pytest.mark.clause("L.1.6")
def test_a_transport_office_names_mode_and_task_and_finds_its_matters_by_them(
    transactional_db: None, new_page: NewPage
) -> None:
    today = clock.today()
    top = make_office("top", "general")
    chief = make_office("bkp", "chief_transport", top, sphere="transport")
    region = make_office("west", "regional_transport", chief, sphere="transport")
    office = make_office("rail", "transport_district", region, sphere="transport")
    head, clerk = (make_appointment(office, post) for post in ("district_prosecutor", "registry_clerk"))
    summary = "Поезд отправлен без осмотра тормозов"
    entry = replace(ENTRY, arrived_on=today, summary=summary)
    appeal = appeals.register(entry=entry, by=actor_of(clerk, today), on=today)
    person = seated(new_page, head, "head")
    step = f"/appeals/{appeal.id}/matter/"
    given = {"direction": "legality_of_acts", "title": summary}
    assert person.go(step).locator("[name=transport_task] option:not([value=''])").count() == 5
    missing = told(person, step, **given)
    assert "транспорт" in missing.lower()
    person.do(step, **given, transport_mode="rail", transport_task="transport_safety")
    assert "железнодорожный" in person.page.locator("main").inner_text().lower()
    assert summary in shown(person, "/matters/?transport_mode=rail&transport_task=transport_safety")
    assert summary not in shown(person, "/matters/?transport_mode=air")


@pytest.mark.clause("L.1.7")
def test_the_register_of_symbols_is_empty_until_an_act_of_the_president_is_known(
    transactional_db: None, new_page: NewPage
) -> None:
    town, today = make_town(), clock.today()
    newcomer = seated(new_page, town.assistant, "newcomer")
    assert "по акту Президента" in shown(newcomer, "/symbols/")
    assert "L.1.7" in newcomer.refused("/symbols/new/")
    top = Office.objects.get(code="top")
    staff = seated(new_page, make_appointment(top, "prosecutor_general"), "top")
    act = {"act_title": "Указ (проверка)", "act_number": "1", "act_on": today.isoformat()}
    names = {"kind": "flag", "name_kk": "Ту", "name_ru": "Флаг", "description": "Как описано в акте"}
    staff.do("/symbols/new/", **names, **act, starts_on=today.isoformat())
    assert Symbol.objects.get().status == "unverified"
    said = shown(newcomer, "/symbols/")
    assert "Флаг" in said
    assert "Не проверено" in said


@pytest.mark.clause("L.1.9")
def test_a_specialised_office_works_beside_the_territorial_one(
    transactional_db: None, new_page: NewPage
) -> None:
    town, today = make_town(), clock.today()
    green = make_office("eco", "environmental", town.region, kato="100000000", sphere="environmental")
    head, clerk = (make_appointment(green, post) for post in ("district_prosecutor", "registry_clerk"))
    entry = replace(ENTRY, arrived_on=today, summary="В реку сливают отходы")
    appeal = appeals.register(entry=entry, by=actor_of(clerk, today), on=today)
    person = seated(new_page, head, "eco")
    person.do(f"/appeals/{appeal.id}/matter/", direction="legality_of_acts", title="Сброс отходов в реку")
    card = person.page.url
    assert "Сброс отходов в реку" in shown(person, card)
