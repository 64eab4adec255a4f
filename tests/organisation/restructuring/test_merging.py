"""Two districts become an inter-district office: what passes to it, and what is refused."""

from datetime import date, datetime, timedelta

import pytest

from qadaga.authority import NotPermitted
from qadaga.authority.scope import scope_of
from qadaga.common import clock
from qadaga.common.errors import InvalidInput
from qadaga.journal.models import Entry
from qadaga.matters import services as matters
from qadaga.matters.models import Matter
from qadaga.offices import selectors
from qadaga.offices.models import Office, Unit
from qadaga.offices.naming import Names
from qadaga.offices.units import units_on
from qadaga.organisation.restructuring import clockwork, handovers
from qadaga.organisation.restructuring.merging import merge
from qadaga.organisation.restructuring.models import Handover
from qadaga.organisation.restructuring.plan import Merger
from qadaga.organisation.units.entries import UnitInput
from qadaga.organisation.units.services import enter
from qadaga.staff.models import ActingHead, Appointment
from tests.casework import MONDAY, assigned_matter, open_matter
from tests.organisation.restructuring.conftest import DAY, Two
from tests.staffing import actor_of, make_actor, make_appointment, make_office, name_acting


def _merger(two: Two, **changed) -> Merger:
    fields = {
        "offices": (two.town.district.id, two.town.other.id),
        "into": two.new(),
        "starts_on": DAY,
        "posts": two.everybody(),
        "ground": "№ 12",
    }
    return Merger(**{**fields, **changed})


def _merge(two: Two, on: date = MONDAY, **changed) -> Office:
    return merge(by=two.staff_officer, on=on, merger=_merger(two, **changed))


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 0, 1, tzinfo=clock.ZONE)


def _in(office: Office, person_id, on: date = DAY):
    return actor_of(Appointment.objects.on(on).get(office=office, person=person_id), on)


def test_everything_passes_to_the_new_office_on_its_day(two):
    assigned, opened = assigned_matter(two.town), open_matter(two.town)
    into = _merge(two)
    eve = DAY - timedelta(days=1)
    assert clockwork.hand_over(_midnight(eve)) is None
    assert Matter.objects.get(id=opened.id).holder_id == two.town.district.id
    assert selectors.holder_of("101000000", eve) == two.town.district
    assert selectors.holder_of("101000000", DAY) == into

    assert clockwork.hand_over(_midnight(DAY)) == "rows handed over: 2"
    assert clockwork.hand_over(_midnight(DAY)) is None
    moved = Matter.objects.get(id=assigned.id)
    assert (moved.office, moved.holder, moved.number_text) == (two.town.district, into, assigned.number_text)
    assert moved.assignee.person == two.town.assistant.person
    assert moved.assignee.office == into
    assert moved.moves.last().power == "office.close"
    assert Entry.objects.filter(action="office.close", subject_kind="matter").count() == 2


def test_the_successor_acts_in_what_the_closed_office_left(two):
    closed_before = open_matter(two.town)
    into = _merge(two)
    clockwork.begin_lines(_midnight(DAY))
    clockwork.hand_over(_midnight(DAY))
    head = _in(into, two.town.head.person_id)
    assert selectors.path(two.town.district, DAY) == ("top", "reg", "inter", "dis")
    assert scope_of(head, DAY).offices == {into.id, two.town.district.id, two.town.other.id}
    assert head.today.succeeds == {"dis", "oth"}
    matter = Matter.objects.get(id=closed_before.id)
    assistant = Appointment.objects.on(DAY).get(office=into, person=two.town.assistant.person)
    given = matters.assign(
        matter_id=matter.id, version=matter.version, assignee_id=assistant.id, by=head, on=DAY
    )
    assert given.status == "assigned"
    regional = actor_of(two.town.region_head, DAY)
    assert scope_of(regional, DAY).covers(matter.office_id, matter.region_id)


def test_an_office_beside_sees_nothing_of_it(two):
    beside = make_actor(make_office("far", "district", two.town.region), "district_prosecutor", on=DAY)
    _merge(two)
    assert scope_of(beside, DAY).offices == {beside.office_id}


def test_a_merger_of_today_is_done_at_once(two):
    matter = open_matter(two.town)
    into = _merge(two, on=DAY, posts=two.everybody())
    assert Matter.objects.get(id=matter.id).holder == into
    assert not Handover.objects.filter(finished_at=None).exists()
    two.town.district.refresh_from_db()
    assert two.town.district.parent == into


def test_a_hand_over_that_stopped_half_way_goes_on(two):
    for _ in range(3):
        open_matter(two.town)
    into = _merge(two, offices=(two.town.district.id,), posts=_without(two, two.town.neighbour))
    (row,) = handovers.due(DAY)
    assert handovers._next_batch(row, DAY, 2) == 2
    assert Matter.objects.filter(holder=into).count() == 2
    assert handovers.carry_out(row, DAY, batch=2) == 1
    row.refresh_from_db()
    assert (row.moved, row.finished_at is not None) == ({"matters_matter": 3}, True)
    assert handovers.carry_out(row, DAY) == 0


def test_what_somebody_who_leaves_works_on_goes_to_who_leads(two):
    matter = assigned_matter(two.town)
    into = _merge(two, posts={**two.everybody(), two.town.assistant.id: None})
    clockwork.hand_over(_midnight(DAY))
    assert Matter.objects.get(id=matter.id).assignee.person == two.town.head.person
    assert not Appointment.objects.on(DAY).filter(person=two.town.assistant.person).exists()
    assert Appointment.objects.get(id=two.town.assistant.id).ends_on == DAY
    assert into.appointments.count() == 5


def test_one_district_passes_into_one_that_exists(two):
    posts = {held: post for held, post in two.everybody().items() if held != two.town.neighbour.id}
    posts[two.town.head.id] = "senior_prosecutor"
    into = _merge(two, offices=(two.town.district.id,), into="oth", posts=posts)
    assert into == two.town.other
    assert selectors.standing(into.id, DAY).kato == {"101000000", "103200000"}
    assert selectors.answering(Office.objects.get(code="dis"), DAY) == into


def test_a_chain_of_successions_stands_whole(two):
    posts = {held: post for held, post in two.everybody().items() if held != two.town.neighbour.id}
    posts[two.town.head.id] = "senior_prosecutor"
    _merge(two, offices=(two.town.district.id,), into="oth", posts=posts)
    later = DAY + timedelta(days=30)
    rows = Appointment.objects.on(later).filter(office=two.town.other)
    again = {row.id: row.post for row in rows}
    into = _merge(
        two, offices=(two.town.other.id,), into=two.new(starts_on=later), starts_on=later, posts=again
    )
    assert selectors.predecessors(into.id, later) == {two.town.district.id, two.town.other.id}
    assert selectors.answering(Office.objects.get(code="dis"), DAY) == two.town.other
    assert selectors.answering(Office.objects.get(code="dis"), later) == into


def test_a_naming_to_act_for_the_head_ends_with_the_office(two):
    named = name_acting(two.town.deputy, MONDAY)
    ahead = name_acting(two.town.neighbour, DAY + timedelta(days=9))
    _merge(two)
    assert ActingHead.objects.get(id=named.id).ends_on == DAY
    assert not ActingHead.objects.filter(id=ahead.id).exists()


def _without(two, held):
    return {key: post for key, post in two.everybody().items() if key != held.id}


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        (lambda two: {"starts_on": MONDAY - timedelta(days=1)}, ("starts_on", "past")),
        (lambda two: {"offices": ()}, ("offices", "required")),
        (lambda two: {"into": "dis"}, ("into", "itself")),
        (lambda two: {"into": "reg"}, ("into", "other_level")),
        (
            lambda two: {"into": two.new(kind="environmental", spheres=("environmental",))},
            ("into", "other_sphere"),
        ),
        (lambda two: {"into": two.new(code="oth")}, ("code", "taken")),
        (lambda two: {"into": two.new(starts_on=DAY + timedelta(days=1))}, ("into", "office_closed")),
        (lambda two: {"posts": _without(two, two.town.clerk)}, ("people", "left_out")),
        (lambda two: {"posts": {**two.everybody(), two.town.head.id: "assistant"}}, ("people", "no_head")),
        (
            lambda two: {"posts": {**two.everybody(), two.town.neighbour.id: "district_prosecutor"}},
            ("post", "two_heads"),
        ),
        (
            lambda two: {"posts": {**two.everybody(), two.town.clerk.id: "deputy_regional"}},
            ("post", "not_of_office"),
        ),
    ],
)
def test_a_wrong_merger_changes_nothing(two, changed, fault):
    with pytest.raises(InvalidInput) as refused:
        _merge(two, **changed(two))
    assert [(one.field, one.code) for one in refused.value.fields] == [fault]
    assert not Handover.objects.exists()
    assert Office.objects.get(code="dis").closed_on is None


def test_an_office_with_offices_below_is_not_closed(two):
    with pytest.raises(InvalidInput) as refused:
        _merge(two, offices=(two.town.region.id,), into="dis", posts={})
    assert [one.code for one in refused.value.fields] == ["offices_below"]


def test_an_office_is_closed_once(two):
    _merge(two)
    with pytest.raises(InvalidInput) as refused:
        _merge(two, into=two.new(code="inter-2"))
    assert {one.code for one in refused.value.fields} == {"office_closed"}


def test_only_the_top_merges_offices(two):
    with pytest.raises(NotPermitted):
        merge(by=actor_of(two.town.region_head, MONDAY), on=MONDAY, merger=_merger(two))


def test_somebody_appointed_from_a_later_day_stops_it(two):
    later = make_appointment(two.town.other, "assistant", since=DAY + timedelta(days=3))
    with pytest.raises(InvalidInput) as refused:
        _merge(two, posts={**two.everybody(), later.id: "assistant"})
    assert [one.code for one in refused.value.fields] == ["begins_later"]


def test_units_pass_with_their_people_and_close_with_their_office(two):
    head, parent = two.town.district, _unit(two.town.district, "sup", "directorate", "Надзор")
    inside = _unit(head, "crim", "division", "Уголовный надзор", parent)
    same = _unit(two.town.other, "sup", "directorate", "надзор")
    Appointment.objects.filter(id=two.town.assistant.id).update(unit=inside)

    into = _merge(two)

    there = units_on(into.id, DAY)
    assert [(one.code, one.name_ru, one.depth) for one in there] == [
        ("sup", "Надзор", 0),
        ("crim", "Уголовный надзор", 1),
    ]
    assert Appointment.objects.get(office=into, person=two.town.assistant.person).unit_id == there[1].id
    assert [units_on(office.id, DAY) for office in (head, two.town.other)] == [[], []]
    assert len(units_on(head.id, DAY - timedelta(days=1))) == 2
    assert {parent.id, inside.id, same.id} == set(
        Entry.objects.filter(action="unit.close").values_list("subject_id", flat=True)
    )


def _unit(office: Office, code: str, kind: str, name: str, above: Unit | None = None) -> Unit:
    given = UnitInput(code, kind, Names(name, name, name), date(2026, 1, 5), ground="№ 1")
    return enter(office, given, above)
