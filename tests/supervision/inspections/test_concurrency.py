"""Two offices about to inspect one body at the same moment: one begins, the other is told of it."""

from functools import partial

import pytest

from qadaga.acts.above import services as above
from qadaga.authority import NotPermitted
from qadaga.common.errors import Conflict, Stale
from qadaga.matters import services as matters
from qadaga.matters.models import Matter
from qadaga.supervision.inspections import services
from qadaga.supervision.inspections.models import Inspection
from tests.casework import MONDAY, Town, assigned_matter, make_body, make_town
from tests.inspecting import draft_inspection, resolution
from tests.parallel import at_once
from tests.staffing import make_appointment, make_office

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("O.8.d4", "L.1.9")]


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


def _neighbours(town: Town) -> Inspection:
    by = town.actor("neighbour")
    opening = matters.Opening(kind="media", direction="legality_of_acts", title="О закупках")
    matter = matters.open(opening=opening, by=by, on=MONDAY)
    matter = matters.assign(matter_id=matter.id, version=1, assignee_id=town.neighbour.id, by=by, on=MONDAY)
    draft = resolution(town, make_body(), ground="media", officers=[town.neighbour.id])
    return services.draft(matter_id=matter.id, draft=draft, by=by, on=MONDAY)


def test_two_offices_at_once_one_begins(town: Town) -> None:
    mine, theirs = draft_inspection(town), _neighbours(town)
    signing = [
        partial(services.sign, inspection_id=row.id, version=1, by=town.actor(who), on=MONDAY)
        for row, who in ((mine, "head"), (theirs, "neighbour"))
    ]
    outcomes = at_once(signing)
    refused = [one for one in outcomes if isinstance(one, NotPermitted)]
    assert len(refused) == 1
    assert {m.data["mark"] for m in refused[0].ruling.missing} == {"held_elsewhere"}
    assert Inspection.objects.filter(status="opened").count() == 1


def test_two_officers_of_one_office_on_one_ground(town: Town) -> None:
    first, second = draft_inspection(town), draft_inspection(town, assigned_matter(town))
    signing = [
        partial(services.sign, inspection_id=row.id, version=1, by=town.actor("head"), on=MONDAY)
        for row in (first, second)
    ]
    outcomes = at_once(signing)
    refused = [one for one in outcomes if isinstance(one, Conflict)]
    assert [one.code for one in refused] == ["same_inspection"]
    assert Inspection.objects.filter(status="opened").count() == 1


@pytest.mark.clause("L.1.2")
def test_the_higher_office_takes_over_while_the_head_signs(town: Town) -> None:
    draft = draft_inspection(town)
    fails = above.Decided("Не справляются", "office_fails")
    given = {"version": 1, "on": MONDAY}
    outcomes = at_once(
        [
            partial(services.sign, inspection_id=draft.id, by=town.actor("head"), **given),
            partial(
                above.take_over,
                kind="inspection",
                record_id=draft.id,
                decided=fails,
                by=town.actor("region_head"),
                **given,
            ),
        ]
    )
    lost = [one for one in outcomes if isinstance(one, Exception)]
    assert len(lost) == 1
    draft.refresh_from_db()
    # Signed first, it is not taken over unseen; taken over first, the lower head signs nothing.
    if draft.signed_on is not None:
        assert isinstance(lost[0], Stale)
        assert (draft.carrier, draft.office) == (None, town.district)
    else:
        assert isinstance(lost[0], Stale | NotPermitted)
        assert (draft.carrier, draft.office) == (town.region, town.region)


def test_a_matter_goes_over_while_an_inspection_is_drafted_in_it(town: Town) -> None:
    office = make_office("eco", "environmental", town.region, kato="101000000", sphere="environmental")
    green = make_appointment(office, "district_prosecutor")
    matter = assigned_matter(town, kato="101000000")
    Matter.objects.filter(id=matter.id).update(sphere="environmental")
    outcomes = at_once(
        [
            partial(
                services.draft,
                matter_id=matter.id,
                draft=resolution(town),
                by=town.actor("assistant"),
                on=MONDAY,
            ),
            partial(
                matters.move,
                matter_id=matter.id,
                version=matter.version,
                to_office="eco",
                ground="better_placed",
                reason="Сброс",
                by=town.actor("region_head"),
                on=MONDAY,
            ),
        ]
    )
    matter.refresh_from_db()
    drafted = Inspection.objects.first()
    # Whichever came first, nothing is left behind in the former office's register.
    if matter.office == green.office:
        assert drafted is None or drafted.office == green.office
    else:
        assert drafted is not None
        assert drafted.office == town.district
    assert sum(isinstance(one, Exception) for one in outcomes) <= 1
