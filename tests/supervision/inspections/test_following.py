"""Inspections and requests go along when their matter is given to another office; others are told (L.1.9)."""

from typing import Any

import pytest

from qadaga.acts import services as acts
from qadaga.acts.above import services as above
from qadaga.acts.above.waiting import WAITING as ABOVE
from qadaga.acts.selectors import get_measure, waiting
from qadaga.appeals import services as appeals
from qadaga.authority import NotPermitted
from qadaga.authority.alarms.models import Alarm, Hearing
from qadaga.authority.lists import pages, search
from qadaga.authority.scope import scope_of
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound
from qadaga.matters import services as matters
from qadaga.matters.models import Matter, Term
from qadaga.staff.models import Appointment
from qadaga.supervision.inspections import reading, services
from qadaga.supervision.inspections.models import Inspection, InspectionTold
from qadaga.supervision.inspections.register import INSPECTIONS
from qadaga.supervision.inspections.selectors.card import told_to
from qadaga.supervision.inspections.selectors.waiting import WAITING
from tests.casework import MONDAY, Town, assigned_matter, issued_request, make_body
from tests.inspecting import draft_inspection, running, sign
from tests.intake import ENTRY
from tests.staffing import actor_of, make_appointment, make_office

pytestmark = pytest.mark.clause("L.1.9")
SPHERE = "environmental"


@pytest.fixture
def green(town: Town) -> Appointment:
    """The environmental office of the same region, competent beside the district in its sphere."""
    office = make_office("eco", SPHERE, town.region, kato="101000000", sphere=SPHERE)
    return make_appointment(office, "district_prosecutor")


def of_sphere(town: Town) -> Matter:
    matter = assigned_matter(town, kato="101000000")
    Matter.objects.filter(id=matter.id).update(sphere=SPHERE)
    matter.refresh_from_db()
    return matter


def move(town: Town, matter: Matter) -> Matter:
    matter.refresh_from_db()
    return matters.move(
        matter_id=matter.id,
        version=matter.version,
        to_office="eco",
        ground="better_placed",
        reason="Сброс в реку",
        by=actor_of(town.region_head, MONDAY),
        on=MONDAY,
    )


def changing(row: Inspection, by: Appointment) -> dict[str, Any]:
    row.refresh_from_db()
    return {"inspection_id": row.id, "version": row.version, "by": actor_of(by, MONDAY), "on": MONDAY}


def sorts(one: Appointment, also: str = WAITING) -> set[str]:
    return {row.sort for row in waiting(actor_of(one, MONDAY), leads=True, also=also)}


@pytest.mark.clause("O.14.1", "O.12")
def test_an_inspection_under_way_goes_along_and_the_new_office_names_its_officers(
    town: Town, green: Appointment
) -> None:
    matter = of_sphere(town)
    inspection = running(town, matter)
    appeal = appeals.register(entry=ENTRY, by=town.actor("clerk"), on=MONDAY)
    services.record_complaint(
        inspection_id=inspection.id,
        appeal_id=appeal.id,
        number=appeal.number,
        by=town.actor("clerk"),
        on=MONDAY,
    )
    move(town, matter)
    inspection.refresh_from_db()
    assert (inspection.office.code, inspection.numbered_in) == ("eco", town.district)
    assert Term.objects.get(subject_id=inspection.id).office == green.office
    new, former = scope_of(actor_of(green, MONDAY), MONDAY), scope_of(town.actor("head"), MONDAY)
    for scope, found in ((new, [inspection.id]), (former, [])):
        assert [row["id"] for row in pages.fetch(INSPECTIONS, scope, pages.Ask(), today=MONDAY).rows] == found
        rows = search.find(scope, "закупках", today=MONDAY).rows
        assert [row["id"] for row in rows if row["kind"] == "inspection"] == found
    assert reading.read(town.actor("head"), MONDAY, inspection.id) == inspection
    alarm = Alarm.objects.get(subject_id=inspection.id)
    hears = Hearing.objects.filter(alarm=alarm, running=True, office__in=[green.office, town.district])
    assert (alarm.office, [row.office for row in hears]) == (green.office, [green.office])
    assert {"inspection_unmanned", "inspection_running"} <= sorts(green)
    assert not sorts(town.head) & {"inspection_running", "inspection_unmanned"}
    with pytest.raises(NotPermitted):
        services.record_findings(findings="Чисто", **changing(inspection, town.assistant))
    services.name_officers(officers=[green.id], reason="Дело передано", **changing(inspection, green))
    assert "inspection_unmanned" not in sorts(green)
    services.record_findings(findings="Чисто", **changing(inspection, green))


def test_a_draft_that_went_along_is_not_signed_before_somebody_inspects(
    town: Town, green: Appointment
) -> None:
    matter = of_sphere(town)
    draft = draft_inspection(town, matter)
    move(town, matter)
    matter.refresh_from_db()
    given = {"matter_id": matter.id, "version": matter.version, "assignee_id": green.id}
    matters.assign(by=actor_of(green, MONDAY), on=MONDAY, **given)
    with pytest.raises(NotPermitted):
        sign(town, draft)
    with pytest.raises(Conflict) as refused:
        services.sign(**changing(draft, green))
    assert refused.value.code == "no_officers"


def test_what_an_office_above_carries_on_stays_there(town: Town, green: Appointment) -> None:
    matter = of_sphere(town)
    inspection, measure = running(town, matter), issued_request(town, matter)
    fails = above.Decided("Не справляются", "office_fails")
    for kind, row in (("inspection", inspection), ("measure", measure)):
        row.refresh_from_db()
        given = {"kind": kind, "record_id": row.id, "version": row.version}
        above.take_over(decided=fails, by=town.actor("region_head"), on=MONDAY, **given)
    move(town, matter)
    for record in (inspection, measure):
        record.refresh_from_db()
        assert (record.office, record.carrier, record.numbered_in) == (
            town.region,
            town.region,
            town.district,
        )
    assert Term.objects.get(subject_id=inspection.id).office == town.region


@pytest.mark.clause("L.1.2", "O.8.2")
def test_a_request_taken_over_is_the_higher_offices_and_one_of_a_moved_matter_the_new_ones(
    town: Town, green: Appointment
) -> None:
    matter = of_sphere(town)
    taken = issued_request(town, matter)
    asked = acts.Asked(make_body("Завод"), "Экологический кодекс", "Журнал проб", "ru")
    follows = acts.request(matter_id=matter.id, asked=asked, by=town.actor("assistant"), on=MONDAY)
    fails = above.Decided("Не справляются", "office_fails")
    given = {"kind": "measure", "record_id": taken.id, "version": taken.version, "on": MONDAY}
    above.take_over(decided=fails, by=town.actor("region_head"), **given)
    serving = {"delivered": acts.Delivered("courier", MONDAY, proof_ref="вх. 7"), "on": MONDAY}
    with pytest.raises(NotPermitted):
        acts.serve_request(measure_id=taken.id, version=2, by=town.actor("assistant"), **serving)
    acts.serve_request(measure_id=taken.id, version=2, by=town.actor("region_head"), **serving)
    assert "taken_measure" in sorts(town.region_head, ABOVE)
    mine = [
        row.id for row in waiting(town.actor("assistant"), leads=False, also=ABOVE) if row.sort == "request"
    ]
    assert mine == [follows.id]
    move(town, matter)
    follows.refresh_from_db()
    assert (follows.office, follows.numbered_in) == (green.office, town.district)
    assert get_measure(scope_of(town.actor("head"), MONDAY), follows.id) == follows
    assert Term.objects.get(subject_id=taken.id).office == town.region
    acts.serve_request(measure_id=follows.id, version=1, by=actor_of(green, MONDAY), **serving)


def test_the_other_competent_office_is_told_of_an_inspection_in_its_sphere(
    town: Town, green: Appointment
) -> None:
    inspection = running(town, of_sphere(town))
    row = InspectionTold.objects.get(inspection=inspection, office=green.office)
    assert "inspection_tell" in sorts(town.head)
    told = {"office": "eco", "told_on": MONDAY, "way": "phone"}
    with pytest.raises(NotFound):
        told_to(actor_of(green, MONDAY), MONDAY, row.id)
    with pytest.raises(NotPermitted):
        services.tell_office(**told, **changing(inspection, town.clerk))
    with pytest.raises(InvalidInput):
        services.tell_office(**{**told, "office": "oth"}, **changing(inspection, town.head))
    services.tell_office(**told, **changing(inspection, town.assistant))
    with pytest.raises(AlreadyDone):
        services.tell_office(**told, **changing(inspection, town.head))
    assert told_to(actor_of(green, MONDAY), MONDAY, row.id).inspection == inspection
    assert "inspection_told" in sorts(green)
    with pytest.raises(NotFound):
        told_to(actor_of(town.neighbour, MONDAY), MONDAY, row.id)
    with pytest.raises(NotFound):
        reading.read(actor_of(green, MONDAY), MONDAY, inspection.id)
