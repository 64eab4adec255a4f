"""Distribution of duties: by an order, from a day; who is proposed, who agrees, what nobody has."""

from datetime import date, datetime, time, timedelta

import pytest

from qadaga.acts import services as acts
from qadaga.authority import NotPermitted
from qadaga.authority.alarms.selectors import running
from qadaga.common import clock
from qadaga.common.errors import InvalidInput
from qadaga.common.ids import new_id
from qadaga.matters import services as matters
from qadaga.organisation.alarms import FILL_GAP, watch_leaders
from qadaga.organisation.distribution import Share, distribute
from qadaga.organisation.oversight import terms_ending, without_leader
from qadaga.organisation.proposals import acting_for, agreers_for, assignee_for
from qadaga.staff.duties.models import Distribution
from qadaga.staff.duties.selectors import distribution_on, duties_in, gaps, next_to_act
from tests.casework import (
    MONDAY,
    Town,
    assigned_matter,
    draft_protest,
    make_body,
    make_town,
    open_matter,
)
from tests.ordering import signed_order
from tests.staffing import make_appointment, make_unit, name_acting, send_away

pytestmark = pytest.mark.django_db
OCTOBER = date(2026, 10, 1)
TEN = datetime.combine(MONDAY, time(10), clock.ZONE)
ACTS, COURT = "legality_of_acts", "court"


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


def order_of(town: Town, kind: str = "duties") -> object:
    """An order signed by the head of the region."""
    return signed_order(town.actor("region_head"), MONDAY, kind=kind).id


def give(
    town: Town, *shares: Share, on: date = MONDAY, by: str = "head", order: object = ...
) -> Distribution:
    return distribute(
        by=town.actor(by),
        on=MONDAY,
        office_id=town.district.id,
        starts_on=on,
        order_id=order_of(town) if order is ... else order,
        shares=shares,
    )


def test_deputies_lead_and_others_work_in_what_they_are_given(town: Town) -> None:
    row = give(
        town,
        Share(town.deputy.id, (ACTS,), place=1),
        Share(town.assistant.id, (ACTS, COURT)),
    )
    found = {(duty.appointment_id, duty.direction, duty.leads) for duty in duties_in(row)}
    assert found == {
        (town.deputy.id, ACTS, True),
        (town.assistant.id, ACTS, False),
        (town.assistant.id, COURT, False),
    }
    assert gaps(duties_in(row), [ACTS, COURT, "appeals"], MONDAY) == {
        ACTS: (False, False),
        COURT: (False, True),
        "appeals": (True, True),
    }


def test_the_next_distribution_ends_the_one_before(town: Town) -> None:
    first = give(town, Share(town.deputy.id, (ACTS,)))
    second = give(town, Share(town.deputy.id, (COURT,)), on=OCTOBER)
    first.refresh_from_db()
    assert first.ends_on == OCTOBER
    assert distribution_on(town.district.id, OCTOBER - timedelta(days=1)) == first
    assert distribution_on(town.district.id, OCTOBER) == second


@pytest.mark.parametrize(
    ("who", "share", "code"),
    [
        ("clerk", {"directions": (ACTS,)}, "employee"),
        ("head", {"directions": (ACTS,)}, "head"),
        ("neighbour", {"directions": (ACTS,)}, "not_here"),
        ("deputy", {"directions": ("astrology",)}, "unknown"),
        ("deputy", {"directions": (ACTS,), "units": (new_id(),)}, "unknown"),
        ("deputy", {"place": 1}, "empty"),
    ],
)
def test_what_cannot_be_given_is_told(town: Town, who: str, share: dict[str, object], code: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        give(town, Share(getattr(town, who).id, **share))
    assert code in {fault.code for fault in refused.value.fields}


def test_it_rests_on_an_order_on_duties_and_two_share_no_place(town: Town) -> None:
    with pytest.raises(InvalidInput) as refused:
        give(town, Share(town.deputy.id, (ACTS,)), order=None)
    assert refused.value.fields[0].field == "order"
    with pytest.raises(InvalidInput) as refused:
        give(town, Share(town.deputy.id, (ACTS,)), order=order_of(town, "personnel"))
    assert refused.value.fields[0].code == "other_kind"
    with pytest.raises(InvalidInput) as refused:
        give(town, Share(town.deputy.id, (ACTS,), place=1), Share(town.assistant.id, place=1))
    assert refused.value.fields[0].code == "same_place"


def test_only_the_head_or_who_replaces_the_head_distributes(town: Town) -> None:
    for name in ("deputy", "assistant", "neighbour"):
        with pytest.raises(NotPermitted):
            give(town, Share(town.deputy.id, (ACTS,)), by=name)
    send_away(town.head.person, MONDAY)
    name_acting(town.deputy, MONDAY)
    assert give(town, Share(town.deputy.id, (ACTS,)), by="deputy")


def test_a_deputy_agrees_only_within_the_powers_given(town: Town) -> None:
    other = make_appointment(town.district, "deputy_district")
    give(town, Share(town.deputy.id, (COURT,)), Share(other.id, (ACTS,)))
    draft = draft_protest(town, assigned_matter(town))
    draft = acts.submit(act_id=draft.id, version=draft.version, by=town.actor("assistant"), on=MONDAY)
    assert [proposal.appointment for proposal in agreers_for(draft, MONDAY)] == [other]
    with pytest.raises(NotPermitted) as refused:
        acts.agree(act_id=draft.id, version=draft.version, by=town.actor("deputy"), on=MONDAY)
    assert "outside_duties" in {missing.data.get("mark") for missing in refused.value.ruling.missing}
    agreed = acts.agree(act_id=draft.id, version=draft.version, by=town.actor("head"), on=MONDAY)
    assert agreed.status == "agreed"


def test_a_deputy_who_leads_the_authors_unit_agrees(town: Town) -> None:
    unit = make_unit(town.district, "u")
    town.assistant.unit = unit
    town.assistant.save()
    give(town, Share(town.deputy.id, units=(unit.id,)))
    draft = draft_protest(town, assigned_matter(town))
    draft = acts.submit(act_id=draft.id, version=draft.version, by=town.actor("assistant"), on=MONDAY)
    assert acts.agree(act_id=draft.id, version=draft.version, by=town.actor("deputy"), on=MONDAY)


def test_the_officer_of_the_direction_with_the_least_work_is_proposed(town: Town) -> None:
    matter = open_matter(town)
    assert assignee_for(matter, matters.candidates(matter, MONDAY), MONDAY) is None
    give(town, Share(town.assistant.id, (ACTS,)), Share(town.second.id, (ACTS,)))
    assigned_matter(town, title="Другое")
    people = matters.candidates(matter, MONDAY)
    found = assignee_for(matter, people, MONDAY)
    assert found is not None
    assert (found.appointment, found.open_matters) == (town.second, 0)
    assert assignee_for(open_matter(town, direction=COURT), people, MONDAY) is None


def test_the_order_of_replacing_proposes_who_acts_and_skips_the_absent(town: Town) -> None:
    people = [town.deputy, town.second, town.assistant]
    assert acting_for(town.district.id, MONDAY, people) == town.deputy
    give(town, Share(town.second.id, (ACTS,), place=1), Share(town.deputy.id, (ACTS,), place=2))
    assert [row.id for row in next_to_act(town.district.id, MONDAY)] == [town.second.id, town.deputy.id]
    send_away(town.second.person, MONDAY)
    assert acting_for(town.district.id, MONDAY, people) == town.deputy


def test_nobody_may_sign_is_an_alarm_of_the_office_above_until_somebody_acts(town: Town) -> None:
    assert town.district not in without_leader(MONDAY)
    send_away(town.head.person, MONDAY, OCTOBER)
    assert list(without_leader(MONDAY, above=town.region.id)) == [town.district]
    first = watch_leaders(TEN)
    assert watch_leaders(TEN) == (0, 0)
    (alarm,) = running(FILL_GAP).filter(subject_id=town.district.id)
    assert (alarm.raised_at, alarm.due_at) == (TEN, TEN + timedelta(minutes=60))
    name_acting(town.deputy, MONDAY, OCTOBER)
    assert watch_leaders(TEN) == (0, 1)
    assert first[0] >= 1
    assert not running(FILL_GAP).filter(subject_id=town.district.id).exists()


def test_acting_ends_the_minute_the_head_is_back(town: Town) -> None:
    send_away(town.head.person, MONDAY, OCTOBER)
    name_acting(town.deputy, MONDAY, date(2026, 11, 1))
    before = town.actor("deputy", OCTOBER - timedelta(days=1)).today
    after = town.actor("deputy", OCTOBER).today
    assert (before.acting, after.acting) == (True, False)


def test_a_term_that_ends_within_the_months_set_is_told(town: Town) -> None:
    head = town.region_head
    head.ends_on = date(2027, 3, 1)
    head.save()
    assert list(terms_ending(town.region.id, MONDAY)) == [head]
    assert not terms_ending(town.region.id, date(2026, 8, 1))


def test_bodies_and_territory_propose_whoever_fits_best_and_say_why(town: Town) -> None:
    body = make_body(kind="executive", kato="101000000")
    row = give(
        town,
        Share(town.deputy.id, bodies=("executive",)),
        Share(town.assistant.id, (ACTS,)),
        Share(town.second.id, (ACTS,), bodies=("executive",), katos=("100000000",)),
    )
    assert len(duties_in(row)) == 5
    matter = open_matter(town, body=body)
    people = matters.candidates(matter, MONDAY)
    found = assignee_for(matter, people, MONDAY)
    assert found is not None
    assert found.appointment == town.second
    assert [(line.direction, line.body_kind, line.kato) for line in found.by] == [
        *((ACTS, "", ""), ("", "executive", ""), ("", "", "100000000"))
    ]
    for wrong in ({"bodies": ("sect",)}, {"katos": ("999999999",)}):
        with pytest.raises(InvalidInput) as refused:
            give(town, Share(town.second.id, **wrong), on=OCTOBER)
        assert refused.value.fields[0].code == "unknown"
