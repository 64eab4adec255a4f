"""Two offices about to inspect one body at the same moment: one begins, the other is told of it."""

from functools import partial

import pytest

from qadaga.authority import NotPermitted
from qadaga.common.errors import Conflict
from qadaga.matters import services as matters
from qadaga.supervision.inspections import services
from qadaga.supervision.inspections.models import Inspection
from tests.casework import MONDAY, Town, assigned_matter, make_body, make_town
from tests.inspecting import draft_inspection, resolution
from tests.parallel import at_once

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
