"""The service of people in a real browser: ranks and their list, service length line by line, guarantees,
conduct, a report of interference that goes up past the person it is about.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from qadaga.common import clock
from qadaga.organisation.conduct.models import ConductEntry, InterferenceReport
from qadaga.organisation.personnel import ranked_posts
from qadaga.organisation.personnel.models import GuaranteeRequest
from qadaga.organisation.personnel.service import PeriodInput, record
from qadaga.staff.models import Appointment
from tests.browser.conftest import NewPage
from tests.browser.test_thread import Person, seat_of
from tests.casework import MONDAY, PDF, Town, make_town
from tests.staffing import actor_of, make_appointment


@dataclass(frozen=True, slots=True)
class Service:
    """The town, and who keeps the files: in the district, and at the top."""

    town: Town
    staff: Appointment
    top_staff: Appointment
    new_page: NewPage

    def seat(self, name: str, language: str = "ru", width: int = 1440) -> Person:
        """A browser of the staff officers or of somebody of the town."""
        held = getattr(self, name) if name in ("staff", "top_staff") else getattr(self.town, name)
        return seat_of(held, name, self.new_page, language, width)

    def file_of(self, name: str) -> str:
        """The address of somebody's personal file."""
        return f"/personnel/{getattr(self.town, name).person_id}/"


@pytest.fixture
def service(transactional_db: None, new_page: NewPage) -> Iterator[Service]:
    """On a Monday, with the list of ranked posts as the system begins with it."""
    with clock.frozen(MONDAY):
        town = make_town()
        ranked_posts.load_first(MONDAY)
        top = town.region.parent
        assert top is not None
        yield Service(
            town=town,
            staff=make_appointment(town.district, "staff_officer"),
            top_staff=make_appointment(top, "staff_officer"),
            new_page=new_page,
        )


@pytest.mark.clause("L.2.4")
def test_a_rank_waits_for_its_time_and_the_list_of_posts_for_an_act_of_the_president(
    service: Service,
) -> None:
    staff, confer = service.seat("staff"), service.file_of("assistant") + "confer/"
    staff.do(confer, rank="lawyer_3", ground="rank_first", starts_on="2025-01-10", order="№ 5")
    following = {"rank": "lawyer_2", "ground": "rank_term", "order": "№ 6"}
    assert "L.2.4" in staff.tries(confer, **following, starts_on="2025-12-01")
    staff.do(confer, **following, starts_on="2026-01-10")
    ranks = staff.go(service.file_of("assistant")).locator("#ranks").inner_text()
    assert "юрист 2 класса" in ranks
    assert "10.01.2029" in ranks  # three years in this rank before the next one

    # The district does not change the list at all, the top only by an act of the President.
    change = "/personnel/ranks/change/"
    assert "L.1.2" in staff.refused(change)
    top = service.seat("top_staff")
    given = {"post": "registry_clerk", "ladder": "class", "listed": "yes", "starts_on": "2026-09-01"}
    assert "L.2.4" in top.tries(change, **given, act="", act_on="")
    assert list(ranked_posts.listed(MONDAY))[-1].post != "registry_clerk"
    top.do(change, **given, act="Указ № 900", act_on="2026-08-20")
    listed = top.go("/personnel/ranks/").locator("#listed tr", has_text="Указ № 900")
    assert listed.count() == 1


@pytest.mark.clause("L.2.6", "L.2.5")
def test_service_length_is_explained_line_by_line_and_the_paper_opens(
    service: Service, tmp_path: Path
) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(PDF)
    staff, address = service.seat("staff"), service.file_of("assistant")
    periods = (
        ("armed_forces", "в/ч 01234", date(2012, 1, 1), date(2014, 1, 1)),
        ("other_work", "юридическая консультация", date(2014, 1, 1), date(2016, 1, 1)),
        ("courts", "районный суд", date(2013, 1, 1), date(2013, 7, 1)),
    )
    keeper, person = actor_of(service.staff, MONDAY), service.town.assistant.person_id
    for kind, where, since, until in periods[1:]:
        given = PeriodInput(kind, where, since, until, "приказ")
        record(by=keeper, on=MONDAY, person_id=person, period=given)
    kind, where, since, until = periods[0]
    days = {"starts_on": since.isoformat(), "ends_on": until.isoformat()}
    staff.do(f"{address}period/", kind=kind, organisation=where, evidence="билет", file=paper, **days)
    staff.do(f"{address}entry/military/", title="Офицер запаса", number="АА 1", made_on="2012-01-01")

    page = staff.go(address)
    told = page.locator("#reckoning").inner_text()
    # Two years in the forces and the post held since 2020; the rest is left out, each with its reason.
    assert "8 лет 8 месяцев 6 дней" in told
    assert "период 2: эти дни уже засчитаны" in told
    assert "период 3: этот вид в стаж службы не входит" in told
    link = page.locator("#periods a[href$='/paper/']").get_attribute("href")
    assert link is not None
    assert page.request.get(link).body() == PDF
    assert service.seat("neighbour").page.request.get(link).status == 404
    assert "Офицер запаса" in staff.go("/personnel/").locator("#military").inner_text()


@pytest.mark.clause("L.2.5")
def test_a_guarantee_is_asked_for_and_its_outcome_stands_in_the_file(service: Service) -> None:
    own, address = service.seat("assistant", "kk", 360), service.file_of("assistant")
    own.do(f"{address}guarantee/", sort="housing", text="Тұрғын үй кезегіне қоюды сұраймын.")
    asked = GuaranteeRequest.objects.get()
    decide = f"{address}guarantee/{asked.id}/"
    assert "O.12" in own.refused(decide)
    head = service.seat("head", "kk", 360)
    head.do(decide, granted="yes", outcome="Кезекке қойылды, № 7.")
    assert "Кезекке қойылды, № 7." in own.go(address).locator("#guarantees").inner_text()


@pytest.mark.clause("L.1.10")
def test_a_gift_is_declared_and_a_conduct_matter_decided(service: Service) -> None:
    own, head, neighbour = service.seat("assistant"), service.seat("head"), service.seat("neighbour")
    own.do(
        "/conduct/declare/gift/",
        happened_on="2026-09-04",
        with_whom="ТОО «Кокше»",
        value="15 000",
        text="Ваза",
    )
    gift = ConductEntry.objects.get()
    assert "15 000" in head.go(f"/conduct/{gift.id}/").locator("main").inner_text().replace("\xa0", " ")
    assert "L.2.1" in head.refused(f"/conduct/open/{service.town.head.person_id}/")
    head.do(f"/conduct/open/{service.town.assistant.person_id}/", happened_on="2026-09-04", text="Грубость")
    matter = ConductEntry.objects.get(kind="matter")
    assert "O.12" in own.refused(f"/conduct/{matter.id}/close/")
    head.do(f"/conduct/{matter.id}/close/", outcome="Беседа проведена")
    assert "Беседа проведена" in own.go(f"/conduct/{matter.id}/").locator("main").inner_text()
    assert str(matter.id) not in neighbour.page.request.get("/conduct/").text()
    neighbour.refused(f"/conduct/{matter.id}/")


@pytest.mark.clause("L.2.7")
def test_interference_is_reported_upward_past_the_person_it_is_about(service: Service) -> None:
    officer, above = service.seat("assistant", "kk", 360), service.seat("region_head")
    officer.do(
        "/interference/report/",
        office="dis",
        name=service.town.head.person.last_name,
        happened_on="2026-09-04",
        text="Ұсынуды енгізбеуді талап етті.",
    )
    report = InterferenceReport.objects.get()
    card = f"/interference/{report.id}/"
    alarm = above.go("/").locator(f"a[href='{card}']")
    alarm.click()
    above.page.wait_for_load_state()
    assert "Ұсынуды енгізбеуді талап етті." in above.page.locator("main").inner_text()
    for name in ("head", "neighbour"):
        other = service.seat(name)
        other.refused(card)
        assert card not in other.page.request.get("/interference/").text()
    above.do(f"{card}close/", outcome="Принято к сведению, меры приняты.")
    assert "меры приняты" in officer.go(card).locator("main").inner_text()
