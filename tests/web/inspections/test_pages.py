"""Pages of inspections: what they cost, and what the law refuses on them, said with the clause."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from qadaga.accounts.models import User
from qadaga.appeals import services as appeals
from qadaga.common import clock
from qadaga.supervision.inspections import services
from qadaga.supervision.inspections.models import Inspection, Visit
from tests.casework import MONDAY, Town, assigned_matter, make_body, make_town
from tests.inspecting import at, draft_inspection, notified, running, take
from tests.intake import ENTRY

Seat = Callable[[str], Client]


@pytest.fixture(autouse=True)
def _monday() -> Iterator[None]:
    with clock.frozen(MONDAY):
        yield


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture
def seat(town: Town) -> Seat:
    def sit(who: str) -> Client:
        person = getattr(town, who).person
        if person.user is None:
            person.user = User.objects.create_user(who, "x-Pass-2026")
            person.save(update_fields=["user"])
        client = Client()
        client.force_login(person.user)
        return client

    return sit


def _full(town: Town) -> Inspection:
    """One with something in every part of its card."""
    inspection = notified(town, running(town))
    for what in ("Журнал", "Договор"):
        take(town, inspection, what=what)
    by = {"by": town.actor("head"), "on": MONDAY, "inspection_id": inspection.id}
    engaged = services.Engaged("Омаров А.", "Институт", "Сверить сметы")
    services.involve_specialist(engaged=engaged, **by)
    services.involve_officers(organisation="Полиция", names="Двое", reason="Охрана", **by)
    called = services.Called("person", "Ким", "О закупках", "Каб. 4", at(15), "courier")
    services.summon(called=called, **by)
    services.visit(place="Акимат", came_at=at(8), left_at=at(9), **by)
    return inspection


def test_every_page_asks_the_database_eight_times_at_most(town: Town, seat: Seat) -> None:
    inspection, head = _full(town), seat("head")
    draft = draft_inspection(town, assigned_matter(town), body=make_body(), ground="media")
    for path in (f"/inspections/{inspection.id}/", f"/inspections/{draft.id}/", "/inspections/"):
        assert head.get(path).status_code == 200
        with CaptureQueriesContext(connection) as asked:
            head.get(path)
        reads = [one["sql"] for one in asked if one["sql"].lstrip().startswith(("SELECT", "WITH", "(SELECT"))]
        assert len(reads) <= 8, (path, reads)


def test_a_visit_above_the_limit_is_refused_over_the_form(town: Town, seat: Seat) -> None:
    inspection = running(town)
    values = {"place": "Акимат", "came_at": "2026-09-07T00:30", "left_at": "2026-09-07T09:30"}
    answer = seat("assistant").post(f"/inspections/{inspection.id}/visit/", values)
    assert answer.status_code == 403
    assert "O.8.d4" in answer.text
    assert 'value="2026-09-07T00:30"' in answer.text
    assert not Visit.objects.exists()


@pytest.mark.parametrize("typed", ["завтра", "2026-09-07T25:00", "\0"])
def test_an_hour_that_is_none_is_told(town: Town, seat: Seat, typed: str) -> None:
    inspection = running(town)
    values = {"place": "Акимат", "came_at": typed, "left_at": "2026-09-07T09:30"}
    answer = seat("assistant").post(f"/inspections/{inspection.id}/visit/", values)
    assert answer.status_code == 422
    assert not Visit.objects.exists()


@pytest.mark.clause("O.8.d5")
def test_a_secret_inspection_is_not_there_for_others(town: Town, seat: Seat) -> None:
    inspection = running(town, secrecy="personal")
    address = f"/inspections/{inspection.id}/"
    for who, status in (("head", 200), ("assistant", 200), ("second", 404), ("clerk", 404)):
        client = seat(who)
        assert client.get(address).status_code == status, who
        paper = client.get(f"{address}papers/resolution/")
        assert b"".join(paper) is not None  # read to its end, or its file stays open
        assert paper.status_code == status, who
        assert client.get(f"{address}visit/").status_code in {status, 404}, who
        assert (inspection.number_text in client.get("/").text) == (status == 200 and who != "second"), who
        seen = inspection.number_text in client.get(f"/matters/{inspection.matter_id}/").text
        assert seen == (status == 200), who


def test_the_clerk_links_a_complaint_by_its_number(town: Town, seat: Seat) -> None:
    inspection = running(town)
    answer = seat("clerk").post(f"/inspections/{inspection.id}/complaint/", {"number": "ЖТ-нет"})
    assert answer.status_code == 422
    assert not inspection.complaints.exists()
    appeal = appeals.register(entry=ENTRY, by=town.actor("clerk"), on=MONDAY)
    seat("clerk").post(f"/inspections/{inspection.id}/complaint/", {"number": appeal.number})
    assert [row.appeal_id for row in inspection.complaints.all()] == [appeal.id]
    assert appeal.number in seat("head").get(f"/inspections/{inspection.id}/").text


@pytest.mark.clause("O.8.d4")
def test_my_day_shows_what_runs_out_and_what_to_return(town: Town, seat: Seat) -> None:
    inspection = running(town)
    take(town, inspection, what="Журнал договоров")
    with clock.frozen(MONDAY + timedelta(days=40)):
        page = seat("assistant").get("/").text
    assert inspection.number_text is not None
    assert page.count(inspection.number_text) >= 2
    assert "Журнал договоров" in page
